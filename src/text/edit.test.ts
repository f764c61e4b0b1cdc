import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edit } from "../model/finding.ts";
import { applyEdits } from "./edit.ts";

function edit(start: number, end: number, text: string): Edit {
  return { span: { start, end }, text };
}

test.each<[string, readonly Edit[], string]>([
  ["no edits", [], "abcdef"],
  ["a replacement", [edit(1, 3, "X")], "aXdef"],
  ["an insertion", [edit(3, 3, "-")], "abc-def"],
  ["a removal", [edit(0, 3, "")], "def"],
  ["several, in any order", [edit(4, 6, "Y"), edit(0, 1, "X")], "XbcdY"],
  ["edits that touch", [edit(0, 3, "X"), edit(3, 6, "Y")], "XY"],
  ["of edits that overlap, the first", [edit(2, 5, "Y"), edit(0, 3, "X")], "Xdef"],
  ["of edits that start together, the longer", [edit(0, 2, "X"), edit(0, 4, "Y")], "Yef"],
  ["the whole text", [edit(0, 6, "")], ""],
])("%s", (_, edits, expected) => {
  expect(applyEdits("abcdef", edits)).toBe(expected);
});

const cut = fc
  .tuple(fc.string({ maxLength: 40 }), fc.array(fc.nat(40), { maxLength: 8 }), fc.string())
  .map(([text, places, replacement]) => {
    const ends = [...new Set(places.map((at) => Math.min(at, text.length)))].sort((a, b) => a - b);
    const edits = ends.flatMap((start, at) =>
      at % 2 === 0 && ends[at + 1] !== undefined
        ? [edit(start, ends[at + 1] ?? 0, replacement)]
        : [],
    );
    return { text, edits };
  });

describe("edits apart from each other", () => {
  test("give the same text in any order", () => {
    fc.assert(
      fc.property(cut, ({ text, edits }) => {
        expect(applyEdits(text, [...edits].reverse())).toBe(applyEdits(text, edits));
      }),
    );
  });

  test("all count in the length", () => {
    fc.assert(
      fc.property(cut, ({ text, edits }) => {
        const grown = edits.reduce(
          (sum, { span, text: by }) => sum + by.length - (span.end - span.start),
          0,
        );
        expect(applyEdits(text, edits)).toHaveLength(text.length + grown);
      }),
    );
  });

  test("that put back what was there change nothing", () => {
    fc.assert(
      fc.property(cut, ({ text, edits }) => {
        const same = edits.map(({ span }) => ({ span, text: text.slice(span.start, span.end) }));
        expect(applyEdits(text, same)).toBe(text);
      }),
    );
  });
});

test("the edits that are given are left as they were", () => {
  const edits = [edit(4, 5, ""), edit(0, 1, "")];
  applyEdits("abcdef", edits);
  expect(edits.map(({ span }) => span.start)).toEqual([4, 0]);
});
