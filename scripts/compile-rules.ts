/** Checks rules/ and writes it as one file for the bundle. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { CreeplintError } from "../src/errors.ts";
import { assemble } from "../src/ruleset/assemble.ts";
import { readRuleFiles } from "../src/ruleset/load.ts";

const ROOT = resolve(import.meta.dirname, "..");
const TARGET = resolve(ROOT, "src/ruleset/compiled.json");
const MIN_EXAMPLES = 3;

try {
  const files = await readRuleFiles(resolve(ROOT, "rules"), ROOT);
  const ruleset = assemble(files, { minExamples: MIN_EXAMPLES, compilesPatterns: true });
  await mkdir(resolve(TARGET, ".."), { recursive: true });
  const judgement: unknown = JSON.parse(
    await readFile(resolve(ROOT, "rules/judgement.json"), "utf8"),
  );
  await writeFile(TARGET, `${JSON.stringify({ ...ruleset, judgement })}\n`);
} catch (error) {
  if (!(error instanceof CreeplintError)) throw error;
  console.error([error.place, error.code, error.message, error.hint].filter(Boolean).join("  "));
  process.exitCode = 2;
}
