import type { Span } from "../model/span.ts";

/** True where two ranges share at least one character. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
