import { describe, expect, test } from "vitest";
import { didYouMean, nearest } from "./nearest.ts";

const RULES = ["activity/cart", "activity/browsing", "watching/noticed"];

test.each<[string, string | undefined]>([
  ["activity/crat", "activity/cart"],
  ["watching/notice", "watching/noticed"],
  ["activity/cart", "activity/cart"],
  ["activty/brwsing", "activity/browsing"],
  ["zzz", undefined],
  ["", undefined],
])("%j is nearest to %j", (word, expected) => {
  expect(nearest(word, RULES)).toBe(expected);
});

test("nothing is near where there is nothing", () => {
  expect(nearest("cart", [])).toBeUndefined();
});

test("of two that are equally near, the first", () => {
  expect(nearest("cat", ["bat", "hat"])).toBe("bat");
});

describe("didYouMean", () => {
  test("guesses", () => {
    expect(didYouMean("emial", ["email", "push"])).toBe('Did you mean "email"?');
  });
  test("lists a few", () => {
    expect(didYouMean("pigeon", ["email", "push"])).toBe("Known: email, push.");
  });
  test("does not list many", () => {
    const many = Array.from({ length: 13 }, (_, at) => `candidate-${at}`);
    expect(didYouMean("x", many)).toBe("");
  });
});
