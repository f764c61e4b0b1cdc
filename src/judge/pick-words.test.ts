import { beforeAll, expect, test } from "vitest";
import type { Analyzer } from "../analyze/analyze.ts";
import { weightsOf } from "../testing/judgement.ts";
import { proseReader, readOne } from "../testing/prose.ts";
import { pickWords } from "./pick-words.ts";

let read: Analyzer;
beforeAll(async () => {
  read = await proseReader();
});

test.each<[string, string, Record<string, number>, string]>([
  ["the strongest clause", "Hello, you left, bye", { left: 2 }, "you left"],
  [
    "with the neighbours that speak for it",
    "Hello, you left, bye",
    { left: 2, bye: 0.5 },
    "you left, bye",
  ],
  ["not with one that says little", "Hello, you left, bye", { left: 2, bye: 0.2 }, "you left"],
  ["on both sides", "Hello, you left, bye", { hello: 1, left: 2, bye: 1 }, "Hello, you left, bye"],
  [
    "not across one that speaks against it",
    "Hello, you left, bye",
    { hello: 2, left: -1, bye: 1 },
    "Hello",
  ],
  ["all of one clause, without its full stop", "You left it.", { left: 1 }, "You left it"],
  ["the first clause where nothing is known", "Hello, you left", {}, "Hello"],
])("%s", (...[, text, weights, expected]) => {
  const sentence = readOne(read, text);
  const features = sentence.terms.map(({ normal }, at) => ({ name: normal, at }));
  const { start, end } = pickWords(sentence, features, weightsOf(weights));
  expect(text.slice(start, end)).toBe(expected);
});

test("what stands on no word moves nothing", () => {
  const sentence = readOne(read, "Hello, you left");
  const features = [
    { name: "bias", at: -1 },
    { name: "left", at: 2 },
  ];
  expect(pickWords(sentence, features, weightsOf({ bias: 9, left: 1 }))).toEqual({
    start: 7,
    end: 15,
  });
});

test("a sentence without words is taken whole", () => {
  const span = { start: 3, end: 5 };
  const sentence = { text: "👀", span, terms: [], clauses: [], predicates: [], frames: [] };
  expect(pickWords(sentence, [], weightsOf({}))).toEqual(span);
});
