import type { Message } from "../model/message.ts";
import type { Segment } from "../model/segment.ts";
import type { Sentence } from "../model/sentence.ts";

export interface RewriteContext {
  readonly message: Message;
  /** Crowd claims that the config vouches for. */
  readonly claims: readonly string[];
  /** Reads a segment into sentences. */
  readonly read: (segment: Segment) => readonly Sentence[];
  /** True where a segment, in the message's own context, would raise nothing above `info`. */
  readonly isClean: (segment: Segment) => boolean;
}
