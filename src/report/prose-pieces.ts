import type { Run } from "../model/offset-map.ts";
import type { Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";

const TAG_STAND_IN = "x";

/** A stretch of prose as it is shown, with a twin of the same length whose dots end sentences. */
export interface Piece {
  readonly run: Run;
  readonly shown: string;
  readonly masked: string;
}

/** A segment as its reader gets it, merge tags as written. */
export function piecesOf(segment: Segment, source: string): readonly Piece[] {
  return segment.map.runs.map((run) => showRun(run, segment, source));
}

function showRun(run: Run, { text: prose, holes }: Segment, source: string): Piece {
  const words = prose.slice(run.prose, run.prose + run.length);
  const isTag = holes.some(({ span }) => touches(run, span)) && run.kind === "whole";
  if (!isTag) return { run, shown: words, masked: words };
  const tag = source.slice(run.source, run.source + run.sourceLength);
  return { run, shown: tag, masked: TAG_STAND_IN.repeat(tag.length) };
}

/** Whether a run comes from somewhere in a span of the source. */
export function touches({ source, sourceLength }: Run, { start, end }: Span): boolean {
  return source < end && source + sourceLength > start;
}
