import type { Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";

/** A segment of a text that begins at `by` of the part's text, with its places in the part's. */
export function shiftSegment(segment: Segment, by: number): Segment {
  const { map, holes, guards } = segment;
  const shift = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    ...segment,
    map: { runs: map.runs.map((run) => ({ ...run, source: run.source + by })) },
    holes: holes.map((hole) => ({ ...hole, span: shift(hole.span) })),
    guards: guards.map((guard) => ({
      ...guard,
      span: shift(guard.span),
      reach: shift(guard.reach),
    })),
  };
}
