import type { Embedding } from "../../model/embedding.ts";
import type { Channel, Kind } from "../../model/message.ts";
import type { Notice } from "../../model/notice.ts";
import type { Role } from "../../model/segment.ts";
import type { Encoding } from "../../model/source-file.ts";
import type { Span } from "../../model/span.ts";

/** A file whose format holds messages in values, each written in the format's own way. */
export interface Container {
  /** Never throws: it gives what was understood, and notices. */
  readonly read: (file: ContainerFile) => Contained;
}

export interface ContainerFile {
  readonly path: string;
  readonly text: string;
  /** How the text was read: what its code units stand for in a file that holds bytes. */
  readonly encoding: Encoding;
  readonly channel: Channel;
  readonly kind: Kind;
  /** It was found in a folder: what may be data of any kind is passed over in silence. */
  readonly found: boolean;
  /** The template tags of the whole file, for formats that they make invalid. */
  readonly tagSpans: () => readonly Span[];
}

export interface Contained {
  readonly messages: Iterable<ContainedMessage>;
  /** The container's own comments: suppressions in them count lines of the file. */
  readonly comments: readonly Span[];
  /** Their spans are in the file's text. */
  readonly notices: readonly Notice[];
}

export interface ContainedMessage {
  readonly id?: string;
  /** Where it starts in the file's text. */
  readonly start: number;
  readonly channel: Channel;
  readonly kind: Kind;
  readonly values: readonly Value[];
}

/** A decoded value that holds copy. */
export interface Value {
  readonly text: string;
  readonly embedding: Embedding;
  readonly role: Role;
  /** Registry name of the format of the value; by its looks where there is none. */
  readonly format?: string;
}
