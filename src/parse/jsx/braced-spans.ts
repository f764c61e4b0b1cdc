import type { Span } from "../../model/span.ts";

const BRACE = /[{}]/gu;

/** The outermost pairs of braces of a text, in order. */
export function bracedSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  const open: number[] = [];
  for (const { 0: brace, index } of text.matchAll(BRACE)) {
    if (brace === "{") open.push(index);
    else {
      const start = open.pop();
      if (start === undefined) continue;
      while ((spans.at(-1)?.start ?? -1) > start) spans.pop();
      spans.push({ start, end: index + 1 });
    }
  }
  return spans;
}
