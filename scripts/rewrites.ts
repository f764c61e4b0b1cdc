/**
 * Measures the rewrites of the labelled cases that are found, and prints some to read.
 *   npm run rewrites                      the shares, and twenty rewrites
 *   npm run rewrites -- --read 100        more to read
 *   npm run rewrites -- --only lost       only those that lost what they should keep (or: leaked)
 *   npm run rewrites -- --cases FILE      on another file
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { MessageResult } from "../src/model/result.ts";
import { rewriteRecord } from "../src/report/output.ts";
import { loadRuleset } from "../src/ruleset/load.ts";
import { type Case, readCases } from "./corpus.ts";
import { lintCase } from "./lint-case.ts";

const ROOT = resolve(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    cases: { type: "string", default: resolve(ROOT, "fixtures/corpus/dev.jsonl") },
    read: { type: "string", default: "20" },
    only: { type: "string" },
  },
});
const ruleset = await loadRuleset([]);

interface Outcome {
  readonly one: Case;
  /** Undefined where nothing was offered. */
  readonly output: string | undefined;
  readonly clean: boolean;
  readonly lost: readonly string[];
  readonly leaked: readonly string[];
}

const outcomes: Outcome[] = [];
for (const one of readCases(values.cases)) {
  if (one.flag !== true) continue;
  const result = await lintCase(ruleset, one, one.text);
  if (isLoud(result)) outcomes.push(await outcomeOf(one, rewriteRecord(result)));
}
const offered = outcomes.filter(({ output }) => output !== undefined);
printShare("offered", offered.length, outcomes.length);
printShare("clean", offered.filter(({ clean }) => clean).length, offered.length);
printShare("keeps all", offered.filter(({ lost }) => lost.length === 0).length, offered.length);
printShare(
  "leaks none",
  offered.filter(({ leaked }) => leaked.length === 0).length,
  offered.length,
);
printSample(offered.filter(isWanted));

async function outcomeOf(one: Case, output: string | undefined): Promise<Outcome> {
  if (output === undefined) return { one, output, clean: false, lost: [], leaked: [] };
  const folded = fold(output);
  return {
    one,
    output,
    clean: !isLoud(await lintCase(ruleset, one, output)),
    lost: one.keep.filter((part) => !folded.includes(fold(part))),
    leaked: one.leak.filter((part) => folded.includes(fold(part))),
  };
}

function isLoud({ findings }: MessageResult): boolean {
  return findings.some(({ severity }) => severity !== "info");
}

function isWanted({ lost, leaked }: Outcome): boolean {
  if (values.only === "lost") return lost.length > 0;
  return values.only !== "leaked" || leaked.length > 0;
}

/** Evenly spread over the file, so that the same call prints the same cases. */
function printSample(from: readonly Outcome[]): void {
  const step = Math.max(1, Math.floor(from.length / Number(values.read)));
  for (const { one, output, lost, leaked } of from.filter((_, at) => at % step === 0)) {
    console.log(`\n${one.id}  ${one.text}\n${" ".repeat(one.id.length)}→ ${output}`);
    if (lost.length > 0) console.log(`  lost: ${lost.join(" | ")}`);
    if (leaked.length > 0) console.log(`  leaked: ${leaked.join(" | ")}`);
  }
}

function printShare(name: string, part: number, whole: number): void {
  const share = whole === 0 ? 0 : part / whole;
  console.log(`${name.padEnd(12)} ${share.toFixed(3)}  ${part}/${whole}`);
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, " ");
}
