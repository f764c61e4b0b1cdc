import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
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

function result(path: string) {
  const saw = sampleFinding(TEXT, "We saw you.");
  const finding = { ...saw, suggestions: [sampleSuggestion(saw, "Hello.")] };
  return sampleFile(path, TEXT, [sampleMessage(samplePart(TEXT), [finding])]);
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
  apply(diffRun(sampleRun([result(name)]), root), root);
  expect(readFileSync(path, "utf8")).toBe(mark + AFTER);
});

test("a byte order mark stands before the first line", () => {
  write("a.txt", BOM + TEXT);
  expect(diffRun(sampleRun([result("a.txt")]), root)).toContain(`\n-${BOM}We saw you.`);
});

test("from a subfolder, git applies the patch of what stands in it there", () => {
  git(["init", "-q"], root);
  const path = write("sub/a.txt");
  const cwd = join(root, "sub");
  apply(diffRun(sampleRun([result("a.txt")]), cwd), cwd);
  expect(readFileSync(path, "utf8")).toBe(AFTER);
});

test("with a file outside the working folder, paths count from the git root", () => {
  git(["init", "-q"], root);
  const paths = [write("sub/a.txt"), write("x.txt")];
  const patch = diffRun(
    sampleRun([result("a.txt"), result(join(root, "x.txt"))]),
    join(root, "sub"),
  );
  expect(patch).toContain("--- a/sub/a.txt\n");
  expect(patch.split("\n")[0]).toBe(`# Apply this in ${root}`);
  apply(patch, root);
  expect(paths.map((path) => readFileSync(path, "utf8"))).toEqual([AFTER, AFTER]);
});

test("without git, they count from the working folder", () => {
  const patch = diffRun(sampleRun([result(write("x.txt"))]), join(root, "sub"));
  expect(patch).toMatch(/^--- a\/\.\.\/x\.txt\n/u);
});

test("what is not UTF-8 is left out and named, and git applies the rest", () => {
  git(["init", "-q"], root);
  const utf16 = Buffer.from(TEXT, "utf16le");
  write("mark.txt", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]));
  write("bare.txt", utf16);
  write("western.txt", Buffer.from(`${TEXT}Caf\xe9`, "latin1"));
  const path = write("z.txt");
  const files = ["mark.txt", "bare.txt", "western.txt", "z.txt"].map(result);
  const patch = diffRun(sampleRun(files), root);
  expect(patch.split("\n").slice(0, 4)).toEqual([
    "# Left out, since it is not UTF-8: mark.txt",
    "# Left out, since it is not UTF-8: bare.txt",
    "# Left out, since it is not UTF-8: western.txt",
    "--- a/z.txt",
  ]);
  apply(patch, root);
  expect(readFileSync(path, "utf8")).toBe(AFTER);
});

test("nothing to change gives nothing", () => {
  expect(diffRun(sampleRun([sampleFile("a.txt", TEXT, [])]), root)).toBe("");
});
