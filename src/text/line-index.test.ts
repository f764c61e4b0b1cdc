import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexLines } from "./line-index.ts";

describe("position", () => {
  test.each<[string, string, number, [number, number]]>([
    ["the first character", "ab\ncd", 0, [1, 1]],
    ["the line break itself belongs to its line", "ab\ncd", 2, [1, 3]],
    ["the first character behind a break", "ab\ncd", 3, [2, 1]],
    ["behind CRLF", "ab\r\ncd", 4, [2, 1]],
    ["between CR and LF", "ab\r\ncd", 3, [1, 4]],
    ["behind a lone CR", "ab\rcd", 3, [2, 1]],
    ["behind CR CR LF", "a\r\r\nb", 4, [3, 1]],
    ["an empty line", "a\n\nb", 2, [2, 1]],
    ["the end of a text that ends in a break", "a\n", 2, [2, 1]],
    ["behind an emoji, which is two units", "👀x", 2, [1, 3]],
    ["no text", "", 0, [1, 1]],
    ["before the text", "ab", -5, [1, 1]],
    ["behind the text", "ab\ncd", 99, [2, 3]],
    ["a line separator is no line break", "a\u2028b", 2, [1, 3]],
  ])("%s", (_, text, offset, [line, column]) => {
    expect(indexLines(text).position(offset)).toEqual({ line, column });
  });
});

describe("lineStart", () => {
  test.each<[number, number]>([
    [1, 0],
    [2, 4],
    [3, 6],
    [0, 0],
    [-3, 0],
    [9, 6],
  ])("line %i starts at %i", (line, start) => {
    expect(indexLines("ab\r\nc\nd").lineStart(line)).toBe(start);
  });
});

test.each<[string, number]>([
  ["", 1],
  ["a", 1],
  ["a\n", 2],
  ["a\r\nb\rc\nd", 4],
])("%j has %i lines", (text, count) => {
  expect(indexLines(text).lineCount).toBe(count);
});

test("a position and its line lead back to the offset", () => {
  const text = fc
    .array(fc.constantFrom("a", "é", "👀", "\n", "\r\n", "\r"), { maxLength: 40 })
    .map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, fc.nat(60), (written, at) => {
      const offset = Math.min(at, written.length);
      const index = indexLines(written);
      const { line, column } = index.position(offset);
      expect(index.lineStart(line) + column - 1).toBe(offset);
      expect(line).toBeLessThanOrEqual(index.lineCount);
    }),
  );
});
