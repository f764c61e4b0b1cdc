import type { Span } from "../model/span.ts";

/** A line of a text, with its break apart. */
export interface Line {
  /** Without the break. */
  readonly span: Span;
  /** Where the next line starts. */
  readonly next: number;
}

const BREAK = /\r\n|\n|\r/g;

/** The lines of a stretch; the last one has no break, and may be empty. */
export function linesOf(text: string, { start, end }: Span): readonly Line[] {
  const lines: Line[] = [];
  const stretch = text.slice(start, end);
  let at = start;
  for (const { 0: mark, index } of stretch.matchAll(BREAK)) {
    const next = start + index + mark.length;
    lines.push({ span: { start: at, end: start + index }, next });
    at = next;
  }
  lines.push({ span: { start: at, end }, next: end });
  return lines;
}

/** The first offset from which there is no blank. */
export function skipBlanks(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && isBlank(text, at)) at += 1;
  return at;
}

/** The offset behind which there are blanks alone. */
export function dropBlanks(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && isBlank(text, at - 1)) at -= 1;
  return at;
}

function isBlank(text: string, at: number): boolean {
  const unit = text.charAt(at);
  return unit === " " || unit === "\t";
}
