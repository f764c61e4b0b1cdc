import type { Span } from "./span.ts";

/** Trouble that is not a finding: something that could not be read, or a suppression that is off. */
export interface Notice {
  readonly level: "error" | "warning" | "info";
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** The line of the file that it is about, from 1, where there is no span. */
  readonly line?: number;
  readonly span?: Span;
  /** Where it was thrown, for those who mend creeplint. */
  readonly stack?: string;
}
