import { expect, test } from "vitest";
import { createProject } from "../testing/project.ts";
import { runBinary } from "../testing/run-cli.ts";

const CREEPY = "We noticed you like rakes, perhaps you'll like our sale on brooms this weekend.\n";

test("a finding is exit code 1, with the report on standard output and no colour", async () => {
  const { root } = createProject({ "a.txt": CREEPY });
  const { code, stdout, stderr } = await runBinary(["a.txt"], { cwd: root });
  expect([code, stderr]).toEqual([1, ""]);
  expect(stdout).toContain("watching/noticed");
  expect(stdout).not.toContain("\u001b[");
});

test("FORCE_COLOR colours a pipe, NO_COLOR alone does nothing to it", async () => {
  const { root } = createProject({ "a.txt": CREEPY });
  const forced = await runBinary(["a.txt"], { cwd: root, env: { FORCE_COLOR: "1" } });
  expect(forced.stdout).toContain("\u001b[31m");
  const plain = await runBinary(["a.txt"], { cwd: root, env: { NO_COLOR: "1" } });
  expect(plain.stdout).not.toContain("\u001b[");
});

test("standard input is read", async () => {
  const { root } = createProject({});
  const { code, stdout } = await runBinary(["-", "--format", "compact"], {
    cwd: root,
    stdin: CREEPY,
  });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^<?stdin>?:1:1: error: /u);
});

test("trouble is exit code 2, with one line on standard error", async () => {
  const { root } = createProject({});
  const { code, stdout, stderr } = await runBinary(["--fromat", "json"], { cwd: root });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toBe("creeplint: Unknown option '--fromat'. Did you mean --format?\n");
});

test("files are written", async () => {
  const project = createProject({ "a.txt": CREEPY });
  const argv = ["a.txt", "--fix-unsafe", "--format", "json:out/report.json"];
  const { stderr } = await runBinary(argv, { cwd: project.root });
  expect(stderr).toBe("Rewrote 1 file.\n");
  expect(project.read("a.txt")).not.toBe(CREEPY);
  expect(JSON.parse(project.read("out/report.json"))).toHaveLength(1);
});

test("components are read with their parser, in a folder only where they are messages", async () => {
  const component = (copy: string) => `export const X = () => <p>{"${copy}"} {name}</p>;\n`;
  const files = { "emails/a.tsx": component(CREEPY.trim()), "src/b.tsx": component(CREEPY.trim()) };
  const { root } = createProject(files);
  const inFolder = await runBinary(["--format", "compact"], { cwd: root });
  expect(inFolder.stdout).toMatch(/^emails\/a\.tsx:1:29: error: [^\n]*\n$/u);
  const named = await runBinary(["src/b.tsx", "--format", "compact"], { cwd: root });
  expect(named.stdout).toMatch(/^src\/b\.tsx:1:29: error: [^\n]*\n$/u);
});

test("a large report is written whole", async () => {
  const lines = Array.from(
    { length: 3000 },
    (_, id) => `${JSON.stringify({ id: String(id), text: "Hello there." })}\n`,
  );
  const { root } = createProject({ "a.jsonl": lines.join("") });
  const { code, stdout } = await runBinary(["a.jsonl", "--format", "json"], { cwd: root });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toHaveLength(3000);
});

test.each([
  ["nothing", "", 0],
  ["a finding", `${JSON.stringify({ text: CREEPY })}\n`, 1],
  ["trouble", "not json\n", 2],
])(
  "a reader that leaves early hears no more, but %s is in the exit code",
  async (_, last, code) => {
    const lines = Array.from(
      { length: 3000 },
      (_, id) => `${JSON.stringify({ id: String(id), text: "Hello there." })}\n`,
    );
    const { root } = createProject({ "a.jsonl": lines.join("") + last });
    const result = await runBinary(["a.jsonl", "--format", "jsonl"], {
      cwd: root,
      closesEarly: true,
    });
    expect([result.code, result.stderr]).toEqual([code, ""]);
  },
);

test("help is quick: nothing heavy is loaded", async () => {
  const { code, stdout } = await runBinary(["--help"], { cwd: createProject({}).root });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Usage: creeplint/u);
});
