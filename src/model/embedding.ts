import type { OffsetMap } from "./offset-map.ts";
import type { Span } from "./span.ts";

/** Where a part's text was decoded from, if it is not the file itself: a JSON string, a cell. */
export interface Embedding {
  /** The part's text to the file's text. */
  readonly map: OffsetMap;
  /** Registry name of the codec that writes edits back. */
  readonly codec: string;
  /** The whole value in the file, with its quotes. */
  readonly span: Span;
  /** Where what a comment above would speak of begins: an entry, a row; by default the value. */
  readonly anchor?: number;
  /** The text is also the key by which code asks for it, so that a person has to change both. */
  readonly isKey?: boolean;
  /** What the codec has to know besides: a delimiter, an indentation, a character set. */
  readonly detail?: Readonly<Record<string, string | number>>;
}
