/** Checks rules/ and writes what linting loads: the rules, and what the judge learned. */
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { CreeplintError } from "../src/errors.ts";
import type { JudgementData } from "../src/model/judgement.ts";
import { assemble } from "../src/ruleset/assemble.ts";
import { packJudgement } from "../src/ruleset/judgement-table.ts";
import { readRuleFiles } from "../src/ruleset/load.ts";

const ROOT = resolve(import.meta.dirname, "..");
const TARGET = resolve(ROOT, "src/ruleset");
const MIN_EXAMPLES = 3;

try {
  const files = await readRuleFiles(resolve(ROOT, "rules"), ROOT);
  const { judgement: _, ...ruleset } = assemble(files, {
    minExamples: MIN_EXAMPLES,
    compilesPatterns: true,
  });
  const learned = JSON.parse(
    await readFile(resolve(ROOT, "rules/judgement.json"), "utf8"),
  ) as JudgementData;
  await writeFile(resolve(TARGET, "compiled.json"), `${JSON.stringify(ruleset)}\n`);
  await writeFile(resolve(TARGET, "judgement.bin"), packJudgement(learned));
} catch (error) {
  if (!(error instanceof CreeplintError)) throw error;
  console.error([error.place, error.code, error.message, error.hint].filter(Boolean).join("  "));
  process.exitCode = 2;
}
