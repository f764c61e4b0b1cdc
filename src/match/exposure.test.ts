import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lintText } from "../testing/engine.ts";

const ROOT = join(import.meta.dirname, "../../fixtures/exposure");
const OURS = /^(?:exposure|targeting)\//u;
/** Said in `places.tsv` only: most lines are about something else. */
const DEFAULTS = "exposure/missing-fallback";

const tables = readdirSync(ROOT).filter((name) => name.endsWith(".tsv"));

describe.each(tables)("%s", (table) => {
  const rows = readFileSync(join(ROOT, table), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t") as [string, string]);

  test.each(rows)("%s: %s", async (rules, cell) => {
    const text = cell.replaceAll("\\n", "\n");
    const { messages } = await lintText(text, { path: text.startsWith("<") ? "a.html" : "a.txt" });
    const found = messages
      .flatMap(({ findings }) => findings)
      .flatMap(({ rule, related }) => [rule, ...related])
      .filter((id) => OURS.test(id) && (id !== DEFAULTS || table === "places.tsv"));
    const expected = rules === "-" ? [] : rules.split(" ");
    expect([...new Set(found)].sort()).toEqual(expected.sort());
  });
});
