import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { assemble } from "./assemble.ts";
import { loadRuleset } from "./load.ts";
import { ruleSchema } from "./schema.ts";

const PAGE = readFileSync(resolve(import.meta.dirname, "../../docs/rules-format.md"), "utf8");
const BLOCK = /```yaml\n(.*?)```/gsu;
const blocks = Array.from(PAGE.matchAll(BLOCK), ([, text]) => text ?? "");

function block(start: string): string {
  return blocks.find((text) => text.includes(start)) ?? "";
}

test("the rule of the page is one", async () => {
  const files = [
    { path: "own/brand/mascot.yaml", text: block("id: brand/mascot") },
    { path: "own/lexicon/words.yaml", text: block("watch-verb:") },
    { path: "own/evidence.yaml", text: block("our-study-2026:") },
  ];
  const base = await loadRuleset([]);
  const { rules } = assemble(files, { base, minExamples: 1, compilesPatterns: true });
  expect(rules.map(({ id }) => id)).toContain("brand/mascot");
});

test("the page names every key and every word that a rule may hold", () => {
  const words = [...JSON.stringify(ruleSchema()).matchAll(/"enum":\[(.*?)\]/gu)]
    .flatMap(([, list]) => (list ?? "").split(","))
    .map((word) => word.replaceAll('"', ""));
  const keys = Object.keys(ruleSchema().properties ?? {});
  const isNamed = (word: string) => PAGE.includes(`\`${word}\``);
  // Field classes are listed on the page about configuration.
  const config = readFileSync(resolve(import.meta.dirname, "../../docs/configuration.md"), "utf8");
  const missing = [...new Set([...words, ...keys])].filter(
    (word) => !isNamed(word) && !config.includes(`\`${word}\``),
  );
  expect(missing).toEqual([]);
});
