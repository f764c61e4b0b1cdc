import type { Line } from "./line.ts";
import { isSetUp } from "./remarks.ts";

/** Sentences that are rewritten together. Line indexes, `to` included. */
export interface Group {
  readonly from: number;
  readonly to: number;
  /** The lines that tell. */
  readonly telling: readonly number[];
}

/** Beyond this many lines on either side, a group is judged without the rest: time stays linear. */
export const SIGHT = 12;
/** How many lines behind the last one that tells may still point back at it. */
const REACH = 2;
/** Keeps the ways to combine the lines of a group few. */
const LARGEST = 6;

/** Lines that tell and stand close together are one group, with what leads up to them. */
export function groupsOf(lines: readonly Line[]): readonly Group[] {
  const telling = lines.flatMap((line, index) => (line.found.length > 0 ? [index] : []));
  const groups: number[][] = [];
  for (const index of telling) {
    const group = groups.at(-1);
    const isNear = group !== undefined && index - (group.at(-1) ?? 0) <= REACH;
    if (isNear && group.length < LARGEST) group.push(index);
    else groups.push([index]);
  }
  let free = 0;
  return groups.map((own, at) => {
    const last = own.at(-1) ?? 0;
    const next = groups[at + 1]?.[0] ?? lines.length;
    const from = setUpStart(lines, own[0] ?? 0, free);
    const to = Math.min(last + REACH, next - 1, lines.length - 1);
    free = to + 1;
    return { from, to, telling: own };
  });
}

function setUpStart(lines: readonly Line[], first: number, floor: number): number {
  let from = first;
  while (from > Math.max(floor, first - REACH)) {
    const before = lines[from - 1];
    if (before === undefined || !isSetUp(before)) break;
    from--;
  }
  return from;
}
