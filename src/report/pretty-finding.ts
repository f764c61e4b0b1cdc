import type { ChalkInstance } from "chalk";
import type { Finding, Suggestion } from "../model/finding.ts";
import type { Message, Part } from "../model/message.ts";
import type { Severity } from "../model/rule.ts";
import { codeFrame } from "./code-frame.ts";
import type { Locator } from "./place.ts";
import type { ReportContext } from "./reporter.ts";
import { sendInstead } from "./send-instead.ts";
import { visibleLine } from "./visible.ts";
import { hang, wrap } from "./wrap.ts";

const GUTTER = 6;
const INDENT = GUTTER + 3;

export interface FindingView {
  readonly context: ReportContext;
  readonly locator: Locator;
  /** False where the reason was given before. */
  readonly saysWhy: boolean;
}

/** A finding for people: its line, what is wrong, why, and what to send in its place. */
export function prettyFinding(
  message: Message,
  finding: Finding,
  { context, locator, saysWhy }: FindingView,
): string[] {
  const { paint, width, ruleset } = context;
  const rule = saysWhy ? ruleset.rules.find(({ id }) => id === finding.rule) : undefined;
  const head = `${word(finding.severity, paint)}  ${shortMessage(finding)}`;
  return [
    ...frame(message, finding, context, locator),
    ...wrap(`${head}  ${paint.dim(finding.rule)}`, INDENT, width),
    ...(rule === undefined ? [] : wrap(paint.dim(visibleLine(rule.why)), INDENT, width)),
    ...branchLines(finding, context),
    ...suggestionLines(message.parts[finding.part], finding.suggestions, context),
  ];
}

/** The words stand in the line above: of many, the first are enough to find them again. */
function shortMessage({ message, text }: Finding): string {
  const words = visibleLine(text);
  if (words.length <= MAX_QUOTE) return visibleLine(message);
  const short = words.slice(0, MAX_QUOTE).replace(LAST_WORD, "");
  return visibleLine(message).replace(words, () => `${short} …`);
}

const MAX_QUOTE = 40;
const LAST_WORD = /\s\S*$/u;

function frame(
  message: Message,
  finding: Finding,
  { paint, width }: ReportContext,
  locator: Locator,
): string[] {
  const part = message.parts[finding.part];
  if (part === undefined) return [];
  const { line } = locator.ofFinding(message, finding);
  const field = part.field === undefined ? undefined : visibleLine(part.field).slice(0, GUTTER);
  const isDecoded = !showsWords(
    part.text.slice(finding.span.start, finding.span.end),
    finding.text,
  );
  return codeFrame({
    text: isDecoded ? finding.text : part.text,
    span: isDecoded ? { start: 0, end: finding.text.length } : finding.span,
    label: (index) => field ?? String(line + index),
    gutter: GUTTER,
    width,
    paint,
    tone: toneOf(finding.severity, paint),
  });
}

const WORD = /\p{L}{3,}/gu;
const SOFT_BREAK = /=\r?\n/gu;

/** Whether the words can be made out in the file; in base64 they cannot. */
function showsWords(raw: string, text: string): boolean {
  const words = text.match(WORD) ?? [];
  const line = raw.replace(SOFT_BREAK, "");
  return words.length === 0 || words.some((word) => line.includes(word));
}

function branchLines({ branch }: Finding, { paint, width }: ReportContext): string[] {
  if (branch.length === 0) return [];
  const tests = branch.map(visibleLine).join(", and ");
  return wrap(paint.dim(`Only seen if ${tests}`), INDENT, width);
}

function suggestionLines(
  part: Part | undefined,
  suggestions: readonly Suggestion[],
  context: ReportContext,
): string[] {
  const { paint, width, verbose } = context;
  const shown = verbose ? suggestions : suggestions.slice(0, 1);
  const lines = shown.flatMap((suggestion) =>
    hang(paint.green("→"), wordsOf(part, suggestion, context), INDENT, width),
  );
  const more = suggestions.length - shown.length;
  if (more === 0) return lines;
  return [...lines, ...wrap(paint.dim(`${more} more with --verbose`), INDENT + 2, width)];
}

function wordsOf(
  part: Part | undefined,
  suggestion: Suggestion,
  { paint, verbose }: ReportContext,
): string {
  const { words, isCopy } = sendInstead(part, suggestion);
  const shown = paint.green(words);
  return verbose && isCopy ? `${shown} ${paint.dim(visibleLine(suggestion.reason))}` : shown;
}

function word(severity: Severity, paint: ChalkInstance): string {
  return toneOf(severity, paint).bold(severity);
}

function toneOf(severity: Severity, paint: ChalkInstance): ChalkInstance {
  const tones: Record<Severity, ChalkInstance> = {
    error: paint.red,
    warning: paint.yellow,
    info: paint.blue,
  };
  return tones[severity];
}
