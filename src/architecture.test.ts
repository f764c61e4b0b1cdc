import { readdirSync, readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { expect, test } from "vitest";

/** What each folder of src/ may import, besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  text: ["model"],
  yaml: ["model", "text", "errors.ts"],
  config: ["model", "text", "yaml", "errors.ts"],
  ruleset: ["model", "text", "yaml", "errors.ts"],
  git: ["errors.ts"],
  discover: ["model", "errors.ts"],
  read: ["model", "text", "errors.ts"],
  embed: ["model", "text"],
  parse: ["model", "text", "embed"],
  analyze: ["model", "text"],
  match: ["model", "text"],
  judge: ["model", "text"],
  weigh: ["model", "text"],
  rewrite: ["model", "text"],
  report: ["model", "text", "version.ts"],
  "lint.ts": ["model", "text", "embed", "parse", "analyze", "match", "judge", "weigh", "rewrite"],
  run: [
    "model",
    "text",
    "config",
    "ruleset",
    "discover",
    "read",
    "git",
    "weigh",
    "lint.ts",
    "errors.ts",
  ],
  "run.ts": [
    "model",
    "text",
    "config",
    "ruleset",
    "discover",
    "read",
    "run",
    "lint.ts",
    "errors.ts",
  ],
};

const ROOT = import.meta.dirname;
const IMPORT = /(?:from|import\() ?"(\.[^"]+)"/gu;

const edges = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .flatMap((file) =>
    Array.from(readFileSync(resolve(ROOT, file), "utf8").matchAll(IMPORT), ([, target]) => ({
      file,
      from: file.split(sep)[0] ?? "",
      to: relative(ROOT, resolve(ROOT, dirname(file), target ?? "")).split(sep)[0] ?? "",
    })),
  )
  .filter(({ from, to }) => from in MAY_IMPORT && from !== to);

test("each stage imports only what lies upstream of it", () => {
  expect(edges.filter(({ from, to }) => !MAY_IMPORT[from]?.includes(to))).toEqual([]);
});

test("the table names every stage folder", () => {
  const shells = ["cli", "testing"];
  const folders = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(folders.filter((name) => !(name in MAY_IMPORT) && !shells.includes(name))).toEqual([]);
});
