import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSource } from "../text/offset-map.ts";
import { normalize } from "./normalize.ts";

const SPELLINGS = new Map([
  ["u", "you"],
  ["ur", "your"],
  ["2day", "today"],
  ["havent", "haven't"],
  ["gonna", "going to"],
]);

test.each<[string, string, string]>([
  ["hurried spelling", "u left ur tent 2day", "you left your tent today"],
  ["hurried spelling that opens a sentence", "Ur tent is here", "Your tent is here"],
  ["a spelling of two words", "We're gonna go", "We're going to go"],
  ["a missing apostrophe", "You havent left", "You haven't left"],
  ["no part of a word", "cup of urn", "cup of urn"],
  ["no initials", "Made in the U.S. for you", "Made in the U.S. for you"],
  ["curly quotes", "We’ve seen you", "We've seen you"],
  ["shouting", "YOU LEFT YOUR TENT", "you left your tent"],
  ["shouting with hurried spelling", "U LEFT UR TENT", "you left your tent"],
  ["no lone name in capitals", "NASA left", "NASA left"],
  ["no word that is stressed", "Save 20% NOW on tents", "Save 20% NOW on tents"],
  ["title case", "You Left Your Best Tent Here", "you left your best tent here"],
  ["no sentence with a name", "We saw Anna Smith", "We saw Anna Smith"],
  ["soft hyphens", "We no\u00ADticed you", "We noticed you"],
  ["zero-width marks", "We not\u200Bi\u200Dced u\u2060", "We noticed you"],
  ["letters that grow in lower case stay", "İSTANBUL CALLS YOU NOW", "İSTANBUL calls you now"],
  ["nothing", "", ""],
])("%s: %j becomes %j", (_, sentence, expected) => {
  expect(normalize(sentence, SPELLINGS).text).toBe(expected);
});

describe("the way back", () => {
  test.each<[string, string, string]>([
    ["u left ur tent 2day", "you", "u"],
    ["u left ur tent 2day", "left", "left"],
    ["u left ur tent 2day", "your tent", "ur tent"],
    ["u left ur tent 2day", "today", "2day"],
    ["We're gonna go", "going", "gonna"],
    ["WE SAW U THERE", "you there", "U THERE"],
    ["We no\u00ADticed you", "noticed", "no\u00ADticed"],
    ["We no\u00ADticed you", "you", "you"],
    ["👀 u", "you", "u"],
  ])("in %j, %j is %j", (sentence, words, expected) => {
    const { text, map } = normalize(sentence, SPELLINGS);
    const start = text.indexOf(words);
    const span = toSource(map, { start, end: start + words.length });
    expect(sentence.slice(span.start, span.end)).toBe(expected);
  });

  test("leads every visible word of any text to itself, but for its spelling", () => {
    const piece = fc.constantFrom(
      "u",
      "ur",
      "Tent",
      "LEFT",
      "’",
      "“",
      " ",
      " ",
      ".",
      "👀",
      "\u00AD",
      "İ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const sentence = pieces.join("");
        const { text, map } = normalize(sentence, new Map());
        for (let at = 0; at < text.length; at++) {
          const { start, end } = toSource(map, { start: at, end: at + 1 });
          expect(sentence.slice(start, end).replace("’", "'").toLowerCase()).toBe(
            text.charAt(at).toLowerCase(),
          );
        }
      }),
    );
  });
});
