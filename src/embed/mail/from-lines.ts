import type { PlacedBytes } from "./placed-bytes.ts";

const QUOTED = /^>+From /u;
const QUOTED_LINE = /^>+From /mu;
const FROM = /^>*From /u;
const LONGEST = 64;

/** Lines that an mbox holds quoted as `>From ` lose the mark. */
export function withoutQuotes(placed: PlacedBytes, file: string): PlacedBytes {
  const { bytes, starts, ends } = placed;
  const marks: number[] = [];
  for (let at = bytes.indexOf(MARK); at !== -1; at = bytes.indexOf(MARK, at + 1)) {
    const start = starts[at] ?? 0;
    const before = file.charAt(start - 1);
    const isFirst = before === "\n" || before === "\r";
    if (isFirst && QUOTED.test(file.slice(start, start + LONGEST))) marks.push(at);
  }
  if (marks.length === 0) return placed;
  const gone = new Set(marks);
  const isKept = (_: number, index: number) => !gone.has(index);
  return {
    bytes: bytes.filter(isKept),
    starts: starts.filter(isKept),
    ends: ends.filter(isKept),
  };
}

const MARK = 0x3e;

export function hasQuotes(text: string): boolean {
  return QUOTED_LINE.test(text);
}

/** The lines of a text, those that an mbox has to quote quoted. */
export function quoteFromLines(text: string, atLineStart: boolean): string {
  return text
    .split(LINE_START)
    .map((line, index) => ((index > 0 || atLineStart) && FROM.test(line) ? `>${line}` : line))
    .join("");
}

const LINE_START = /(?<=\n|\r(?!\n))/u;
