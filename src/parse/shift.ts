import type { Span } from "../model/span.ts";
import type { Reading, Tag } from "./language.ts";

/** A tag of a text that begins at `by` of the part's text, with its places in the part's. */
export function shiftTag({ span, language, readings }: Tag, by: number): Tag {
  return {
    span: shiftSpan(span, by),
    language,
    readings: readings.map((one) => shiftCopy(one, by)),
  };
}

function shiftCopy(reading: Reading, by: number): Reading {
  if (!("copy" in reading)) return reading;
  return { ...reading, copy: reading.copy.map((copy) => ({ ...copy, ...shiftSpan(copy, by) })) };
}

function shiftSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
