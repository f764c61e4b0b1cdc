import type { Weighed } from "../model/match.ts";
import type { Segment } from "../model/segment.ts";
import type { Sentence, Term } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import { overlap } from "../text/overlap.ts";
import { appealOf } from "./appeal.ts";
import type { Voice } from "./voice.ts";

/** A clause of a line. Term indexes, half open. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** It holds words of a finding, or tells of the reader's past all the same. */
  readonly reveals: boolean;
  /** It tells of the reader's past in so many words. */
  readonly tells: boolean;
  readonly appeal: number;
}

/** A sentence as the moves see it. */
export interface Line {
  readonly segment: Segment;
  readonly sentence: Sentence;
  readonly terms: readonly Term[];
  readonly chunks: readonly Chunk[];
  readonly found: readonly Weighed[];
  /** Per term: it stands in the words of a finding. */
  readonly marked: readonly boolean[];
  /** The most that one of its clauses sells that give nothing away. */
  readonly appeal: number;
  readonly voice: Voice;
}

/** Reads a sentence for rewriting: its clauses, what they give away, what they sell. */
export function readLine(
  segment: Segment,
  sentence: Sentence,
  { found, voice }: { readonly found: readonly Weighed[]; readonly voice: Voice },
): Line {
  const { terms } = sentence;
  const own = found.filter(({ match }) => overlap(match.at, sentence.span));
  const marked = terms.map(({ span }) => own.some(({ match }) => overlap(match.at, span)));
  const told = own.length > 0 ? tellingTerms(sentence) : [];
  const chunks = sentence.clauses.map(({ start, end }) => {
    const tells = told.some((at) => at >= start && at < end);
    const reveals = tells || marked.slice(start, end).some(Boolean);
    return { start, end, reveals, tells, appeal: appealOf(terms.slice(start, end)) };
  });
  const appeal = chunks
    .filter(({ reveals }) => !reveals)
    .reduce((most, chunk) => Math.max(most, chunk.appeal), 0);
  return { segment, sentence, terms, chunks, found: own, marked, appeal, voice };
}

const PAST: ReadonlySet<string> = new Set(["past", "perfect", "past-progressive"]);

/** Verbs of which the reader is the subject, in the past: no rewrite should keep them. */
function tellingTerms({ predicates, terms }: Sentence): readonly number[] {
  return predicates
    .filter(
      ({ subject, tense, negated, verb }) =>
        (subject === "reader" && PAST.has(tense)) ||
        (subject === "sender" && !negated && watches(terms[verb])),
    )
    .map(({ verb }) => verb);
}

/** To track, to notice. */
function watches(term: Term | undefined): boolean {
  return term?.tags.has("@track") === true || term?.tags.has("@perceive") === true;
}

const OPENING = /["“‘'([#£$€@₹]+$/u;
const CLOSING = /^(?:["”’')\]%]|p\b)+/u;

/** The range of the text that a run of terms covers, closing marks included. */
export function spanOf({ terms, sentence }: Line, start: number, end: number): Span {
  const first = terms[start];
  const last = terms[end - 1];
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  const opening = first.pre.match(OPENING)?.[0].length ?? 0;
  const closing = last.post.match(CLOSING)?.[0].length ?? 0;
  return {
    start: Math.max(sentence.span.start, first.span.start - opening),
    end: Math.min(sentence.span.end, last.span.end + closing),
  };
}

/** The number of terms without the emoji and marks at the end. */
export function wordsEnd({ terms }: Line): number {
  return terms.findLastIndex(({ normal }) => normal !== "") + 1;
}

/** The stop that ends a sentence, with the emoji behind it. */
export function stopOf(line: Line): Span {
  const { sentence } = line;
  const end = wordsEnd(line);
  const words = end === 0 ? sentence.span : spanOf(line, 0, end);
  return { start: end === 0 ? sentence.span.start : words.end, end: sentence.span.end };
}
