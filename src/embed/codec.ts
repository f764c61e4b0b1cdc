import type { Embedding } from "../model/embedding.ts";
import type { Edit } from "../model/finding.ts";
import type { OffsetMap } from "../model/offset-map.ts";

/** A value as its readers get it. */
export interface Decoded {
  readonly text: string;
  /** Its text to where it was decoded from. */
  readonly map: OffsetMap;
}

/** A decoded value in its file. */
export interface Embedded {
  /** The file's text. */
  readonly file: string;
  /** The decoded text. */
  readonly text: string;
  readonly embedding: Embedding;
}

/** How a container writes copy. */
export interface Codec {
  /**
   * An edit of the decoded text as one of the file: after it, the file decodes to the edited text.
   * Undefined where the container has no way to say that. Pure, never throws.
   */
  readonly edit: (edit: Edit, embedded: Embedded) => Edit | undefined;
}
