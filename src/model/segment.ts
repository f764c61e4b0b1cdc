import type { Field } from "./field.ts";
import type { OffsetMap } from "./offset-map.ts";
import type { Span } from "./span.ts";

export const ROLES = [
  "subject",
  "preheader",
  "heading",
  "body",
  "button",
  "alt",
  "headline",
  "description",
  "push-title",
  "footer",
  "link",
] as const;
export type Role = (typeof ROLES)[number];

/** Prose with its place in the part's text. A `link` segment holds a URL, not prose. */
export interface Segment {
  readonly role: Role;
  /** Entities decoded, blanks collapsed, template tags replaced by their placeholders. */
  readonly text: string;
  readonly map: OffsetMap;
  readonly holes: readonly Hole[];
  /** The conditions under which it is seen, the outermost first. */
  readonly guards: readonly Guard[];
  /** Where its words stand in literals of a program or a tag; elsewhere no new word needs escapes. */
  readonly literals?: readonly Literal[];
  /** The template tags among its words that print nothing, in the part's text and its order. */
  readonly controls?: readonly Span[];
}

/**
 * How characters are written in a literal. `double`, `single` and `template` have backslashes;
 * `bare-` strings have no escapes at all, `doubled-` strings write their quote twice, and `markup`
 * is text between JSX tags. `attribute-` values have character references.
 */
export const QUOTINGS = [
  "double",
  "single",
  "template",
  "heredoc",
  "bare-double",
  "bare-single",
  "doubled-double",
  "doubled-single",
  "attribute-double",
  "attribute-single",
  "markup",
] as const;
export type Quoting = (typeof QUOTINGS)[number];

export interface Literal {
  /** The content without its quotes, in the part's text. */
  readonly span: Span;
  readonly quoting: Quoting;
}

/** A template expression that prints. It stands in the prose as one placeholder word. */
export interface Hole {
  /** The placeholder in the segment's text. */
  readonly at: Span;
  /** The tag in the part's text. */
  readonly span: Span;
  /** Registry name of the template language, for example `liquid`. */
  readonly language: string;
  readonly fields: readonly Field[];
  /** The text printed where the field is empty, if the tag gives one. */
  readonly fallback?: string;
}

/** A condition that must hold for the segment to be seen. */
export interface Guard {
  /** The tag that opens the branch, in the part's text. */
  readonly span: Span;
  readonly language: string;
  readonly fields: readonly Field[];
  /** The condition as written, without delimiters and keyword. */
  readonly test: string;
  /** True in an `else` branch, in `unless`, and in inverted sections. */
  readonly negated: boolean;
  /**
   * The branch itself, in the part's text. A sentence that runs through an inline condition also
   * holds words outside of it, which are seen either way; empty where there is no `else` to show.
   */
  readonly reach: Span;
}
