import { resolve } from "node:path";
import { expect, test } from "vitest";
import type { FileResult } from "../model/result.ts";
import { createLocator } from "../report/place.ts";
import { type RunOptions, run } from "../run.ts";
import { createProject } from "../testing/project.ts";
import { runMain } from "../testing/run-cli.ts";

const ABSENT = "You haven't bought a new garden hose for two years, time for a new one!";
const mailOf = (id: string, body: string) =>
  `From a@b.example Thu Jan  1 00:00:00 2026\nMessage-ID: <${id}>\nSubject: Hi\n\n${body}\n\n`;
const MAILBOX = mailOf("1@x", "Hello.") + mailOf("2@x", `>From us:\n\n${ABSENT}`);

const options = (cwd: string): RunOptions => ({ cwd, paths: ["a.mbox"], config: false, flags: {} });

test("each mail is a message, with the lines of the file", async () => {
  const project = createProject({ "a.mbox": MAILBOX });
  const { files, counts } = await run(options(project.root));
  expect(counts).toMatchObject({ files: 1, messages: 2, errors: 1, failed: 0 });
  const [, second] = files[0]?.messages ?? [];
  expect(second?.message).toMatchObject({ id: "2@x", line: 7 });
  const [finding] = second?.findings ?? [];
  const line = MAILBOX.split("\n").indexOf(ABSENT) + 1;
  expect(second && finding && createLocator().ofFinding(second.message, finding)).toMatchObject({
    line,
    column: 1,
    endLine: line,
  });
  expect(second?.message.parts.flatMap(({ segments }) => segments.map(({ text }) => text))).toEqual(
    ["Hi", "From us:", ABSENT],
  );
});

test("results are given mail by mail and not kept", async () => {
  const project = createProject({ "a.mbox": MAILBOX });
  const seen: FileResult[] = [];
  const { files } = await run({ ...options(project.root), onResult: (file) => seen.push(file) });
  expect(seen.map(({ messages }) => messages.length)).toEqual([1, 1]);
  expect(files[0]?.messages).toEqual([]);
});

test("a mailbox is not rewritten, but shown as it would be", async () => {
  const project = createProject({ "a.mbox": MAILBOX });
  const fixed = await runMain(["lint", "a.mbox", "--fix-unsafe"], { cwd: project.root });
  expect(fixed.stderr).toContain("archives are not rewritten");
  expect(project.read("a.mbox")).toBe(MAILBOX);
  const shown = await runMain(["lint", "a.mbox", "--fix-dry-run", "--format", "jsonl"], {
    cwd: project.root,
  });
  const [, second] = shown.stdout
    .trim()
    .split("\n")
    .map((text: string) => JSON.parse(text));
  expect(second.filePath).toBe(resolve(project.root, "a.mbox"));
  expect(second.output).toContain("\n>From us:\n\nTime for a new garden hose!\n");
});

test("notices have the lines of the file, too", async () => {
  const broken = mailOf("3@x", "A").replace("Subject: Hi", "Content-Type: multipart/mixed");
  const project = createProject({ "a.mbox": MAILBOX + broken });
  const { files } = await run(options(project.root));
  expect(files[0]?.notices).toMatchObject([{ code: "mail-no-parts", line: 19 }]);
});
