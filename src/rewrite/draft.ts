import type { Hole, Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { identityMap } from "../text/offset-map.ts";

/** New words, or a range of the segment's text that stays as it is. */
export type Piece = string | Span;
export type Pieces = readonly Piece[];

/** New wording for a range of a segment's text. */
export interface Draft {
  readonly range: Span;
  readonly pieces: Pieces;
}

export function isKept(piece: Piece): piece is Span {
  return typeof piece !== "string";
}

/** The prose that pieces stand for. */
export function proseOf(text: string, pieces: Pieces): string {
  return pieces
    .map((piece) => (isKept(piece) ? text.slice(piece.start, piece.end) : piece))
    .join("");
}

/** Puts other words in place of a range; what is not kept anyway stays away. */
export function put(pieces: Pieces, at: Span, words: Pieces = []): Pieces {
  let done = false;
  return pieces.flatMap((piece): Pieces => {
    if (!isKept(piece) || piece.end <= at.start || piece.start >= at.end) return [piece];
    const inserted = done ? [] : words;
    done = true;
    return [
      { start: piece.start, end: Math.max(piece.start, at.start) },
      ...inserted,
      { start: Math.min(piece.end, at.end), end: piece.end },
    ].filter((one) => !isKept(one) || one.end > one.start);
  });
}

/** The segment as it reads with the drafts in place: what linting again will see. */
export function applyDrafts(segment: Segment, drafts: readonly Draft[]): Segment {
  const ordered = [...drafts].sort((a, b) => a.range.start - b.range.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { range, pieces: own } of ordered) {
    if (range.start < at) continue;
    pieces.push({ start: at, end: range.start }, ...own);
    at = range.end;
  }
  pieces.push({ start: at, end: segment.text.length });
  const text = proseOf(segment.text, pieces);
  return { ...segment, text, map: identityMap(text.length), holes: movedHoles(segment, pieces) };
}

function movedHoles({ holes }: Segment, pieces: Pieces): readonly Hole[] {
  if (holes.length === 0) return [];
  const moved: Hole[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (!isKept(piece)) {
      at += piece.length;
      continue;
    }
    const shift = at - piece.start;
    for (const hole of holes) {
      if (hole.at.start < piece.start || hole.at.end > piece.end) continue;
      moved.push({
        ...hole,
        at: { start: hole.at.start + shift, end: hole.at.end + shift },
      });
    }
    at += piece.end - piece.start;
  }
  return moved;
}
