import { expect, test } from "vitest";
import type { Run } from "../model/offset-map.ts";
import { composeMaps, placeIn } from "./compose-map.ts";

const copy = (prose: number, length: number, source: number): Run => ({
  prose,
  length,
  source,
  sourceLength: length,
  kind: "copy",
});
const whole = (prose: number, length: number, source: number, sourceLength: number): Run => ({
  prose,
  length,
  source,
  sourceLength,
  kind: "whole",
});

/** `ab\ncd` as `ab\\ncd` from 10 on. */
const OUTER = { runs: [copy(0, 2, 10), whole(2, 1, 12, 2), copy(3, 2, 14)] };

test.each([
  [
    "a copy over an escape is cut at it",
    [copy(0, 4, 1)],
    [copy(0, 1, 11), whole(1, 1, 12, 2), copy(2, 2, 14)],
  ],
  ["a whole run stays whole", [whole(0, 1, 1, 3)], [whole(0, 1, 11, 4)]],
  ["an empty source stays empty", [whole(0, 1, 3, 0)], [whole(0, 1, 14, 0)]],
  ["what lies behind the outer text maps to nothing", [copy(0, 9, 4)], [copy(0, 1, 15)]],
])("%s", (_, inner, expected) => {
  expect(composeMaps({ runs: inner }, OUTER).runs).toEqual(expected);
});

test.each([
  [0, 0, 10, 10],
  [2, 2, 12, 12],
  [3, 3, 14, 14],
  [5, 5, 16, 16],
  [1, 3, 11, 14],
])("%i-%i stands at %i-%i", (start, end, from, to) => {
  expect(placeIn(OUTER, { start, end })).toEqual({ start: from, end: to });
});
