import type { Edit, Finding, Suggestion } from "../model/finding.ts";
import type { Message } from "../model/message.ts";
import type { Severity } from "../model/rule.ts";
import type { Locator } from "./place.ts";

/** ESLint's numbers; an info counts as neither error nor warning. */
const NUMBERS: Record<Severity, 0 | 1 | 2> = { error: 2, warning: 1, info: 0 };

/** A finding in ESLint's shape. Offsets are UTF-16 code units from 0, ends exclusive. */
export function eslintMessage(message: Message, finding: Finding, locator: Locator) {
  const safe = finding.suggestions.find(({ tier }) => tier === "safe");
  return {
    ruleId: finding.rule,
    related: [...finding.related, ...finding.likely],
    severity: NUMBERS[finding.severity],
    level: finding.severity,
    ...body(message, finding, locator),
    ...(safe === undefined ? {} : { fix: fixOf(safe.edit) }),
    suggestions: finding.suggestions.map(suggestionOf),
  };
}

/** A finding in the shape of the JSON Lines report. */
export function lineFinding(message: Message, finding: Finding, locator: Locator) {
  return {
    ruleId: finding.rule,
    related: [...finding.related, ...finding.likely],
    severity: finding.severity,
    ...body(message, finding, locator),
    suggestions: finding.suggestions.map(suggestionOf),
  };
}

function body(message: Message, finding: Finding, locator: Locator) {
  const { line, column, endLine, endColumn } = locator.ofFinding(message, finding);
  const field = message.parts[finding.part]?.field;
  return {
    message: finding.message,
    text: finding.text,
    ...(field === undefined ? {} : { field }),
    line,
    column,
    endLine,
    endColumn,
    start: finding.span.start,
    end: finding.span.end,
    answers: finding.answers,
    ...(finding.branch.length === 0 ? {} : { branch: finding.branch }),
  };
}

function suggestionOf({ reason, move, tier, edit }: Suggestion) {
  if (edit.isUnwritable === true) return { desc: reason, move, tier, text: edit.text };
  return { desc: reason, move, tier, fix: fixOf(edit) };
}

function fixOf({ span, text }: Edit) {
  return { range: [span.start, span.end], text };
}
