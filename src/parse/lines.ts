import type { Span } from "../model/span.ts";

const LINE = /[^\r\n]*(?:\r\n|\n|\r|$)/gu;

/** The lines of a stretch, each with its line ending. */
export function linesIn(text: string, { start, end }: Span): readonly Span[] {
  return Array.from(text.slice(start, end).matchAll(LINE), ({ 0: line, index }) => ({
    start: start + index,
    end: start + index + line.length,
  })).filter((line) => line.end > line.start);
}
