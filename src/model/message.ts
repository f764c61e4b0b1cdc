import type { Directive } from "./directive.ts";
import type { Embedding } from "./embedding.ts";
import type { Segment } from "./segment.ts";

export const CHANNELS = ["email", "ad", "push", "sms", "web"] as const;
export const KINDS = ["marketing", "transactional", "service", "recap"] as const;
export type Channel = (typeof CHANNELS)[number];
export type Kind = (typeof KINDS)[number];

/** One thing that a recipient gets. A file holds one; an archive or an ad sheet holds many. */
export interface Message {
  /** The id that an archive, a catalogue or a sheet gives it. */
  readonly id?: string;
  /** 1-based line of the file on which the message starts. */
  readonly line: number;
  readonly channel: Channel;
  readonly kind: Kind;
  readonly parts: readonly Part[];
}

/**
 * A text in which offsets live: the whole file, one decoded field of an archive record, or one
 * decoded value of a container. Linting gives parts of containers back as parts of the file.
 */
export interface Part {
  /** The archive field that this text was decoded from; absent for a file. */
  readonly field?: string;
  readonly text: string;
  /** The 1-based line of the file on which the text starts, for a mail that was cut out of an mbox. */
  readonly firstLine?: number;
  /** Where the text stands in its container; absent where offsets count in the file or field. */
  readonly embedding?: Embedding;
  /** In a part that linting gave back: where comments of the container count for it. */
  readonly anchor?: number;
  readonly segments: readonly Segment[];
  readonly directives: readonly Directive[];
}
