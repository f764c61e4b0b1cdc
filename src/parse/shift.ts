import type { Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import type { Reading, Tag } from "./language.ts";

/** A segment of a text that begins at `by` of the part's text, with its places in the part's. */
export function shiftSegment(segment: Segment, by: number): Segment {
  const { map, holes, guards, literals, controls } = segment;
  const shift = (span: Span): Span => shiftSpan(span, by);
  return {
    ...segment,
    map: { runs: map.runs.map((run) => ({ ...run, source: run.source + by })) },
    holes: holes.map((hole) => ({ ...hole, span: shift(hole.span) })),
    guards: guards.map((guard) => ({
      ...guard,
      span: shift(guard.span),
      reach: shift(guard.reach),
    })),
    ...(literals && {
      literals: literals.map(({ span, quoting }) => ({ span: shift(span), quoting })),
    }),
    ...(controls && { controls: controls.map(shift) }),
  };
}

/** The same for a tag of such a text. */
export function shiftTag({ span, language, readings }: Tag, by: number): Tag {
  return {
    span: shiftSpan(span, by),
    language,
    readings: readings.map((one) => shiftCopy(one, by)),
  };
}

function shiftCopy(reading: Reading, by: number): Reading {
  if (!("copy" in reading)) return reading;
  return { ...reading, copy: reading.copy.map((span) => shiftSpan(span, by)) };
}

function shiftSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
