import type { Edit } from "../model/finding.ts";
import type { Hole, Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { identityMap, toSource } from "../text/offset-map.ts";
import { keepsMarkup } from "./markup.ts";

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

/**
 * The draft as an edit of the source, cut to the smallest range that changes. Undefined where it
 * would tear markup apart or lose a link.
 */
export function editOf(segment: Segment, source: string, draft: Draft): Edit | undefined {
  const small = narrowed(segment.text, draft);
  const { range, pieces } = small.pieces.length === 0 ? tighter(segment, source, small) : small;
  if (range.start === range.end && pieces.length === 0) return undefined;
  if (!keepsMarkup(segment, source, range, pieces.filter(isKept))) return undefined;
  const text = pieces
    .map((piece) => (isKept(piece) ? sliceOf(segment, source, piece) : piece))
    .join("");
  return { span: placeOf(segment, range), text };
}

/** A cut that would take markup along with a blank leaves both. */
function tighter(segment: Segment, source: string, cut: Draft): Draft {
  if (keepsMarkup(segment, source, cut.range, [])) return cut;
  const { start, end } = cut.range;
  const words = segment.text.slice(start, end).trimEnd();
  return { range: { start, end: start + words.length }, pieces: [] };
}

/** A range of the segment as it stands in the source, tags and inner markup included. */
function sliceOf(segment: Segment, source: string, span: Span): string {
  const { start, end } = toSource(segment.map, span);
  return source.slice(start, end);
}

function placeOf(segment: Segment, range: Span): Span {
  if (range.end > range.start) return toSource(segment.map, range);
  const at =
    range.start > 0
      ? toSource(segment.map, { start: range.start - 1, end: range.start }).end
      : toSource(segment.map, { start: 0, end: 1 }).start;
  return { start: at, end: at };
}

/** Takes off what stays in place at both ends. */
function narrowed(text: string, draft: Draft): Draft {
  const pieces = [...draft.pieces];
  let { start, end } = draft.range;
  for (let first = pieces[0]; first !== undefined; first = pieces[0]) {
    const length = lengthOf(first);
    const same = isKept(first) ? first.start === start : text.startsWith(first, start);
    if (!same || start + length > end) break;
    start += length;
    pieces.shift();
  }
  for (let last = pieces.at(-1); last !== undefined; last = pieces.at(-1)) {
    const length = lengthOf(last);
    const same = isKept(last)
      ? last.end === end
      : text.endsWith(last, end) && end - length >= start;
    if (!same || end - length < start) break;
    end -= length;
    pieces.pop();
  }
  return { range: { start, end }, pieces };
}

function lengthOf(piece: Piece): number {
  return isKept(piece) ? piece.end - piece.start : piece.length;
}
