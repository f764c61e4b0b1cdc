import { type LintContext, lintSource } from "../lint.ts";
import type { Settings } from "../model/config.ts";
import type { Finding } from "../model/finding.ts";
import type { MessageResult } from "../model/result.ts";
import type { Example, Rule, Ruleset } from "../model/rule.ts";
import { rewriteRecord } from "../report/output.ts";

/** An example that did not come out as its rule says. */
export interface Failure {
  readonly text: string;
  readonly expected: string;
  readonly got: string;
}

export interface TestContext {
  readonly ruleset: Ruleset;
  readonly settings: Settings;
}

/** Runs the examples of a rule among all rules. */
export async function testRule(rule: Rule, context: TestContext): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const example of rule.flags) failures.push(...(await testFlag(rule, example, context)));
  for (const example of rule.allows) failures.push(...(await testAllow(rule, example, context)));
  return failures;
}

/** The findings that an example gives, read as a record of an archive. */
export async function lintExample(
  { text, channel, kind }: Example,
  { ruleset, settings }: TestContext,
): Promise<MessageResult | undefined> {
  const source = {
    path: "example.jsonl",
    text: JSON.stringify({ text, channel, kind }),
    encoding: "utf-8",
    bom: false,
  } as const;
  const context: LintContext = { ruleset, settings: { ...settings, channel, kind }, today: TODAY };
  const { messages } = await lintSource(source, context, { format: "record", line: 1 });
  return messages[0];
}

/** Suppressions play no part in examples; any date does. */
const TODAY = "2000-01-01";

export function isBy(rule: Rule, finding: Finding): boolean {
  return finding.rule === rule.id || finding.related.includes(rule.id);
}

async function testFlag(
  rule: Rule,
  example: Example,
  context: TestContext,
): Promise<readonly Failure[]> {
  const result = await lintExample(example, context);
  const findings = result?.findings ?? [];
  if (result === undefined || !findings.some((finding) => isBy(rule, finding))) {
    return [{ text: example.text, expected: "a finding", got: describe(findings) }];
  }
  if (example.rewrite === undefined) return [];
  const output = rewriteRecord(result) ?? "no rewrite";
  if (output === example.rewrite) return [];
  return [{ text: example.text, expected: example.rewrite, got: output }];
}

async function testAllow(
  rule: Rule,
  example: Example,
  context: TestContext,
): Promise<readonly Failure[]> {
  const result = await lintExample(example, context);
  const found = (result?.findings ?? []).filter((finding) => isBy(rule, finding));
  if (found.length === 0) return [];
  return [{ text: example.text, expected: "nothing by this rule", got: describe(found) }];
}

function describe(findings: readonly Finding[]): string {
  if (findings.length === 0) return "nothing";
  return findings.map(({ rule, text }) => `${rule} on “${text}”`).join(", ");
}
