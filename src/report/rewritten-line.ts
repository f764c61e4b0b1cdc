import type { Edit } from "../model/finding.ts";
import type { Part } from "../model/message.ts";
import type { Span } from "../model/span.ts";
import { type Piece, piecesOf, touches } from "./prose-pieces.ts";

/** Made on first need, since it takes long. */
let sentences: Intl.Segmenter | undefined;
const MARKUP = /<\/?[a-z][^<>]*>/giu;

/**
 * The sentence that a reader would get after an edit: without markup, merge tags as written. An
 * edit may change a few characters only, which say nothing on their own. Undefined where the
 * edit leaves no words, or stands outside of all prose.
 */
export function rewrittenLine({ segments, text }: Part, edit: Edit): string | undefined {
  const segment = segments.find(({ map }) => map.runs.some((run) => touches(run, edit.span)));
  if (segment === undefined) return undefined;
  const pieces = piecesOf(segment, text);
  const before = cutAt(pieces, edit.span.start, "before");
  const after = cutAt(pieces, edit.span.end, "after");
  const words = (edit.decoded ?? edit.text).replace(MARKUP, "");
  const line = before.shown + words + after.shown;
  if (segment.role === "link") return line;
  return sentencesAt(line, before.masked + words + after.masked, {
    start: before.shown.length,
    end: before.shown.length + words.length,
  });
}

/** What stands before or after a place in the source. */
function cutAt(
  pieces: readonly Piece[],
  at: number,
  side: "before" | "after",
): { readonly shown: string; readonly masked: string } {
  const parts = pieces.map(({ run, shown, masked }) => {
    const inside = at - run.source;
    if (inside <= 0) return side === "after" ? { shown, masked } : NOTHING;
    if (inside >= run.sourceLength) return side === "before" ? { shown, masked } : NOTHING;
    if (run.kind === "whole") return NOTHING;
    const [from, to] = side === "before" ? [0, inside] : [inside, shown.length];
    return { shown: shown.slice(from, to), masked: masked.slice(from, to) };
  });
  return {
    shown: parts.map((part) => part.shown).join(""),
    masked: parts.map((part) => part.masked).join(""),
  };
}

const NOTHING = { shown: "", masked: "" };

/** The sentences that a range of the line touches. */
function sentencesAt(line: string, masked: string, { start, end }: Span): string | undefined {
  sentences ??= new Intl.Segmenter("en", { granularity: "sentence" });
  const touched = Array.from(sentences.segment(masked), ({ index, segment }) => ({
    start: index,
    end: index + segment.length,
  })).filter((sentence) => sentence.start < end && sentence.end > start);
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return line.slice(first.start, last.end);
}
