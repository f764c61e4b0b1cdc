import { put } from "../draft.ts";
import type { Line } from "../line.ts";
import { spanOf, wordsEnd } from "../line.ts";
import { asSentence, type Variant } from "../variant.ts";

const WORDS = /^[\p{L}\p{N}][\p{L}\p{N} '’.-]*$/u;

/** Says to everybody what the tag says where its field is empty. */
export function useFallback(line: Line): readonly Variant[] {
  const { segment, found } = line;
  const telling = segment.holes.filter(({ at }) =>
    found.some(({ match }) => match.fields.length > 0 && match.at.start === at.start),
  );
  if (telling.length === 0) return [];
  if (telling.some(({ fallback }) => fallback === undefined || !WORDS.test(fallback))) return [];
  const whole = { start: line.sentence.span.start, end: spanOf(line, 0, wordsEnd(line)).end };
  const pieces = telling.reduce(
    (left, { at, fallback = "" }) => put(left, at, [fallback]),
    put([whole], { start: 0, end: 0 }),
  );
  return [
    {
      move: "behind-sign-in",
      tier: "unsafe",
      reason: "Says to everybody what the tag says where nothing is known.",
      pieces: asSentence(line, pieces, { asks: true }),
      cost: 3,
    },
  ];
}
