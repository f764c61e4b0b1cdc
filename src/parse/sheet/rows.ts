import type { Span } from "../../model/span.ts";

export interface Cell {
  /** With its quotes. */
  readonly span: Span;
  readonly isQuoted: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
}

/** A quote that none closes within so many characters is no quote. */
const LONGEST = 1_000_000;

/**
 * The rows of a sheet, one at a time, from an offset on. A quote opens a cell only if another
 * closes it before a delimiter or the end of its line; others are characters like any.
 */
export function* readRows(text: string, delimiter: string, from = 0): Generator<Row, void> {
  const marks = new RegExp(`[\\r\\n\\${delimiter}]`, "g");
  let cells: Cell[] = [];
  let at = from;
  while (at < text.length) {
    const cell = quotedCell(text, at, delimiter) ?? plainCell(text, at, marks);
    cells.push(cell);
    at = cellEnd(text, cell);
    if (text.charAt(at) === delimiter) {
      at += 1;
      if (at < text.length) continue;
      cells.push({ span: { start: at, end: at }, isQuoted: false });
    }
    at += breakLength(text, at);
    yield { cells };
    cells = [];
  }
}

function plainCell(text: string, start: number, marks: RegExp): Cell {
  marks.lastIndex = start;
  return { span: { start, end: marks.exec(text)?.index ?? text.length }, isQuoted: false };
}

function quotedCell(text: string, from: number, delimiter: string): Cell | undefined {
  const start = skipSpaces(text, from);
  if (text.charAt(start) !== '"') return undefined;
  for (let at = start + 1; at - start < LONGEST; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) return undefined;
    if (text.charAt(at + 1) === '"') continue;
    const next = text.charAt(skipSpaces(text, at + 1));
    const isClosed = next === "" || next === delimiter || next === "\n" || next === "\r";
    return isClosed ? { span: { start, end: at + 1 }, isQuoted: true } : undefined;
  }
  return undefined;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === " ") at += 1;
  return at;
}

function cellEnd(text: string, { span, isQuoted }: Cell): number {
  return isQuoted ? skipSpaces(text, span.end) : span.end;
}

function breakLength(text: string, at: number): number {
  return text.startsWith("\r\n", at) ? 2 : 1;
}
