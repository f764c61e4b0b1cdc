import type { Position } from "../model/span.ts";

/** Converts offsets of one text to lines and columns. */
export interface LineIndex {
  /** 1-based line and column of an offset, clamped to the text. */
  position(offset: number): Position;
  /** Offset of the first character of a 1-based line, clamped. */
  lineStart(line: number): number;
  readonly lineCount: number;
}

const LINE_BREAK = /\r\n|\n|\r/gu;

/** Reads `\n`, `\r\n` and a lone `\r` as line ends. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(LINE_BREAK)) starts.push(match.index + match[0].length);
  return {
    lineCount: starts.length,
    lineStart: (line) => starts[Math.min(Math.max(line, 1), starts.length) - 1] ?? 0,
    position: (offset) => {
      const place = Math.min(Math.max(offset, 0), text.length);
      const line = lastAtOrBefore(starts, place);
      return { line: line + 1, column: place - (starts[line] ?? 0) + 1 };
    },
  };
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
