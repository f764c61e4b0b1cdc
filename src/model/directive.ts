import type { Span } from "./span.ts";

/** What a suppression covers, in the order of its reach. */
export type DirectiveScope = "line" | "next-line" | "start" | "end" | "file";

/**
 * A suppression comment: `creeplint-disable-next-line activity/cart -- approved until=2027-03-01`.
 * `start` and `end` are `creeplint-disable` and `creeplint-enable`.
 */
export interface Directive {
  readonly scope: DirectiveScope;
  /** Rule ids as written, checked later. Empty where the author named none. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** ISO date after which the suppression no longer counts. */
  readonly until?: string;
  /** The whole comment in the part's text. */
  readonly span: Span;
}
