import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createProject } from "../testing/project.ts";
import {
  sampleFile,
  sampleFinding,
  sampleMessage,
  samplePart,
  sampleRun,
  sampleSuggestion,
} from "../testing/sample-result.ts";
import { applyFixes } from "./fix.ts";
import type { LintFlags } from "./flags.ts";
import type { Io } from "./io.ts";

const TEXT = "We saw you. Brooms are here.\n";
const finding = sampleFinding(TEXT, "We saw you.");
const FLAGS: LintFlags = { failOn: "error", ignore: true };

function run(tier: "safe" | "unsafe" | "manual") {
  const suggestions = [sampleSuggestion(finding, "Hello.", { tier })];
  const message = sampleMessage(samplePart(TEXT), [{ ...finding, suggestions }]);
  return sampleRun([sampleFile("a.txt", TEXT, [message])]);
}

function ioFor(cwd: string): Io & { readonly said: string[] } {
  const said: string[] = [];
  return {
    cwd,
    width: 80,
    colour: 0,
    said,
    stdout: () => {},
    stderr: (text) => said.push(text),
    stdin: () => Promise.resolve(new Uint8Array()),
  };
}

test.each([
  { tier: "safe", flags: {}, changed: 1 },
  { tier: "unsafe", flags: {}, changed: 0 },
  { tier: "unsafe", flags: { fixUnsafe: true }, changed: 1 },
  { tier: "manual", flags: { fixUnsafe: true }, changed: 0 },
] as const)("$tier with $flags writes $changed", async ({ tier, flags, changed }) => {
  const project = createProject({ "a.txt": TEXT });
  const fixes = await applyFixes(run(tier), { ...FLAGS, ...flags }, ioFor(project.root));
  expect(fixes).toEqual({ changed, failed: false });
  expect(project.read("a.txt")).toBe(changed === 1 ? "Hello. Brooms are here.\n" : TEXT);
});

test("a file that changed since it was read is not written", async () => {
  const project = createProject({ "a.txt": TEXT });
  writeFileSync(project.path("a.txt"), `${TEXT}More.\n`);
  const io = ioFor(project.root);
  expect(await applyFixes(run("safe"), FLAGS, io)).toEqual({ changed: 0, failed: true });
  expect(io.said).toEqual(["a.txt: not rewritten: it is no longer what was read\n"]);
  expect(project.read("a.txt")).toBe(`${TEXT}More.\n`);
});

test("a file that went away is said", async () => {
  const io = ioFor(createProject({}).root);
  expect(await applyFixes(run("safe"), FLAGS, io)).toEqual({ changed: 0, failed: true });
  expect(io.said[0]).toMatch(/^a\.txt: not rewritten: ENOENT/u);
});
