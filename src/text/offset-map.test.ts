import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildProse, identityMap, toSource } from "./offset-map.ts";

/** `Tom &amp; {{ pet }} run`, read as `Tom & Rex run`. */
function tomAndRex() {
  const prose = buildProse();
  prose.copy("Tom ", 0);
  prose.whole("&", { start: 4, end: 9 });
  prose.copy(" ", 9);
  prose.whole("Rex", { start: 10, end: 19 });
  prose.copy(" run", 19);
  return prose.build();
}

const SOURCE = "Tom &amp; {{ pet }} run";

describe("toSource", () => {
  test.each<[string, number, number, string]>([
    ["a copied word", 0, 3, "Tom"],
    ["part of a copied word", 1, 2, "o"],
    ["an entity", 4, 5, "&amp;"],
    ["a placeholder", 6, 9, "{{ pet }}"],
    ["the middle of a placeholder, which cannot be split", 7, 8, "{{ pet }}"],
    ["a range that ends in a placeholder", 2, 7, "m &amp; {{ pet }}"],
    ["a range that starts in a placeholder", 8, 12, "{{ pet }} ru"],
    ["everything", 0, 13, SOURCE],
    ["beyond the end", 10, 99, "run"],
  ])("%s", (_, start, end, expected) => {
    const { map } = tomAndRex();
    const span = toSource(map, { start, end });
    expect(SOURCE.slice(span.start, span.end)).toBe(expected);
  });

  test("an empty range keeps its place", () => {
    expect(toSource(tomAndRex().map, { start: 2, end: 2 })).toEqual({ start: 2, end: 2 });
  });

  test("a map without runs gives an empty range", () => {
    expect(toSource({ runs: [] }, { start: 3, end: 9 })).toEqual({ start: 0, end: 0 });
  });

  test("the identity map only shifts", () => {
    expect(toSource(identityMap(10, 100), { start: 2, end: 5 })).toEqual({ start: 102, end: 105 });
  });
});

describe("buildProse", () => {
  test("gives the text, its length and its last character as it grows", () => {
    const prose = buildProse();
    expect([prose.length, prose.last]).toEqual([0, ""]);
    prose.copy("ab", 0);
    prose.whole("c", { start: 2, end: 8 });
    expect([prose.length, prose.last, prose.build().text]).toEqual([3, "c", "abc"]);
  });

  test("joins copies that touch in the source, and no others", () => {
    const prose = buildProse();
    prose.copy("ab", 0);
    prose.copy("cd", 2);
    prose.copy("ef", 5);
    expect(prose.build().map.runs.map(({ prose: at, length }) => [at, length])).toEqual([
      [0, 4],
      [4, 2],
    ]);
  });

  test("does not join a copy to a whole, even where they touch", () => {
    const prose = buildProse();
    prose.whole("a", { start: 0, end: 1 });
    prose.copy("b", 1);
    expect(prose.build().map.runs.map(({ kind }) => kind)).toEqual(["whole", "copy"]);
  });

  test("ignores empty pieces", () => {
    const prose = buildProse();
    prose.copy("", 4);
    prose.whole("", { start: 4, end: 9 });
    expect(prose.build()).toEqual({ text: "", map: { runs: [] } });
  });
});

interface Piece {
  readonly text: string;
  /** The source that stands for the text; absent where it is the text itself. */
  readonly source?: string;
  /** Source that leaves no prose. */
  readonly skipped: string;
}

const piece: fc.Arbitrary<Piece> = fc.record(
  {
    text: fc.string({ minLength: 1, maxLength: 8 }),
    source: fc.string({ minLength: 1, maxLength: 12 }),
    skipped: fc.string({ maxLength: 4 }),
  },
  { requiredKeys: ["text", "skipped"] },
);

function assemble(pieces: readonly Piece[]) {
  const prose = buildProse();
  let source = "";
  for (const { text, source: written, skipped } of pieces) {
    const start = source.length;
    source += written ?? text;
    if (written === undefined) prose.copy(text, start);
    else prose.whole(text, { start, end: source.length });
    source += skipped;
  }
  return { source, ...prose.build() };
}

const ranged = fc
  .array(piece, { minLength: 1, maxLength: 12 })
  .map(assemble)
  .chain((made) =>
    fc
      .tuple(fc.nat(made.text.length - 1), fc.nat(made.text.length - 1))
      .map(([a, b]) => ({ ...made, start: Math.min(a, b), end: Math.max(a, b) + 1 })),
  );

describe("any prose", () => {
  test("runs cover the prose without gaps", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }).map(assemble), ({ text, map }) => {
        let at = 0;
        for (const run of map.runs) {
          expect(run.prose).toBe(at);
          at += run.length;
        }
        expect(at).toBe(text.length);
      }),
    );
  });

  test("every character finds its own source", () => {
    fc.assert(
      fc.property(ranged, ({ source, text, map, start }) => {
        const span = toSource(map, { start, end: start + 1 });
        const run = map.runs.find((one) => one.prose <= start && start < one.prose + one.length);
        const words = source.slice(span.start, span.end);
        if (run?.kind === "copy") expect(words).toBe(text.charAt(start));
        else expect(words.length).toBe(run?.sourceLength);
      }),
    );
  });

  test("a wider range never maps to less, and stays in the source", () => {
    fc.assert(
      fc.property(ranged, ({ source, text, map, start, end }) => {
        const inner = toSource(map, { start, end });
        const outer = toSource(map, {
          start: Math.max(0, start - 1),
          end: Math.min(text.length, end + 1),
        });
        expect(outer.start).toBeLessThanOrEqual(inner.start);
        expect(outer.end).toBeGreaterThanOrEqual(inner.end);
        expect(outer.end).toBeLessThanOrEqual(source.length);
      }),
    );
  });

  test("maps compose: a stretch read twice is found in the first text", () => {
    fc.assert(
      fc.property(ranged, ({ source, text, map, start, end }) => {
        const second = buildProse();
        second.copy(text.slice(start, end), start);
        const middle = toSource(second.build().map, { start: 0, end: end - start });
        expect(middle).toEqual({ start, end });
        const span = toSource(map, middle);
        expect(span.end).toBeLessThanOrEqual(source.length);
        expect(span).toEqual(toSource(map, { start, end }));
      }),
    );
  });
});
