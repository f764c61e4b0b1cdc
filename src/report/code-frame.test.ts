import { Chalk } from "chalk";
import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { codeFrame } from "./code-frame.ts";

const plain = new Chalk({ level: 0 });

function frame(text: string, words: string, width = 60): string[] {
  const start = text.indexOf(words);
  return codeFrame({
    text,
    span: { start, end: start + words.length },
    label: (index) => String(index + 1),
    gutter: 2,
    width,
    paint: plain,
    tone: plain,
  });
}

test.each([
  {
    name: "words in a line",
    text: "Hi. We saw you. Bye.",
    words: "We saw you",
    lines: [" 1 │ Hi. We saw you. Bye.", "   │     ^^^^^^^^^^"],
  },
  {
    name: "indentation is left out, inner tabs take two columns",
    text: "\t\ta\tsaw you",
    words: "saw you",
    lines: [" 1 │ a  saw you", "   │    ^^^^^^^"],
  },
  {
    name: "emoji and wide characters take two columns",
    text: "👀 中 saw 中 you",
    words: "saw 中 you",
    lines: [" 1 │ 👀 中 saw 中 you", "   │       ^^^^^^^^^^"],
  },
  {
    name: "a joined emoji is one character",
    text: "👨‍👩‍👧 saw you",
    words: "saw you",
    lines: [" 1 │ 👨‍👩‍👧 saw you", "   │    ^^^^^^^"],
  },
  {
    name: "words over two lines, with CRLF",
    text: "We saw\r\n  you here",
    words: "saw\r\n  you",
    lines: [" 1 │ We saw", "   │    ^^^", " 2 │ you here", "   │ ^^^"],
  },
  {
    name: "control characters are seen",
    text: "a\u001b saw\u202e you",
    words: "saw\u202e you",
    lines: [" 1 │ a␛ saw‹U+202E› you", "   │    ^^^^^^^^^^^^^^^"],
  },
])("$name", ({ text, words, lines }) => {
  expect(frame(text, words)).toEqual(lines);
});

test("a long line is cut to the width around the words", () => {
  const [source = "", carets = ""] = frame(
    `${"x".repeat(5000)} saw you ${"y".repeat(5000)}`,
    "saw you",
  );
  expect(source).toMatch(/^ 1 │ …x+ saw you y+…$/u);
  expect(stringWidth(source)).toBeLessThanOrEqual(60);
  expect(source.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("saw you");
});

test("marked words that are too long are cut as well", () => {
  const lines = frame(`a ${"saw".repeat(100)} b`, "saw".repeat(100));
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(60);
});

test("a span of many lines shows three and says that there are more", () => {
  const text = "a\nb\nc\nd\ne";
  expect(frame(text, text).at(-1)).toBe("   ┆ …");
  expect(frame(text, text)).toHaveLength(7);
});

test("a line of a million characters is fast", () => {
  const text = `${"👀".repeat(500_000)}saw you${"👀".repeat(500_000)}`;
  const begun = performance.now();
  frame(text, "saw you");
  expect(performance.now() - begun).toBeLessThan(1000);
});

test("whatever the text, no line is wider than asked for or breaks", () => {
  const texts = fc.string({
    unit: fc.oneof(
      fc.constantFrom("👀", "中", "\t", "\u202e", "\n", "e\u0301"),
      fc.string({ maxLength: 3 }),
    ),
  });
  fc.assert(
    fc.property(
      texts,
      fc.nat(40),
      fc.nat(40),
      fc.integer({ min: 30, max: 90 }),
      (text, at, length, width) => {
        const start = Math.min(at, text.length);
        const span = { start, end: Math.min(start + length, text.length) };
        const lines = codeFrame({
          text,
          span,
          label: String,
          gutter: 2,
          width,
          paint: plain,
          tone: plain,
        });
        for (const line of lines) {
          expect(line).not.toMatch(/[\n\r\t\u202e]/u);
          expect(stringWidth(line)).toBeLessThanOrEqual(width);
        }
      },
    ),
  );
});
