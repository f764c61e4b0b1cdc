import { beforeAll, describe, expect, test } from "vitest";
import type { Frame } from "../../model/frame.ts";
import { proseReader, segmentOf } from "../../testing/prose.ts";

let actsIn: (text: string) => readonly Frame[];
beforeAll(async () => {
  const read = await proseReader();
  actsIn = (text) =>
    read(segmentOf(text))
      .flatMap(({ frames }) => frames)
      .filter(
        ({ evidence, person, tense }) =>
          evidence === "none" && person === "reader" && tense === "done",
      );
});

describe("what the reader did", () => {
  test.each<[string, Partial<Frame>]>([
    ["You viewed the Alta tent", { datum: "browse", source: "observed", force: "statement" }],
    ["You were browsing all night", { datum: "browse", source: "observed" }],
    ["You searched for night cream", { datum: "search", source: "observed" }],
    ["You left a tent in your cart", { datum: "cart", source: "observed" }],
    ["You've bought two tents", { datum: "purchase", source: "observed", precise: true }],
    ["You opened our email", { datum: "engage", source: "observed" }],
    ["You haven't bought a tent for two years", { datum: "absence", negated: true, precise: true }],
    ["You never open our mail", { datum: "absence", negated: true }],
    ["You always buy blue", { datum: "purchase", source: "observed" }],
    ["You keep opening it", { datum: "engage", source: "observed" }],
    ["The tent you bought", { datum: "purchase" }],
    ["If you bought a tent, come in", { datum: "purchase", force: "conditional" }],
    ["“You viewed it twice a day,” she said", { datum: "browse", force: "quoted" }],
    ["Did you leave a tent in your cart?", { datum: "cart", force: "generic" }],
    ["Didn't you leave a tent in your cart?", { datum: "cart", force: "question" }],
    ["You signed up for our letter", { source: "told" }],
    ["You asked for it", { source: "told" }],
    ["You saved it to your wishlist", { source: "told" }],
    ["You earned 40 points", { source: "account" }],
    ["You noticed us", { source: "account" }],
  ])("%s", (text, slots) => {
    expect(actsIn(text)).toEqual([expect.objectContaining(slots)]);
  });

  test("an act for each predicate", () => {
    expect(actsIn("You viewed it, and you opened our email").map(({ datum }) => datum)).toEqual([
      "browse",
      "engage",
    ]);
  });

  test("the words are those from the reader to the end of the clause", () => {
    const text = "Great news: you viewed the Alta tent, so here it is.";
    const [{ span } = { span: { start: 0, end: 0 } }] = actsIn(text);
    expect(text.slice(span.start, span.end)).toBe("you viewed the Alta tent");
  });
});

describe("no act", () => {
  test.each([
    "You'll love the Alta tent",
    "You may have left it",
    "You like tents",
    "You are browsing",
    "You have 40 points",
    "You've got until Friday",
    "You've been great",
    "You were right",
    "You were told about it",
    "Buy the Alta tent",
    "We bought the Alta tent",
    "Tom viewed the Alta tent",
    "People who bought rakes",
    "Some of you bought rakes",
    "People like you bought rakes",
    "The Alta tent is back",
  ])("%s", (text) => {
    expect(actsIn(text)).toEqual([]);
  });
});
