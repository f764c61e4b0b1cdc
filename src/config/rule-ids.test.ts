import { expect, test } from "vitest";
import { unknownRule } from "./rule-ids.ts";

const IDS = ["watching/noticed", "watching/knows", "activity/cart"];

test.each([
  ["watching/noticed", undefined],
  ["watching/*", undefined],
  [
    "watching/notice",
    { message: 'Unknown rule "watching/notice".', hint: 'Did you mean "watching/noticed"?' },
  ],
  [
    "watchin/*",
    { message: 'There is no rule in "watchin/*".', hint: 'Did you mean "watching/*"?' },
  ],
  [
    "*",
    {
      message: 'Unknown rule "*".',
      hint: "Known: watching/noticed, watching/knows, activity/cart.",
    },
  ],
])("%s", (name, expected) => {
  expect(unknownRule(name, IDS)).toEqual(expected);
});
