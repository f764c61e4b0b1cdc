import stringWidth from "string-width";
import { visible } from "./visible.ts";

/** One visible character of a source line. */
export interface Cell {
  readonly text: string;
  /** Terminal columns. */
  readonly width: number;
  readonly marked: boolean;
}

/** Printable ASCII, in which each code unit is a character: no need of the slow way. */
const PLAIN = /^[\t -~]*$/u;
const TAB = "  ";

/** Cuts a line into what the terminal shows; `from` and `to` bound the marked code units. */
export function cellsOf(line: string, from: number, to: number): Cell[] {
  const characters = PLAIN.test(line)
    ? Array.from(line, (segment, index) => ({ segment, index }))
    : new Intl.Segmenter().segment(line);
  return Array.from(characters, ({ segment, index }) => {
    const text = segment === "\t" ? TAB : visible(segment);
    return { text, width: stringWidth(text), marked: index >= from && index < to };
  });
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

export interface Window {
  readonly cells: readonly Cell[];
  /** Something was cut off at that end. */
  readonly before: boolean;
  readonly after: boolean;
}

/** The part of a line around its marked cells that fits, with room for an ellipsis at each end. */
export function windowOf(cells: readonly Cell[], width: number): Window {
  if (widthOf(cells) <= width) return { cells, before: false, after: false };
  const first = Math.max(
    0,
    cells.findIndex(({ marked }) => marked),
  );
  const last = cells.findLastIndex(({ marked }) => marked) + 1;
  const room = width - 2;
  const marked = fitting(cells.slice(first, Math.max(first, last)), room);
  const rest = room - widthOf(marked);
  const right = cells.slice(first + marked.length);
  const left = cells.slice(0, first).reverse();
  const leftRoom = Math.max(Math.floor(rest / 3), rest - widthOf(right));
  const leftFit = fitting(left, leftRoom);
  const rightFit = fitting(right, rest - widthOf(leftFit));
  return {
    cells: [...leftFit.reverse(), ...marked, ...rightFit],
    before: leftFit.length < left.length,
    after: rightFit.length < right.length,
  };
}

/** The longest beginning that fits. */
function fitting(cells: readonly Cell[], width: number): Cell[] {
  let sum = 0;
  const end = cells.findIndex((cell) => {
    sum += cell.width;
    return sum > width;
  });
  return cells.slice(0, end === -1 ? cells.length : end);
}
