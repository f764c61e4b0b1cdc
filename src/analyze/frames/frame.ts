import type { Frame } from "../../model/frame.ts";
import type { Term } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Clause } from "../clauses.ts";
import { isPrecise } from "../precision.ts";
import type { Reading } from "../reading.ts";

/** Reads one idea out of a sentence. */
export type FrameReader = (reading: Reading) => readonly Frame[];

const BLANK_FRAME = {
  knower: "none",
  evidence: "none",
  person: "nobody",
  datum: "none",
  source: "unknown",
  negated: false,
  tense: "none",
  trait: "",
} as const;

/** A frame over terms of one clause; slots that are not given stay empty. */
export function makeFrame(
  reading: Reading,
  clause: Clause,
  range: { readonly start: number; readonly end: number },
  slots: Partial<Frame>,
): Frame {
  return {
    ...BLANK_FRAME,
    span: spanOf(reading.terms, range.start, range.end),
    force: reading.force(clause),
    precise: isPrecise(reading.terms, clause.start, clause.end),
    ...slots,
  };
}

/** The stretch of text that terms `start` to `end` (exclusive) cover. */
export function spanOf(terms: readonly Term[], start: number, end: number): Span {
  const first = terms[start];
  const last = terms[end - 1];
  return { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
}

/** True where a term of the range carries one of the tags. */
export function hasTag(
  terms: readonly Term[],
  range: { readonly start: number; readonly end: number },
  ...tags: readonly string[]
): boolean {
  for (let at = range.start; at < range.end; at++) {
    if (tags.some((tag) => terms[at]?.tags.has(tag))) return true;
  }
  return false;
}

/** True where a word of the range is one of these. */
export function hasWord(
  terms: readonly Term[],
  range: { readonly start: number; readonly end: number },
  words: ReadonlySet<string>,
): boolean {
  for (let at = range.start; at < range.end; at++) {
    if (words.has(terms[at]?.normal ?? "")) return true;
  }
  return false;
}
