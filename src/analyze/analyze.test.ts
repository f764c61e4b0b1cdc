import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Field } from "../model/field.ts";
import type { Hole } from "../model/segment.ts";
import { proseReader, readOne, segmentOf } from "../testing/prose.ts";
import type { Analyzer } from "./analyze.ts";

let read: Analyzer;
beforeAll(async () => {
  read = await proseReader();
});

function termsOf(text: string) {
  return readOne(read, text).terms;
}

describe("the place of every word", () => {
  test.each<[string, readonly string[]]>([
    ["You left a tent.", ["You", "left", "a", "tent"]],
    ["“You left,” she said", ["You", "left", "she", "said"]],
    ["  You\u00a0left", ["You", "left"]],
    ["You left 👀 it 👀", ["You", "left", "it"]],
    ["(You) [left] {a} <tent>", ["You", "left", "a", "tent"]],
    ["You -- left", ["You", "left"]],
    ["u left ur tent", ["u", "left", "ur", "tent"]],
    ["YOU LEFT YOUR TENT", ["YOU", "LEFT", "YOUR", "TENT"]],
    ["Tom’s tent, 20%", ["Tom’s", "tent", "20%"]],
    ["no\u00ADticed you", ["no\u00ADticed", "you"]],
  ])("%s", (text, words) => {
    const places = termsOf(text).map(({ span }) => text.slice(span.start, span.end));
    expect(places).toEqual(words);
  });

  const WORDS = [
    "You",
    "we've",
    "didn’t",
    "left",
    "u",
    "café",
    "20%",
    "£5",
    "Alta",
    "tent",
    "can't",
    "9am",
    "co-op",
    "İ",
  ];
  const MARKS = [
    "“",
    "”",
    '"',
    "'",
    "’",
    "(",
    ")",
    "[",
    "]",
    ",",
    ".",
    "!",
    "?",
    "…",
    "—",
    " - ",
    "👀",
    "👨‍👩‍👧",
    "&",
    "/",
    "*",
    "<",
    ">",
  ];
  const BLANKS = [" ", " ", " ", "\n", "\r\n", "\t", "\u00a0"];
  const prose = fc
    .array(
      fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...MARKS), fc.constantFrom(...BLANKS)),
      {
        maxLength: 40,
      },
    )
    .map((pieces) => pieces.join(""));

  test("is its own, in any prose", async () => {
    // Without spellings, a word is in the text as the tagger has it.
    const plain = await proseReader({});
    fc.assert(
      fc.property(prose, (text) => {
        for (const { span, terms, text: whole } of plain(segmentOf(text))) {
          expect(text.slice(span.start, span.end)).toBe(whole);
          let at = span.start;
          for (const term of terms) {
            expect(term.span.start).toBeGreaterThanOrEqual(at);
            expect(term.span.end).toBeLessThanOrEqual(span.end);
            at = term.span.start;
            // The second half of a contraction has no text of its own.
            if (term.text === "") continue;
            const words = text.slice(term.span.start, term.span.end).replaceAll("\u200d", "");
            expect(words.replace(/[’‘]/gu, "'").toLowerCase()).toBe(term.text.toLowerCase());
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("every frame stands in its sentence", () => {
    fc.assert(
      fc.property(prose, (text) => {
        for (const { span, frames } of read(segmentOf(text))) {
          for (const frame of frames) {
            expect(frame.span.start).toBeGreaterThanOrEqual(span.start);
            expect(frame.span.end).toBeLessThanOrEqual(span.end);
            expect(frame.span.end).toBeGreaterThan(frame.span.start);
          }
        }
      }),
    );
  });
});

describe("words as they are read", () => {
  test.each<[string, readonly string[]]>([
    ["We've seen you're here", ["we", "have", "seen", "you", "are", "here"]],
    ["You didn’t go", ["you", "did", "not", "go"]],
    ["You can't go", ["you", "can", "not", "go"]],
    ["It won't", ["it", "will", "not"]],
    ["We'll go", ["we", "will", "go"]],
    ["u havent paid", ["you", "have", "not", "paid"]],
    ["CAUGHT YOU LOOKING", ["caught", "you", "looking"]],
    ["Hello, “you”!", ["hello", "you"]],
  ])("%s", (text, normals) => {
    expect(termsOf(text).map(({ normal }) => normal)).toEqual(normals);
  });

  test("both halves of a contraction stand on the same words", () => {
    const text = "Oh, we've seen it";
    const halves = termsOf(text).slice(1, 3);
    expect(halves.map(({ normal }) => normal)).toEqual(["we", "have"]);
    for (const { span } of halves) expect(text.slice(span.start, span.end)).toBe("we've");
  });

  test.each([
    ["You viewed it", "viewed", "view"],
    ["Two tents", "tents", "tent"],
    ["You bought it", "bought", "buy"],
  ])("%s: the lemma of %j is %j", (text, word, lemma) => {
    expect(termsOf(text).find(({ normal }) => normal === word)?.lemma).toBe(lemma);
  });

  test("lexicon classes cover whole phrases and mark where they begin", async () => {
    const own = await proseReader({ watch: ["keep an eye on"] });
    const { terms } = readOne(own, "We kept an eye on you");
    expect(terms.map(({ tags }) => tags.has("@watch"))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(terms.findIndex(({ tags }) => tags.has("@watch/start"))).toBe(1);
  });
});

describe("merge tags", () => {
  const product: Field = { name: "p", is: "product", from: "observed", sensitive: false };
  // `You viewed the {{ p }}.` with a placeholder word.
  const text = "You viewed the thing.";
  const hole: Hole = {
    at: { start: 15, end: 20 },
    span: { start: 15, end: 22 },
    language: "liquid",
    fields: [product],
  };

  test("are words with the classes of their fields", () => {
    const [sentence] = read(segmentOf(text, { holes: [hole] }));
    const term = sentence?.terms.at(-1);
    expect(term?.hole).toBe(0);
    expect([...(term?.tags ?? [])]).toEqual(
      expect.arrayContaining(["Field", "@field-product", "@from-observed"]),
    );
    expect(sentence?.terms.filter((one) => one.hole !== undefined)).toHaveLength(1);
  });

  test("without a field are words all the same", () => {
    const [sentence] = read(segmentOf(text, { holes: [{ ...hole, fields: [] }] }));
    const term = sentence?.terms.at(-1);
    expect(term?.hole).toBe(0);
    expect(term?.tags.has("Field")).toBe(false);
  });
});

test("a link holds no sentences", () => {
  expect(read(segmentOf("https://shop.example/you-left", { role: "link" }))).toEqual([]);
});

test.each([
  ["one word", "you ".repeat(20_000)],
  ["commas", ",".repeat(50_000)],
  ["quotes", '"'.repeat(50_000)],
  ["brackets", "(".repeat(50_000)],
  ["a word without end", "a".repeat(50_000)],
  ["apostrophes", "you'".repeat(10_000)],
])("a wall of %s does not stall", (_, text) => {
  const start = performance.now();
  read(segmentOf(text));
  expect(performance.now() - start).toBeLessThan(10_000);
});

test("a reading is plain data", () => {
  const [sentence] = read(segmentOf("We noticed you left a tent in your cart."));
  expect(structuredClone(sentence)).toEqual(sentence);
});
