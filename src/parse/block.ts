import type { Channel } from "../model/message.ts";
import type { Notice } from "../model/notice.ts";
import type { Literal, Role } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import type { Tag } from "./language.ts";

/** A stretch of a block. Spans are in the part's text. */
export type Piece =
  /** Characters that stand in the source as they are, apart from the template tags among them. */
  | { readonly type: "text"; readonly span: Span }
  /** What stands for a stretch of the source: a decoded entity, the blank that is a line break. */
  | { readonly type: "whole"; readonly text: string; readonly span: Span };

/** Text that is read in one go: a paragraph, a cell, a heading, an attribute. */
export interface Block {
  readonly role: Role;
  readonly pieces: readonly Piece[];
  /**
   * `spare`: read only where no other block has this role, as an HTML title.
   * `twin`: read only where no other block says the same, as what Outlook is shown in place of it.
   */
  readonly rank?: "spare" | "twin";
}

/** A text with its tags masked. */
export interface Document {
  readonly text: string;
  /** The text with `z` in place of every character of a tag. */
  readonly masked: string;
  /** The stretch that is to be cut. */
  readonly range: Span;
  readonly channel: Channel;
  readonly role: Role;
}

/** What a format makes of a text. */
export interface Cut {
  readonly blocks: readonly Block[];
  /** Comments of the format itself, with their delimiters. */
  readonly comments: readonly Span[];
  /** Stretches nobody reads: styles, scripts. Tags in them are no business of ours. */
  readonly dead: readonly Span[];
}

/** A text whose tags and blocks were found in one go. */
export interface Scanned {
  /** In source order, never overlapping. */
  readonly tags: readonly Tag[];
  readonly cut: Cut;
  /** In source order, never overlapping. */
  readonly literals: readonly Literal[];
  readonly notices: readonly Notice[];
}

/** A file format. */
export interface Format {
  readonly extensions: readonly string[];
  /** Never throws. */
  readonly cut: (document: Document) => Cut;
  /** Loads what `scan` needs, before anything is parsed. */
  readonly load?: () => Promise<void>;
  /** Reads a program, in which templates' marks mean other things. Never throws. */
  readonly scan?: (text: string, known: (name: string) => boolean) => Scanned;
  /** Whether a file is a message that nobody named, where few files of its kind are. */
  readonly isMessage?: (path: string, text: string) => boolean;
}
