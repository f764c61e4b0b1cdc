import type { Force, Frame } from "./frame.ts";
import type { Span } from "./span.ts";

/** A word, or half of a contraction (`we've` is `we` and `have`, both over the same span). */
export interface Term {
  readonly text: string;
  /** Lower case, straight quotes, contractions opened, zero-width marks left out. */
  readonly normal: string;
  /** Infinitive of a verb, singular of a noun, else `normal`. */
  readonly lemma: string;
  /** Part-of-speech tags of the tagger, and `@class` for each lexicon class that covers the word. */
  readonly tags: ReadonlySet<string>;
  /** The word in the segment's text, without the punctuation around it. */
  readonly span: Span;
  /** Punctuation and blanks before and after. */
  readonly pre: string;
  readonly post: string;
  /** Index into the segment's holes, where the word is a placeholder. */
  readonly hole?: number;
}

/** A stretch of a sentence and how it is meant. Term indexes, half open. */
export interface ClauseForce {
  readonly start: number;
  readonly end: number;
  readonly force: Force;
}

/** A verb with its subject, as the frames were read from it. */
export interface PredicateView {
  /** Index of the main verb. */
  readonly verb: number;
  readonly subject: string;
  readonly tense: string;
  readonly negated: boolean;
  readonly passive: boolean;
  /** The verb stands before its subject. */
  readonly inverted: boolean;
}

/** A sentence of one segment: plain data, ready for rules. */
export interface Sentence {
  readonly text: string;
  /** In the segment's text. */
  readonly span: Span;
  readonly terms: readonly Term[];
  readonly clauses: readonly ClauseForce[];
  readonly predicates: readonly PredicateView[];
  readonly frames: readonly Frame[];
}
