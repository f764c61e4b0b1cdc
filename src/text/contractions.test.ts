import { expect, test } from "vitest";
import { openContractions } from "./contractions.ts";

test.each<[string, string]>([
  ["we've", "we have"],
  ["you're", "you are"],
  ["i'm", "i am"],
  ["you'll", "you will"],
  ["haven't", "have not"],
  ["won't", "will not"],
  ["can't", "can not"],
  ["shan't", "shall not"],
  ["cannot", "can not"],
  ["it's", "it is"],
  ["someone's", "someone is"],
  ["mum's", "mum's"],
  ["tents'", "tents'"],
  ["tent", "tent"],
  ["we've seen you don't", "we have seen you do not"],
  ["", ""],
])("%j opens to %j", (phrase, opened) => {
  expect(openContractions(phrase)).toBe(opened);
});
