import type { Field, Source } from "./field.ts";
import type { Frame } from "./frame.ts";
import type { Rule, Severity } from "./rule.ts";
import type { Segment } from "./segment.ts";
import type { Sentence } from "./sentence.ts";
import type { Span } from "./span.ts";

/** A segment with what was read in it. */
export interface ReadSegment {
  /** Index of the part of the message. */
  readonly part: number;
  readonly segment: Segment;
  readonly sentences: readonly Sentence[];
}

/** One rule on one stretch of copy, before weighing. */
export interface Match {
  readonly rule: Rule;
  readonly part: number;
  readonly segment: Segment;
  /** The sentence that holds the words; absent for links, conditions and literal data. */
  readonly sentence?: Sentence;
  readonly frame?: Frame;
  /** Merge fields that carry the reveal. */
  readonly fields: readonly Field[];
  /** The words, in the segment's text; for a condition, the whole segment. */
  readonly at: Span;
  /** The words, in the part's text. */
  readonly span: Span;
  readonly source: Source;
  readonly precise: boolean;
  /** Named beside a surer rule: it never leads, and so never sets the severity. */
  readonly aside?: boolean;
}

/** Matches on the same words, as one: the most severe leads. */
export interface Weighed {
  readonly match: Match;
  readonly severity: Severity;
  /** The other matches on these words, the most severe first. */
  readonly others: readonly Match[];
}
