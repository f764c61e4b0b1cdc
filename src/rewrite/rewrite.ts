import type { Suggestion } from "../model/finding.ts";
import type { Weighed } from "../model/match.ts";
import type { Message } from "../model/message.ts";
import type { Segment } from "../model/segment.ts";

export interface RewriteContext {
  readonly message: Message;
  /** Crowd claims that the config vouches for. */
  readonly claims: readonly string[];
  /** True where a segment, in the message's own context, would raise nothing above `info`. */
  readonly isClean: (segment: Segment) => boolean;
}

/** Lines to send in place of the words of a finding, the best first; each lints clean. */
export function rewrite(_weighed: Weighed, _context: RewriteContext): readonly Suggestion[] {
  return [];
}
