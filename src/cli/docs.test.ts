import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../config/load.ts";
import { reporterNames } from "../report/reporters/names.ts";
import { createProject } from "../testing/project.ts";
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

// `npx vitest run src/cli/docs.test.ts -u` writes the sample anew.
test("the sample in the README is the real output", async () => {
  const readme = read("README.md");
  const [sample = "", command = ""] =
    /```console\n\$ npx creeplint ([^\n]+)\n[\s\S]*?```/u.exec(readme) ?? [];
  const { stdout } = await runMain(command.split(" "), { cwd: join(ROOT, "fixtures/demo") });
  const real = `\`\`\`console\n$ npx creeplint ${command}\n${stdout}\`\`\``;
  await expect(readme.replace(sample, () => real)).toMatchFileSnapshot(join(ROOT, "README.md"));
});

describe("what the README says is so", () => {
  const readme = () => read("README.md");
  const lintText = async (name: string, text: string) => {
    const { root } = createProject({ [name]: text });
    const { stdout } = await runMain([name, "--no-config", "--format", "json"], { cwd: root });
    const [{ messages, suppressedMessages }] = JSON.parse(stdout);
    const rules = messages.filter(({ level }: { level: string }) => level !== "info");
    return {
      rules: rules.map(({ ruleId }: { ruleId: string }) => ruleId.split("/")[0]),
      silenced: suppressedMessages.length,
    };
  };
  const rows = Array.from(
    readme().matchAll(/^\| `(\w+)` \| ([^`|]+) \| ([^`|]+) \|$/gmu),
    ([, family = "", creepy = "", fine = ""]) => ({ family, creepy, fine }),
  ).filter(({ family }) => family !== "targeting");

  test.each(rows)("$family: “$creepy” is creepy, “$fine” is fine", async ({ creepy, fine }) => {
    expect((await lintText("a.txt", creepy)).rules).not.toEqual([]);
    expect((await lintText("a.txt", fine)).rules).toEqual([]);
  });

  test("the merge tags are read as tags", async () => {
    const section = /## What it reads\n([\s\S]*?)\n## /u.exec(readme())?.[1] ?? "";
    const paragraph = section.split("\n").find((line) => line.startsWith("Merge tags")) ?? "";
    const tags = Array.from(paragraph.matchAll(/`([^`]+)`/gu), ([, tag]) => tag ?? "");
    expect(tags.length).toBeGreaterThan(5);
    for (const tag of tags) {
      const { root } = createProject({ "a.txt": `Hello ${tag}, spring is here.` });
      const { stdout } = await runMain(["parse", "a.txt", "--format", "json"], { cwd: root });
      const [{ parts }] = JSON.parse(stdout);
      expect(parts[0].segment.holes, tag).toHaveLength(1);
      expect(parts[0].segment.holes[0].fields[0].is, tag).toBe("name");
    }
  });

  test("the config is one", async () => {
    const [, config = ""] = /```yaml\n(channel[\s\S]*?)```/u.exec(readme()) ?? [];
    const { root } = createProject({ "creeplint.yaml": config, "receipts/a.html": "" });
    expect(await loadConfig({ cwd: root })).toMatchObject({ brand: ["Fern & Spade"] });
  });

  test("the comment silences the line", async () => {
    const [, html = ""] = /```html\n([\s\S]*?)```/u.exec(readme()) ?? [];
    expect(await lintText("a.html", html)).toEqual({ rules: [], silenced: 1 });
    expect((await lintText("a.html", html.replace(/<!--.*-->/u, ""))).rules).toHaveLength(1);
  });
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
