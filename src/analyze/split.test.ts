import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences } from "./split.ts";

function sentences(text: string): readonly string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe("where sentences end", () => {
  test.each<[string, readonly string[]]>([
    ["One. Two.", ["One.", "Two."]],
    ["Really?! Yes…", ["Really?!", "Yes…"]],
    ["Wow!!! Now.", ["Wow!!!", "Now."]],
    ["Hi! how are you", ["Hi!", "how are you"]],
    ["We know. you left.", ["We know.", "you left."]],
    ["A\nB", ["A", "B"]],
    ["A\r\nB", ["A", "B"]],
    ["A\n\n \nB", ["A", "B"]],
    ["“Lovely.” She smiled.", ["“Lovely.”", "She smiled."]],
    ['"Is it?" we asked.', ['"Is it?"', "we asked."]],
    ["(Really.) Yes.", ["(Really.)", "Yes."]],
    ["Sale 👀 Now on", ["Sale 👀", "Now on"]],
    ["Sale ❤️ Now on", ["Sale ❤️", "Now on"]],
    ["Tent 👨‍👩‍👧 Now", ["Tent 👨‍👩‍👧", "Now"]],
    ["Sale 👀 now on", ["Sale 👀 now on"]],
    ["Mr. Smith came. He left.", ["Mr. Smith came.", "He left."]],
    ["Dr. No. 5 is here", ["Dr. No. 5 is here"]],
    ["Open from 9 a.m. to 5 p.m. Sale on", ["Open from 9 a.m. to 5 p.m.", "Sale on"]],
    ["Tents, e.g. domes. Go.", ["Tents, e.g. domes.", "Go."]],
    ["In the U.S. and beyond. Yes.", ["In the U.S. and beyond.", "Yes."]],
    ["20 St. John's Rd. now.", ["20 St. John's Rd. now."]],
    ["3.5 stars. Good.", ["3.5 stars.", "Good."]],
    ["shop.example is open. Go", ["shop.example is open.", "Go"]],
    ["It is ours, inc.", ["It is ours, inc."]],
    ["  spaced  ", ["spaced"]],
    ["!!!", ["!!!"]],
    ["", []],
    [" \n ", []],
  ])("%j", (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe("a long stretch without a stop", () => {
  test("is cut at blanks, and nothing is lost", () => {
    const text = "word ".repeat(500).trim();
    expect(sentences(text).join(" ")).toBe(text);
    for (const sentence of sentences(text)) expect(sentence.length).toBeLessThanOrEqual(600);
  });

  test("is cut anywhere where it has no blanks", () => {
    expect(sentences("x".repeat(1500)).map(({ length }) => length)).toEqual([600, 600, 300]);
  });

  test("is not cut through a character of two units", () => {
    expect(sentences(`x${"👀".repeat(400)}`).map(({ length }) => length)).toEqual([599, 202]);
  });
});

describe("sentences of any text", () => {
  const text = fc
    .array(
      fc.constantFrom(
        "a",
        "Mr",
        "B",
        ".",
        "!",
        "?",
        "…",
        " ",
        "\n",
        "\r\n",
        "”",
        "“",
        ")",
        "👀",
        "\u00a0",
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join(""));

  test("stand in order, do not overlap, and leave out blanks only", () => {
    fc.assert(
      fc.property(text, (written) => {
        let at = 0;
        for (const { start, end } of splitSentences(written)) {
          expect(end).toBeGreaterThan(start);
          expect(written.slice(at, start).trim()).toBe("");
          at = end;
        }
        expect(written.slice(at).trim()).toBe("");
      }),
    );
  });
});

test.each([
  ["stops", "?".repeat(200_000)],
  ["stops that no blank follows", `${"?".repeat(100_000)}x`],
  ["stops and quotes", `${'."'.repeat(100_000)}x`],
  ["one stop and many quotes", `.${'"'.repeat(100_000)}x`],
  ["line breaks", "\n".repeat(200_000)],
  ["an emoji and blanks", `👀${" ".repeat(200_000)}`],
  ["short sentences", "a. ".repeat(100_000)],
])("a wall of %s takes no more than a moment", (_, text) => {
  const start = performance.now();
  splitSentences(text);
  expect(performance.now() - start).toBeLessThan(2000);
});
