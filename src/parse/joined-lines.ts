import type { Role } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import type { Block, Piece } from "./block.ts";
import { decodeText } from "./entities.ts";
import { countLeading } from "./partition.ts";

/** Lines put together, without what marks a quote or a list, and where each came from. */
export interface JoinedLines {
  readonly text: string;
  /** The text of a stretch as pieces of the source, its character references decoded. */
  readonly pieces: (from: number, to: number) => readonly Piece[];
  /** The source range from the first to the last character of a stretch. */
  readonly span: (from: number, to: number) => Span;
  readonly block: (role: Role, stretch: Span) => Block;
}

export function joinLines(masked: string, lines: readonly Span[]): JoinedLines {
  let length = 0;
  const starts = lines.map(({ start, end }) => {
    const at = length;
    length += end - start;
    return { at, start, end };
  });
  const spans = (from: number, to: number): readonly Span[] => {
    const found: Span[] = [];
    const first = countLeading(starts, ({ at, start, end }) => at + end - start <= from);
    for (let index = first; index < starts.length; index += 1) {
      const line = starts[index];
      if (line === undefined || line.at >= to) break;
      const start = line.start + Math.max(from - line.at, 0);
      const end = Math.min(line.start + to - line.at, line.end);
      if (start < end) found.push({ start, end });
    }
    return found;
  };
  const pieces = (from: number, to: number) =>
    spans(from, to).flatMap((span) => decodeText(masked, span));
  return {
    text: lines.map(({ start, end }) => masked.slice(start, end)).join(""),
    pieces,
    span: (from, to) => {
      const found = spans(from, to);
      return { start: found[0]?.start ?? 0, end: found.at(-1)?.end ?? 0 };
    },
    block: (role, { start, end }) => ({ role, pieces: pieces(start, end) }),
  };
}
