/**
 * Measures the verdicts on labelled cases that nothing was learned from.
 *   npm run accuracy                     prints the tables; exit 1 below the floor
 *   npm run accuracy -- --mistakes       and every mistake
 *   npm run accuracy -- --cases FILE     on another file; no floor
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Finding } from "../src/model/finding.ts";
import { loadRuleset } from "../src/ruleset/load.ts";
import { type Case, readCases } from "./corpus.ts";
import { lintCase } from "./lint-case.ts";

const ROOT = resolve(import.meta.dirname, "..");
/** What the dev cases must reach; raise it with what is reached, never lower it. */
const FLOOR = { precision: 0.96, recall: 0.875, rule: 0.92, span: 0.985 };

const { values } = parseArgs({
  options: { cases: { type: "string" }, mistakes: { type: "boolean", default: false } },
});
const ruleset = await loadRuleset([]);
const cases = readCases(values.cases ?? resolve(ROOT, "fixtures/corpus/dev.jsonl"));

interface Verdict {
  readonly one: Case;
  readonly findings: readonly Finding[];
}

const verdicts: Verdict[] = [];
for (const one of cases) {
  if (one.flag !== null) verdicts.push({ one, findings: await flagsOf(one) });
}
const overall = measure(verdicts);
print("overall", verdicts);
for (const [title, key] of [
  ["family", ({ rules }: Case) => rules[0]?.split("/")[0] ?? "clean"],
  ["ruling", ({ ruling }: Case) => String(ruling)],
  ["channel", ({ channel }: Case) => channel],
  ["kind", ({ kind }: Case) => kind],
] as const) {
  console.log(`\nby ${title}`);
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const name = key(verdict.one);
    groups.set(name, [...(groups.get(name) ?? []), verdict]);
  }
  for (const name of [...groups.keys()].sort(byNumber)) print(name, groups.get(name) ?? []);
}
if (values.mistakes) for (const verdict of verdicts) printMistake(verdict);
if (values.cases === undefined) checkFloor();

/** What a case is flagged with; what is only `info` does not count as a finding. */
async function flagsOf(one: Case): Promise<readonly Finding[]> {
  const { findings } = await lintCase(ruleset, one, one.text);
  return findings.filter(({ severity }) => severity !== "info");
}

function measure(rows: readonly Verdict[]) {
  const hits = rows.filter(({ one, findings }) => one.flag && findings.length > 0);
  const falseAlarms = rows.filter(({ one, findings }) => !one.flag && findings.length > 0);
  const creepy = rows.filter(({ one }) => one.flag);
  return {
    cases: rows.length,
    falseAlarms: falseAlarms.length,
    precision: ratio(hits.length, hits.length + falseAlarms.length),
    recall: ratio(hits.length, creepy.length),
    rule: ratio(hits.filter(namesRule).length, hits.length),
    span: ratio(hits.filter(underlines).length, hits.length),
  };
}

function namesRule({ one, findings }: Verdict): boolean {
  return findings.some(({ rule, related, likely }) =>
    [rule, ...related, ...likely].some((id) => one.rules.includes(id)),
  );
}

/** The words found and the labelled ones share half of the shorter. */
function underlines({ one, findings }: Verdict): boolean {
  return findings.some(({ text }) => {
    const a = one.text.indexOf(text);
    const b = one.text.indexOf(one.span);
    if (a < 0 || b < 0 || text === "") return false;
    const shared = Math.min(a + text.length, b + one.span.length) - Math.max(a, b);
    return shared * 2 >= Math.min(text.length, one.span.length);
  });
}

function ratio(part: number, all: number): number {
  return all === 0 ? 1 : part / all;
}

function print(name: string, rows: readonly Verdict[]): void {
  const { cases: count, falseAlarms, precision, recall, rule, span } = measure(rows);
  const shares = [precision, recall, rule, span].map((share) => share.toFixed(3).padStart(7));
  console.log(
    `${name.padEnd(14)} ${String(count).padStart(4)} cases  precision ${shares[0]}  recall ${shares[1]}` +
      `  rule ${shares[2]}  span ${shares[3]}  false alarms ${falseAlarms}`,
  );
}

function byNumber(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}

function printMistake({ one, findings }: Verdict): void {
  const found = findings.map(({ rule, text }) => `${rule} “${text}”`).join(", ");
  if (one.flag && findings.length === 0) {
    console.log(`missed       ${one.id}  ${JSON.stringify(one.text)}  ${one.rules.join(", ")}`);
  } else if (!one.flag && findings.length > 0) {
    console.log(`false alarm  ${one.id}  ${JSON.stringify(one.text)}  ${found}`);
  } else if (one.flag && !namesRule({ one, findings })) {
    console.log(`other rule   ${one.id}  ${JSON.stringify(one.text)}  ${found}`);
  }
}

function checkFloor(): void {
  const below = Object.entries(FLOOR).filter(
    ([name, floor]) => overall[name as keyof typeof FLOOR] < floor,
  );
  for (const [name, floor] of below) console.error(`Below the floor: ${name} must be ${floor}.`);
  if (below.length > 0) process.exitCode = 1;
}
