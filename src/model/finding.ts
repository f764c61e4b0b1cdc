import type { Source } from "./field.ts";
import type { Channel, Kind } from "./message.ts";
import type { Fact, Move, Severity } from "./rule.ts";
import type { Span } from "./span.ts";

export const TIERS = ["safe", "unsafe", "manual"] as const;
export type Tier = (typeof TIERS)[number];

/** Replaces `span` of the part's text by `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
  /** What readers get of it, where the file has to write it in another way: `\"` for `"`. */
  readonly decoded?: string;
  /** The file has no way to hold the text, which is for people to read and not to be applied. */
  readonly isUnwritable?: boolean;
}

export interface Suggestion {
  readonly move: Move;
  /** `safe`: `--fix` applies it; `unsafe`: `--fix-unsafe` does; `manual`: a person must. */
  readonly tier: Tier;
  /** One line that says what the move does. */
  readonly reason: string;
  readonly edit: Edit;
}

/** The answers to the four questions of the definition. */
export interface Answers {
  readonly fact: Fact;
  readonly source: Source;
  readonly scope: "individual" | "cluster" | "crowd";
  readonly context: { readonly kind: Kind; readonly channel: Channel };
}

/** Creepy words, with the reason and what to send instead. */
export interface Finding {
  /** The most severe rule on these words. */
  readonly rule: string;
  /** The other rules on the same words. */
  readonly related: readonly string[];
  /** Rules that may name these words as well. They change neither severity nor score. */
  readonly likely: readonly string[];
  readonly severity: Severity;
  /** Index of the part of the message. */
  readonly part: number;
  /** In that part's text. */
  readonly span: Span;
  /** The words: the part's text at `span`, decoded where a container holds it. */
  readonly text: string;
  /** The sentence around them as its reader gets it; for a link or a condition, all of it. */
  readonly sentence: string;
  readonly message: string;
  readonly answers: Answers;
  /** The conditions of the branch that the words stand in, as written, the outermost first. */
  readonly branch: readonly string[];
  readonly suggestions: readonly Suggestion[];
}

/** A finding that does not count, with the reason. */
export interface SuppressedFinding extends Finding {
  /** A comment in the copy, or the list of what was there before. */
  readonly by: "directive" | "baseline";
  readonly reason: string;
}
