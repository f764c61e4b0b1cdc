import type { Span } from "../model/span.ts";
import { countLeading } from "./partition.ts";

/** Tells whether an offset lies in any of the spans. */
export function covering(spans: readonly Span[]): (offset: number) => boolean {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return (offset) => {
    const before = merged[countLeading(merged, ({ start }) => start <= offset) - 1];
    return before !== undefined && offset < before.end;
  };
}
