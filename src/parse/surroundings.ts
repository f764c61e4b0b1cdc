import type { Literal, Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import type { Tag } from "./language.ts";
import { countLeading } from "./partition.ts";

/**
 * Tells each segment in which literals its words stand, and which tags stand among them that print
 * nothing. Literals and tags are in order, and none overlaps another.
 */
export function withSurroundings(
  segments: readonly Segment[],
  tags: readonly Tag[],
  literals: readonly Literal[],
): readonly Segment[] {
  const controls = tags.filter(isControl);
  if (controls.length === 0 && literals.length === 0) return segments;
  return segments.map((segment) => {
    const extent = extentOf(segment);
    const own = within(literals, extent);
    const among = within(controls, extent);
    return {
      ...segment,
      ...(own.length === 0 ? {} : { literals: own }),
      ...(among.length === 0 ? {} : { controls: among.map(({ span }) => span) }),
    };
  });
}

function isControl({ readings }: Tag): boolean {
  return readings.some(({ kind }) => kind !== "output");
}

function extentOf({ map }: Segment): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const { source, sourceLength } of map.runs) {
    start = Math.min(start, source);
    end = Math.max(end, source + sourceLength);
  }
  return { start, end };
}

function within<T extends { readonly span: Span }>(
  items: readonly T[],
  { start, end }: Span,
): readonly T[] {
  const from = countLeading(items, ({ span }) => span.end <= start);
  const to = countLeading(items, ({ span }) => span.start < end);
  return items.slice(from, to);
}
