import type { Edit } from "../model/finding.ts";
import type { Hole, Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { identityMap, toSource } from "../text/offset-map.ts";
import { gapsIn, leadingPairs, withoutEmptyPairs } from "./markup.ts";

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
 * The draft as an edit of the source, cut to the smallest range that changes; markup around words
 * that stay is kept. Undefined where a link would lose its words.
 */
export function editOf(segment: Segment, source: string, draft: Draft): Edit | undefined {
  const { range, pieces } = narrowed(segment.text, draft);
  if (range.start === range.end && pieces.length === 0) return undefined;
  const span = placeOf(segment, range);
  const woven = weave(segment, source, { range, pieces });
  if (woven === undefined) return undefined;
  const { opened, closed } = leadingPairs(source.slice(0, span.start), woven.markup);
  return {
    span: { start: span.start - opened, end: span.end },
    text: woven.markup.slice(closed) + woven.text,
  };
}

/** The new words with the markup between the old ones; `markup` is what comes before any word. */
function weave(
  segment: Segment,
  source: string,
  { range, pieces }: Draft,
): { readonly markup: string; readonly text: string } | undefined {
  const slices = pieces.map((piece) => (isKept(piece) ? toSource(segment.map, piece) : piece));
  const lost = gapsIn(segment, source, range).filter(
    (gap) =>
      !slices.some(
        (slice) => isKept(slice) && slice.start <= gap.source.start && gap.source.end <= slice.end,
      ),
  );
  const parts: string[] = [""];
  let words = "";
  let next = 0;
  for (const slice of slices) {
    if (!isKept(slice)) {
      words += slice;
      continue;
    }
    const markup = withoutEmptyPairs(markupUpTo(slice.start));
    if (markup === undefined) return undefined;
    parts.push(markup, words + source.slice(slice.start, slice.end));
    words = "";
  }
  const rest = withoutEmptyPairs(markupUpTo(Number.POSITIVE_INFINITY));
  if (rest === undefined) return undefined;
  const isBare = parts.length === 1;
  const [, first = rest, ...others] = parts;
  return {
    markup: first,
    text: others.join("") + (isBare ? words : words + rest),
  };

  function markupUpTo(end: number): string {
    let markup = "";
    for (; next < lost.length && (lost[next]?.source.start ?? end) < end; next++) {
      markup += lost[next]?.text ?? "";
    }
    return markup;
  }
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
