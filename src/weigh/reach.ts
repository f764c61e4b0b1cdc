import type { Directive } from "../model/directive.ts";
import type { Notice } from "../model/notice.ts";
import { indexLines, type LineIndex } from "../text/line-index.ts";
import { warning } from "./directive-problem.ts";

/** A directive with the offsets at which it counts. */
export interface Reach {
  readonly directive: Directive;
  readonly covers: (offset: number) => boolean;
}

interface Reaches {
  readonly reaches: readonly Reach[];
  /** Ranges that do not end, and ends that end nothing. */
  readonly notices: readonly Notice[];
}

const WORD = /[\p{L}\p{N}]/u;

/**
 * What each directive covers.
 * @param sound the directives that are in order
 * @param all every directive of the part: they are passed over in search of the next line
 */
export function reachOf(
  sound: readonly Directive[],
  all: readonly Directive[],
  text: string,
): Reaches {
  const lines = indexLines(text);
  const ordered = [...sound].sort(byPlace);
  const starts = ordered.filter(({ scope }) => scope === "start");
  const ends = ordered.filter(({ scope }) => scope === "end");
  const ranges = starts.flatMap((start) => rangesOf(start, ends));
  const needless = ends.filter((end) => !endsSomething(end, all));
  const wordLines = nextWordLines(lines, withoutDirectives(text, all));
  return {
    reaches: [
      ...ordered.flatMap((directive) => fixedReach(directive, lines, wordLines)),
      ...ranges.map(({ reach }) => reach),
    ],
    notices: [...ranges.flatMap(({ notice }) => notice), ...needless.map(endsNothing)],
  };
}

function byPlace(a: Directive, b: Directive): number {
  return a.span.start - b.span.start;
}

/** The reach of a directive that needs no other to end it. */
function fixedReach(
  directive: Directive,
  lines: LineIndex,
  wordLines: readonly number[],
): readonly Reach[] {
  const first = lines.position(directive.span.start).line;
  const last = lines.position(Math.max(directive.span.start, directive.span.end - 1)).line;
  if (directive.scope === "file") return [{ directive, covers: () => true }];
  if (directive.scope === "line") return [{ directive, covers: within(lines, first, last) }];
  if (directive.scope !== "next-line") return [];
  const next = wordLines[last + 1] ?? 0;
  return [{ directive, covers: within(lines, next, next) }];
}

function within(lines: LineIndex, from: number, to: number): Reach["covers"] {
  return (offset) => {
    const { line } = lines.position(offset);
    return line >= from && line <= to;
  };
}

/** For each 1-based line, itself or the first below it that holds words; 0 where none does. */
function nextWordLines(lines: LineIndex, text: string): readonly number[] {
  const next = new Array<number>(lines.lineCount + 2).fill(0);
  let end = text.length;
  for (let line = lines.lineCount; line > 0; line--) {
    const start = lines.lineStart(line);
    next[line] = WORD.test(text.slice(start, end)) ? line : (next[line + 1] ?? 0);
    end = start;
  }
  return next;
}

/** The text with blanks where directives stand, so that the next line is not one of them. */
function withoutDirectives(text: string, directives: readonly Directive[]): string {
  let out = "";
  let at = 0;
  for (const { span } of [...directives].sort(byPlace)) {
    if (span.start < at) continue;
    out += text.slice(at, span.start) + " ".repeat(span.end - span.start);
    at = span.end;
  }
  return out + text.slice(at);
}

/** One range for each rule: each may end elsewhere. */
function rangesOf(
  start: Directive,
  ends: readonly Directive[],
): readonly { readonly reach: Reach; readonly notice: readonly Notice[] }[] {
  return start.rules.map((rule) => {
    const end = ends.find((one) => one.span.start > start.span.start && isEndOf(one, rule));
    const from = start.span.start;
    const to = end?.span.start ?? Number.POSITIVE_INFINITY;
    const covers = (offset: number) => offset >= from && offset < to;
    return {
      reach: { directive: { ...start, rules: [rule] }, covers },
      notice: end === undefined ? [unclosed(start, rule)] : [],
    };
  });
}

function isEndOf({ rules }: Directive, rule: string): boolean {
  return rules.length === 0 || rules.includes(rule);
}

function endsSomething(end: Directive, all: readonly Directive[]): boolean {
  return all.some(
    ({ scope, span, rules }) =>
      scope === "start" &&
      span.start < end.span.start &&
      (rules.length === 0 || rules.some((rule) => isEndOf(end, rule))),
  );
}

function unclosed(start: Directive, rule: string): Notice {
  return warning("suppression-unclosed", start, {
    message: `The suppression of "${rule}" is never closed, so it holds to the end.`,
    hint: `Write creeplint-enable ${rule} where it should end.`,
  });
}

function endsNothing(end: Directive): Notice {
  return warning("suppression-without-start", end, {
    message: "This ends a suppression that never began.",
    hint: "Remove it.",
  });
}
