import type { Citation, Example, Rule, Ruleset, Severity } from "../model/rule.ts";
import { markdownText } from "./markdown-text.ts";
import { visibleLine } from "./visible.ts";

export const LEVELS = { error: "error", warning: "warning", info: "note" } as const;
const PROBLEM: Record<Severity, string> = {
  error: "error",
  warning: "warning",
  info: "recommendation",
};
/** GitHub cuts longer ones. */
const MAX_TEXT = 1024;
const WORD_START = /(?:^|[^a-z0-9])([a-z0-9])/gu;

/** A rule as SARIF describes it. */
export function sarifRule(rule: Rule, ruleset: Ruleset) {
  return {
    id: rule.id,
    name: rule.id.replace(WORD_START, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: visibleLine(rule.title).slice(0, MAX_TEXT) },
    fullDescription: { text: visibleLine(rule.why).slice(0, MAX_TEXT) },
    help: { text: helpText(rule), markdown: helpMarkdown(rule, ruleset) },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      tags: ["creepy-copy", rule.id.split("/")[0]],
      "problem.severity": PROBLEM[rule.severity],
    },
  };
}

function helpText({ why, instead }: Rule): string {
  return `${visibleLine(why)} ${visibleLine(instead)}`.trim();
}

function helpMarkdown(rule: Rule, { evidence, policy }: Ruleset): string {
  const cited = [...cite(rule.evidence, evidence), ...cite(rule.policy, policy)];
  return [
    `# ${markdownText(rule.title)}`,
    markdownText(rule.why),
    ...section("What to write instead", [markdownText(rule.instead)]),
    ...section("Creepy", list(rule.flags.map(example))),
    ...section("Fine", list(rule.allows.map(example))),
    ...section("Sources", list(cited)),
  ].join("\n\n");
}

function section(title: string, body: readonly string[]): string[] {
  return body.length === 0 ? [] : [`## ${title}`, ...body];
}

function list(items: readonly string[]): string[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${item}`).join("\n")];
}

function example({ text, rewrite }: Example): string {
  const words = markdownText(text);
  return rewrite === undefined ? words : `${words} → ${markdownText(rewrite)}`;
}

function cite(
  keys: readonly string[],
  known: Readonly<Record<string, Citation>>,
): readonly string[] {
  return keys.flatMap((key) => {
    const cited = known[key];
    return cited === undefined ? [] : [`${markdownText(cited.title)}: ${markdownText(cited.says)}`];
  });
}
