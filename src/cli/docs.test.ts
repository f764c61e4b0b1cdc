import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { reporterNames } from "../report/reporters/names.ts";
import { runMain } from "../testing/run-cli.ts";
import type { Io } from "./io.ts";
import { createProgram } from "./program.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const pages = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const IO: Io = {
  cwd: ROOT,
  width: 80,
  colour: 0,
  stdout: () => {},
  stderr: () => {},
  stdin: () => Promise.resolve(new Uint8Array()),
};

describe("docs/cli.md", () => {
  const page = read("docs/cli.md");
  const program = createProgram(IO, () => {});
  const options = program.commands.flatMap((command) => command.options.map(({ long }) => long));
  const written = new Set(page.match(/(?<=`)--[a-z-]+/gu));

  test("names every option, and no other", () => {
    const known = new Set(options.filter((option) => option !== "--help"));
    expect([...written].sort()).toEqual([...known].sort());
  });

  test("has a section for every command, and no other", () => {
    expect(page.match(/(?<=^## ).+$/gmu)).toEqual(
      program.commands.map((command) => command.name()),
    );
  });

  test("says what every format is", () => {
    for (const name of reporterNames) expect(page).toMatch(new RegExp(`^\`${name}\` is `, "mu"));
  });
});

test.each(pages)("%s has no broken link to a file", (page) => {
  const targets = Array.from(
    read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/gu),
    ([, path]) => path ?? "",
  );
  const broken = targets.filter((path) => !existsSync(resolve(ROOT, dirname(page), path)));
  expect(broken).toEqual([]);
});

test("the sample in the README is the real output", async () => {
  const [, command = "", output = ""] =
    /```console\n\$ npx creeplint ([^\n]+)\n([\s\S]*?)```/u.exec(read("README.md")) ?? [];
  const { stdout } = await runMain(command.split(" "), { cwd: join(ROOT, "fixtures/demo") });
  expect(output).toBe(stdout);
});

test("the demo shows the product off, and its clean messages are clean", async () => {
  const { stdout, code } = await runMain(["--format", "json"], {
    cwd: join(ROOT, "fixtures/demo"),
  });
  const found: Record<string, number> = {};
  for (const { filePath, id, errorCount, warningCount } of JSON.parse(stdout)) {
    const name = id ?? filePath.split("/").at(-1);
    found[name] = errorCount + warningCount;
  }
  expect(code).toBe(1);
  expect(Object.keys(found).filter((name) => found[name] === 0)).toEqual([
    "spring-sale",
    "collect",
    "receipt.html",
    "welcome.html",
  ]);
});
