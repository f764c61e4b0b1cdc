import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FileResult } from "../model/result.ts";
import {
  sampleFile,
  sampleFinding,
  sampleMessage,
  samplePart,
  sampleRun,
  sampleSuggestion,
} from "../testing/sample-result.ts";
import { diffRun } from "./diff-run.ts";

const TEXT = "We saw you.\r\nBye.\r\n";
const AFTER = "Hello.\r\nBye.\r\n";
const BOM = "\ufeff";
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "creeplint-diff-"));
  mkdirSync(join(root, "sub"));
});
afterEach(() => rmSync(root, { recursive: true }));

function result(path: string, changes: Partial<FileResult> = {}): FileResult {
  const saw = sampleFinding(TEXT, "We saw you.");
  const finding = { ...saw, suggestions: [sampleSuggestion(saw, "Hello.")] };
  return { ...sampleFile(path, TEXT, [sampleMessage(samplePart(TEXT), [finding])]), ...changes };
}

function write(path: string, bytes: string | Buffer = TEXT): string {
  writeFileSync(join(root, path), bytes);
  return join(root, path);
}

function git(args: readonly string[], cwd: string, input = ""): void {
  execFileSync("git", ["-c", "core.autocrlf=false", ...args], { cwd, input, stdio: "pipe" });
}

function apply(patch: string, cwd: string): void {
  git(["apply", "--check", "-"], cwd, patch);
  git(["apply", "-"], cwd, patch);
}

test.each([
  ["a.txt", ""],
  ["bom.txt", BOM],
  ["two words.txt", ""],
  ["größe.txt", BOM],
])("git applies the patch of %j", (name, mark) => {
  git(["init", "-q"], root);
  const path = write(name, mark + TEXT);
  apply(diffRun(sampleRun([result(name, { bom: mark === BOM })])), root);
  expect(readFileSync(path, "utf8")).toBe(mark + AFTER);
});

test("a byte order mark stands before the first line", () => {
  expect(diffRun(sampleRun([result("a.txt", { bom: true })]))).toContain(`\n-${BOM}We saw you.`);
});

test("from a subfolder, git applies the patch of what stands in it there", () => {
  git(["init", "-q"], root);
  const path = write("sub/a.txt");
  const cwd = join(root, "sub");
  apply(diffRun(sampleRun([result("a.txt")])), cwd);
  expect(readFileSync(path, "utf8")).toBe(AFTER);
});

test("what no patch of the folder can hold is left out and named, and git applies the rest", () => {
  git(["init", "-q"], root);
  const path = write("z.txt");
  const patch = diffRun(
    sampleRun([
      result("mark.txt", { encoding: "utf-16le", bom: true }),
      result("western.txt", { encoding: "windows-1252" }),
      result("../x.txt"),
      result("/elsewhere/y.txt"),
      result("z.txt"),
    ]),
  );
  expect(patch.split("\n").slice(0, 5)).toEqual([
    "# Left out, since it is not UTF-8: mark.txt",
    "# Left out, since it is not UTF-8: western.txt",
    "# Left out, since it lies outside of this folder: ../x.txt",
    "# Left out, since it lies outside of this folder: /elsewhere/y.txt",
    "--- a/z.txt",
  ]);
  apply(patch, root);
  expect(readFileSync(path, "utf8")).toBe(AFTER);
});

test("nothing to change gives nothing", () => {
  expect(diffRun(sampleRun([sampleFile("a.txt", TEXT, [])]))).toBe("");
});
