import type { Literal, Quoting, Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";

/** How the new words of an edit are written where it stands. */
export type Write = (words: string) => string;

/**
 * How new words are written in a range of the source: with the escapes of the literal around it.
 * Undefined where the range begins in one literal and ends in another, or outside of any.
 */
export function writerAt({ literals = [] }: Segment, span: Span): Write | undefined {
  if (literals.length === 0) return asIs;
  const start = literalAt(literals, span.start);
  const end = literalAt(literals, span.end);
  if (start?.quoting !== end?.quoting) return undefined;
  if (start === undefined || start === end || start.quoting === "markup") {
    return start === undefined ? asIs : WRITERS[start.quoting];
  }
  return undefined;
}

/** No tag that prints nothing is cut in two by an edit, or by what an edit keeps. */
export function keepsControls(
  { controls = [] }: Segment,
  kept: readonly Span[],
  span: Span,
): boolean {
  return controls.every((control) => [span, ...kept].every((one) => !cuts(control, one)));
}

/** One end of a range lies inside. */
function cuts(control: Span, range: Span): boolean {
  if (isApart(control, range)) return false;
  return !holds(range, control) && !holds(control, range);
}

/** Nothing that is kept takes one end of a literal along and leaves the other. */
export function keepsLiterals(
  { literals = [] }: Segment,
  kept: readonly Span[],
  span: Span,
): boolean {
  return literals
    .filter((literal) => literal.quoting !== "markup" && !holds(literal.span, span))
    .every((literal) =>
      kept.every((slice) => isApart(literal.span, slice) || holdsEdges(slice, literal.span)),
    );
}

function literalAt(literals: readonly Literal[], offset: number): Literal | undefined {
  return literals.find(({ span }) => span.start <= offset && offset <= span.end);
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function holdsEdges(slice: Span, literal: Span): boolean {
  return slice.start < literal.start && literal.end < slice.end;
}

function isApart(literal: Span, slice: Span): boolean {
  return slice.end <= literal.start || literal.end <= slice.start;
}

function asIs(words: string): string {
  return words;
}

const BACKSLASH = /\\/gu;
const DOUBLE = /"/gu;
const SINGLE = /'/gu;
const TEMPLATE = /`|\$(?=\{)/gu;
const REFERENCE = /&(?=#?\w+;)/gu;
const MARKUP = /[{}<>]/gu;
const REFERENCES: Readonly<Record<string, string>> = {
  "{": "&#123;",
  "}": "&#125;",
  "<": "&lt;",
  ">": "&gt;",
};

function escaped(words: string, marks: RegExp): string {
  return words.replace(BACKSLASH, "\\\\").replace(marks, "\\$&");
}

function referring(words: string): string {
  return words.replace(REFERENCE, "&amp;");
}

/** Strings without escapes take the marks that printers use. */
const WRITERS: Readonly<Record<Quoting, Write>> = {
  double: (words) => escaped(words, DOUBLE),
  single: (words) => escaped(words, SINGLE),
  template: (words) => escaped(words, TEMPLATE),
  heredoc: (words) => words.replace(BACKSLASH, "\\\\"),
  "bare-double": (words) => words.replace(DOUBLE, "”"),
  "bare-single": (words) => words.replace(SINGLE, "’"),
  "doubled-double": (words) => words.replace(DOUBLE, '""'),
  "doubled-single": (words) => words.replace(SINGLE, "''"),
  "attribute-double": (words) => referring(words).replace(DOUBLE, "&quot;"),
  "attribute-single": (words) => referring(words).replace(SINGLE, "&#39;"),
  markup: (words) => referring(words).replace(MARKUP, (mark) => REFERENCES[mark] ?? mark),
};
