import type { Quoting, Role } from "../model/segment.ts";
import type { Span } from "../model/span.ts";

/** A tag that stands between two fixed marks. */
export interface Pair {
  readonly open: string;
  readonly close: string;
  /** Quoted strings may hold the closing mark, and a second opening mark means that it never closes. */
  readonly strings: boolean;
  /** Where no closing mark follows, this was not a tag at all and nobody is told. */
  readonly quiet?: boolean;
  /** Where no closing mark follows, the tag lasts to the end of the text. */
  readonly endless?: boolean;
  /** Longest tag in UTF-16 code units; a far closing mark belongs to something else. */
  readonly limit?: number;
}

/** A tag known by its looks. */
export interface Shape {
  /** Characters that it can start with. */
  readonly first: string;
  /** Sticky; its group 1 is the inside. */
  readonly pattern: RegExp;
  /** Whether these looks can be trusted here. `known` tells whether a name is a merge field's. */
  readonly accept?: (match: RegExpExecArray, context: ShapeContext) => boolean;
}

export interface ShapeContext {
  readonly known: (name: string) => boolean;
  readonly before: string;
  readonly after: string;
}

/** A tag as found, before anybody has read its inside. */
export interface RawTag {
  readonly span: Span;
  /** Between the delimiters, in the part's text. */
  readonly inner: string;
  readonly innerStart: number;
  /** The opening mark, or the name of the language whose shape it has. */
  readonly delimiter: string;
}

/** A string that reads as copy: its content, without quotes. */
export interface Copy extends Span {
  /** Where the code says what it is for. */
  readonly role?: Role;
  /** Where it is not plain from the quote in front of it. */
  readonly quoting?: Quoting;
}

/** What a tag does. Spans are in the part's text. */
export type Reading =
  | {
      readonly kind: "output";
      /** Names of merge variables as written. Empty where only `copy` is printed. */
      readonly fields: readonly string[];
      readonly fallback?: string;
      /** Where its value stands in the tag, if others stand beside it. */
      readonly span?: Span;
      /** String literals that are printed and hold words. */
      readonly copy: readonly Copy[];
    }
  | {
      readonly kind: "open";
      /** What the closing tag calls it. */
      readonly block: string;
      /** A loop's body is read once and has no guard. */
      readonly loop: boolean;
      readonly fields: readonly string[];
      readonly test: string;
      readonly negated: boolean;
      /** Name that the loop gives each element, and the list it comes from. */
      readonly alias?: { readonly name: string; readonly of: string };
    }
  | {
      readonly kind: "middle";
      readonly fields: readonly string[];
      /** Empty for a plain `else`. */
      readonly test: string;
      /** The test goes on from the one that opened the block, as `when` does from `case`. */
      readonly inherits: boolean;
      /** One of the branches is always taken. */
      readonly complete?: boolean;
    }
  | { readonly kind: "close"; readonly block: string }
  | {
      /** Prints nothing, or nothing that is known; `copy` literals are read as texts of their own. */
      readonly kind: "statement";
      readonly copy: readonly Copy[];
      readonly alias?: { readonly name: string; readonly of: string };
    }
  /** What stands before and what stands after are different texts. */
  | { readonly kind: "break" }
  /** `spans`: the comments in a tag that holds other things, too; else the whole tag is one. */
  | { readonly kind: "comment"; readonly spans?: readonly Span[] };

export type Output = Extract<Reading, { kind: "output" }>;

/** A template language: what its tags look like and how to read their inside. */
export interface Language {
  readonly pairs: readonly Pair[];
  readonly shapes: readonly Shape[];
  /** How a string holds its own quote; by default as it is seen to do. */
  readonly strings?: "backslash" | "doubled";
  /**
   * How much a tag speaks for this language: 0 nothing, 1 possible, 3 likely, 9 certain.
   * Languages share delimiters; the sum over a file decides for tags that no language is certain of.
   */
  readonly claim: (tag: RawTag) => number;
  readonly read: (tag: RawTag) => readonly Reading[];
  /** For a tag whose block is not to be read, such as a comment: what ends the block. */
  readonly swallow?: (tag: RawTag) => RegExp | undefined;
}

/** A tag that has been read. */
export interface Tag {
  readonly span: Span;
  readonly language: string;
  readonly readings: readonly Reading[];
}
