import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(resolve(ROOT, path), "utf8");
const PAGE = read("docs/accuracy.md");

test("the floor on the page is the one that is checked", () => {
  const [, floor = ""] = /^const FLOOR = \{ (.*) \};$/mu.exec(read("scripts/accuracy.ts")) ?? [];
  expect(floor).not.toBe("");
  expect(PAGE).toContain(`CI fails below the floor: ${floor.replaceAll(":", "")}.`);
});

test("every file of cases is in the table of the page", () => {
  const rows = PAGE.split("\n").filter((line) => line.startsWith("| `"));
  const named = rows.flatMap((row) => row.match(/(?<=`)[^`]+(?=`)/gu) ?? []);
  const isNamed = (file: string) =>
    named.some(
      (name) => name === file || (name.endsWith("*") && file.startsWith(name.slice(0, -1))),
    );
  const files = readdirSync(resolve(ROOT, "fixtures/corpus"));
  expect(files.filter((file) => !isNamed(file))).toEqual([]);
});

test("the commands of the page are there", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const commands = Array.from(PAGE.matchAll(/npm run ([a-z]+)/gu), ([, name]) => name ?? "");
  expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});
