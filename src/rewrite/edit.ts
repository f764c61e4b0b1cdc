import type { Edit } from "../model/finding.ts";
import type { Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { toSource } from "../text/offset-map.ts";
import { isBalanced, looseTags } from "./balance.ts";
import { type Draft, isKept, type Piece } from "./draft.ts";
import { keepsControls, keepsLiterals, type Write, writerAt } from "./literals.ts";
import { gapsIn, leadingPairs, trailingPairs, withoutEmptyPairs } from "./markup.ts";

/**
 * The draft as an edit of the source, cut to the smallest range that changes; markup around words
 * that stay is kept. Undefined where a link would lose its words.
 */
export function editOf(segment: Segment, source: string, draft: Draft): Edit | undefined {
  const { range, pieces } = narrowed(segment.text, draft);
  if (range.start === range.end && pieces.length === 0) return undefined;
  const span = placeOf(segment, range);
  const write = writerAt(segment, span);
  const kept = pieces.filter(isKept).map((piece) => toSource(segment.map, piece));
  if (write === undefined || !keepsLiterals(segment, kept, span)) return undefined;
  if (!keepsControls(segment, kept, span)) return undefined;
  const woven = weave(segment, source, { range, pieces: written(pieces, write) });
  if (woven === undefined) return undefined;
  const { opened, closed } = leadingPairs(source.slice(0, span.start), woven.markup);
  const markup = woven.markup.slice(closed);
  const tail = woven.text === "" ? trailingPairs(source.slice(span.end), markup) : NO_PAIRS;
  const edit = {
    span: { start: span.start - opened, end: span.end + tail.closed },
    text: markup.slice(0, markup.length - tail.opened).join("") + woven.text,
  };
  return keepsBalance(segment, source, edit) ? edit : undefined;
}

function written(pieces: Draft["pieces"], write: Write): Draft["pieces"] {
  return pieces.map((piece) => (isKept(piece) ? piece : write(piece)));
}

const NO_PAIRS = { opened: 0, closed: 0 };

/** No mark and no tag loses its other half, unless it had none. */
function keepsBalance({ map, text }: Segment, source: string, edit: Edit): boolean {
  if (looseTags(source.slice(edit.span.start, edit.span.end)) !== looseTags(edit.text))
    return false;
  const whole = toSource(map, { start: 0, end: text.length });
  const start = lineStart(source, Math.min(whole.start, edit.span.start));
  const end = lineEnd(source, Math.max(whole.end, edit.span.end));
  const after = source.slice(start, edit.span.start) + edit.text + source.slice(edit.span.end, end);
  return isBalanced(after) || !isBalanced(source.slice(start, end));
}

/** How far around a segment its marks are looked for: a page may be one line. */
const AROUND = 200;

function lineStart(source: string, at: number): number {
  const start = Math.max(0, at - AROUND);
  return start + source.slice(start, at).lastIndexOf("\n") + 1;
}

function lineEnd(source: string, at: number): number {
  const near = source.slice(at, at + AROUND);
  const stop = near.indexOf("\n");
  return at + (stop < 0 ? near.length : stop);
}

/** The new words with the markup between the old ones; `markup` is what comes before any word. */
function weave(
  segment: Segment,
  source: string,
  { range, pieces }: Draft,
): { readonly markup: readonly string[]; readonly text: string } | undefined {
  const slices = pieces.map((piece) => (isKept(piece) ? toSource(segment.map, piece) : piece));
  const lost = gapsIn(segment, source, range).filter(
    (gap) =>
      !slices.some(
        (slice) => isKept(slice) && slice.start <= gap.source.start && gap.source.end <= slice.end,
      ),
  );
  const isCode = segment.literals !== undefined;
  if (lost.some(({ losesWords, hasControl }) => losesWords || (hasControl && isCode)))
    return undefined;
  const parts: string[] = [];
  let first: readonly string[] | undefined;
  let words = "";
  let next = 0;
  for (const slice of slices) {
    if (!isKept(slice)) {
      words += slice;
      continue;
    }
    const markup = withoutEmptyPairs(markupUpTo(slice.start));
    if (markup === undefined) return undefined;
    parts.push(
      first === undefined ? "" : markup.join(""),
      words + source.slice(slice.start, slice.end),
    );
    first ??= markup;
    words = "";
  }
  const rest = withoutEmptyPairs(markupUpTo(Number.POSITIVE_INFINITY));
  if (rest === undefined) return undefined;
  return first === undefined
    ? { markup: rest, text: words }
    : { markup: first, text: parts.join("") + words + rest.join("") };

  function markupUpTo(end: number): readonly string[] {
    const markup: string[] = [];
    for (; next < lost.length && (lost[next]?.source.start ?? end) < end; next++) {
      markup.push(...(lost[next]?.tokens ?? []));
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
