import type { OffsetMap, Run } from "../model/offset-map.ts";
import type { Span } from "../model/span.ts";

/** The map of a text onto itself, `offset` further on in the source. */
export function identityMap(length: number, offset = 0): OffsetMap {
  return {
    runs: [{ prose: 0, length, source: offset, sourceLength: length, kind: "copy" }],
  };
}

/** The source range of a prose range. Stretches that cannot be split are taken whole. */
export function toSource(map: OffsetMap, span: Span): Span {
  const first = runAt(map.runs, span.start);
  const last = runAt(map.runs, Math.max(span.start, span.end - 1));
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  const start =
    first.kind === "copy"
      ? first.source + clamp(span.start - first.prose, first.length)
      : first.source;
  const end =
    last.kind === "copy"
      ? last.source + clamp(span.end - last.prose, last.length)
      : last.source + last.sourceLength;
  return { start, end: Math.max(start, end) };
}

/** The run that holds a prose offset; the last one for an offset behind it. */
export function runAt(runs: readonly Run[], offset: number): Run | undefined {
  return runs[runIndexAt(runs, offset)];
}

/** The index of that run; 0 where there is none. */
export function runIndexAt(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.prose ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max);
}

/** Collects prose piece by piece together with its map. */
export interface ProseBuilder {
  /** Text that stands in the source as it is. */
  copy(text: string, source: number): void;
  /** Text that stands for a source range as one. */
  whole(text: string, source: Span): void;
  readonly length: number;
  /** The last character added, or the empty string. */
  readonly last: string;
  build(): { readonly text: string; readonly map: OffsetMap };
}

export function buildProse(): ProseBuilder {
  const runs: Run[] = [];
  let text = "";
  return {
    get length() {
      return text.length;
    },
    get last() {
      return text.slice(-1);
    },
    copy(piece, source) {
      if (piece === "") return;
      const previous = runs.at(-1);
      if (previous?.kind === "copy" && previous.source + previous.length === source) {
        const length = previous.length + piece.length;
        runs[runs.length - 1] = { ...previous, length, sourceLength: length };
      } else {
        runs.push({
          prose: text.length,
          length: piece.length,
          source,
          sourceLength: piece.length,
          kind: "copy",
        });
      }
      text += piece;
    },
    whole(piece, source) {
      if (piece === "") return;
      runs.push({
        prose: text.length,
        length: piece.length,
        source: source.start,
        sourceLength: source.end - source.start,
        kind: "whole",
      });
      text += piece;
    },
    build: () => ({ text, map: { runs } }),
  };
}
