import type { ChalkInstance } from "chalk";
import type { Span } from "../model/span.ts";
import { type Cell, cellsOf, windowOf } from "./cells.ts";

export interface FrameOptions {
  readonly text: string;
  readonly span: Span;
  /** What stands in the gutter: the number of the n-th line shown, or the name of a field. */
  readonly label: (index: number) => string;
  /** Columns of the gutter, and of gutter and line together. */
  readonly gutter: number;
  readonly width: number;
  readonly paint: ChalkInstance;
  /** For the marked words. */
  readonly tone: ChalkInstance;
}

const MAX_LINES = 3;
/** No terminal shows more of one line; longer ones are cut before they are measured. */
const REACH = 400;

/** The lines of a span, the marked words underlined. */
export function codeFrame(options: FrameOptions): string[] {
  const { text, span, gutter, paint } = options;
  const lines = linesOf(text, span);
  const out = lines.flatMap((line, index) => frameLine(line, index, options));
  if ((lines.at(-1)?.end ?? span.end) >= span.end) return out;
  return [...out, `${" ".repeat(gutter)} ${paint.dim("┆")} ${paint.dim("…")}`];
}

function frameLine(line: Span, index: number, options: FrameOptions): string[] {
  const { text, span, label, gutter, width, paint, tone } = options;
  const start = Math.max(line.start, Math.min(span.start, line.end) - REACH);
  const end = Math.min(line.end, Math.max(span.start, line.start) + REACH);
  const cells = trimStart(cellsOf(text.slice(start, end), span.start - start, span.end - start));
  const room = Math.max(20, width - gutter - 3);
  const window = windowOf(cells, room);
  const before = window.before || start > line.start ? "…" : "";
  const after = window.after || end < line.end ? "…" : "";
  const shown = paintMarked(window.cells, tone);
  const source = `${paint.dim(before)}${shown}${paint.dim(after)}`;
  const carets = before.replace("…", " ") + window.cells.map(caretsOf).join("");
  return [
    `${paint.dim(`${label(index).padStart(gutter)} │`)} ${source}`.trimEnd(),
    `${paint.dim(`${" ".repeat(gutter)} │`)} ${tone(carets.trimEnd())}`,
  ];
}

/** Marked cells stand side by side, so that one colour covers them all. */
function paintMarked(cells: readonly Cell[], tone: ChalkInstance): string {
  const join = (some: readonly Cell[]) => some.map(({ text }) => text).join("");
  const first = cells.findIndex(({ marked }) => marked);
  if (first === -1) return join(cells);
  const end = cells.findLastIndex(({ marked }) => marked) + 1;
  return join(cells.slice(0, first)) + tone(join(cells.slice(first, end))) + join(cells.slice(end));
}

function caretsOf({ marked, width }: Cell): string {
  return (marked ? "^" : " ").repeat(width);
}

function trimStart(cells: readonly Cell[]): readonly Cell[] {
  const first = cells.findIndex(({ text }) => text.trim() !== "");
  return first === -1 ? cells : cells.slice(first);
}

/** The first lines that a span touches, without their line breaks. */
function linesOf(text: string, span: Span): Span[] {
  const lines: Span[] = [];
  let start = lineStart(text, span.start);
  while (lines.length < MAX_LINES) {
    const end = lineEnd(text, start, span.end + REACH);
    lines.push({ start, end });
    if (end >= span.end || end >= text.length) break;
    start = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return lines;
}

/** The start of a line, or a place far enough before the offset. */
function lineStart(text: string, offset: number): number {
  let at = Math.min(offset, text.length);
  const floor = Math.max(0, at - REACH);
  while (at > floor && !isBreak(text[at - 1])) at--;
  return at;
}

/** The end of a line, or the limit. */
function lineEnd(text: string, offset: number, limit: number): number {
  let at = offset;
  const ceiling = Math.min(text.length, limit);
  while (at < ceiling && !isBreak(text[at])) at++;
  return at;
}

function isBreak(char: string | undefined): boolean {
  return char === "\n" || char === "\r";
}
