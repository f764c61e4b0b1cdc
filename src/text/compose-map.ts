import type { OffsetMap, Run } from "../model/offset-map.ts";
import type { Span } from "../model/span.ts";
import { runAt, toSource } from "./offset-map.ts";

/** The map that goes through both: prose to the inner source, which is the outer one's prose. */
export function composeMaps(inner: OffsetMap, outer: OffsetMap): OffsetMap {
  return { runs: inner.runs.flatMap((run) => through(run, outer)) };
}

function through(run: Run, outer: OffsetMap): readonly Run[] {
  if (run.kind === "whole") {
    const span = placeIn(outer, { start: run.source, end: run.source + run.sourceLength });
    return [{ ...run, source: span.start, sourceLength: span.end - span.start }];
  }
  const runs: Run[] = [];
  const end = run.source + run.length;
  for (let at = run.source; at < end; ) {
    const over = runAt(outer.runs, at);
    const stop = Math.min(end, over === undefined ? end : over.prose + over.length);
    // Past the outer map's end there is nothing to map to.
    if (over === undefined || stop <= at) break;
    const isCopy = over.kind === "copy";
    const length = stop - at;
    runs.push({
      prose: run.prose + at - run.source,
      length,
      source: isCopy ? over.source + at - over.prose : over.source,
      sourceLength: isCopy ? length : over.sourceLength,
      kind: over.kind,
    });
    at = stop;
  }
  return runs;
}

/**
 * The source range of a prose range that may be empty: an empty one stands before what follows it,
 * and at the end of the text behind all.
 */
export function placeIn(map: OffsetMap, span: Span): Span {
  if (span.end > span.start) return toSource(map, span);
  const run = runAt(map.runs, span.start);
  if (run === undefined) return { start: 0, end: 0 };
  const inside = span.start - run.prose;
  const isPast = inside >= run.length;
  const at = run.source + (isPast ? run.sourceLength : inside);
  if (isPast || run.kind === "copy") return { start: at, end: at };
  return { start: run.source, end: run.source };
}
