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
