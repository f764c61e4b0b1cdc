import type { Span } from "../model/span.ts";
import type { Document } from "./block.ts";

// Plain text has no comments; what is shown to readers as it stands must not pass for one, so that
// only those count that speak to creeplint.
const COMMENT = /<!--[ \t]*creeplint-[^<]*?-->|^[ \t]*(?:#|\/\/)[ \t]*creeplint-[a-z][^\r\n]*/gimu;
const EACH_UNIT = /[^\r\n]/g;

/** The suppression comments of a plain text, in its order. Linear: none reaches past a next one. */
export function directiveComments({ masked, range }: Document): readonly Span[] {
  return Array.from(
    masked.slice(range.start, range.end).matchAll(COMMENT),
    ({ 0: whole, index }) => {
      const end = range.start + index + whole.length;
      return { start: end - whole.trimStart().length, end };
    },
  );
}

/** The text with blanks in place of spans, which are in order: the same length. */
export function blankOut(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(at, start), text.slice(start, end).replace(EACH_UNIT, " "));
    at = end;
  }
  return [...pieces, text.slice(at)].join("");
}

/**
 * Tells what is left of a span between `gaps`. Spans have to be asked for in the order of the
 * text, so that the gaps are gone through once.
 */
export function stretchesBetween(gaps: readonly Span[]): (span: Span) => readonly Span[] {
  let next = 0;
  return ({ start, end }) => {
    while ((gaps[next]?.end ?? end) < start) next += 1;
    const stretches: Span[] = [];
    let at = start;
    for (let index = next; (gaps[index]?.start ?? end) < end; index += 1) {
      const gap = gaps[index] ?? { start: end, end };
      if (at < gap.start) stretches.push({ start: at, end: gap.start });
      at = Math.max(at, gap.end);
    }
    if (at < end) stretches.push({ start: at, end });
    return stretches;
  };
}
