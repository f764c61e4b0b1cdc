import { NO_JUDGEMENT } from "../model/judgement.ts";
import type { Rule } from "../model/rule.ts";
import { isBy, lintExample, type TestContext } from "./test-rule.ts";

/** Frame tests, patterns, field tests and literals of a rule that fire on none of its examples. */
export async function unusedParts(rule: Rule, context: TestContext): Promise<readonly string[]> {
  const unused: string[] = [];
  for (const { name, alone } of partsOf(rule)) {
    if (!(await firesAlone(alone, context))) unused.push(name);
  }
  return unused;
}

interface RulePart {
  readonly name: string;
  /** The rule with nothing but that part. */
  readonly alone: Rule;
}

function partsOf(rule: Rule): readonly RulePart[] {
  const bare: Rule = { ...rule, when: [], patterns: [], fields: [], literals: [] };
  return [
    ...rule.when.map((test) => part("when", test, { ...bare, when: [test] })),
    ...rule.patterns.map((pattern) => part("pattern", pattern, { ...bare, patterns: [pattern] })),
    ...rule.fields.map((test) => part("field", test, { ...bare, fields: [test] })),
    ...rule.literals.map((name) => part("literal", name, { ...bare, literals: [name] })),
  ];
}

function part(kind: string, value: unknown, alone: Rule): RulePart {
  return { name: `${kind} ${JSON.stringify(value)}`, alone };
}

async function firesAlone(rule: Rule, { ruleset, settings }: TestContext): Promise<boolean> {
  // What the labelled cases taught would stand in for a part that never fires.
  const alone = { ...ruleset, rules: [rule], judgement: NO_JUDGEMENT };
  const context = { ruleset: alone, settings };
  for (const example of rule.flags) {
    const result = await lintExample(example, context);
    if (result?.findings.some((finding) => isBy(rule, finding)) === true) return true;
  }
  return false;
}
