import { expect, test } from "vitest";
import { visible, visibleLine } from "./visible.ts";

test.each([
  ["plain copy", "plain copy"],
  ["a\u001b[31mred", "a␛[31mred"],
  ["bell\u0007 delete\u007f", "bell␇ delete␡"],
  ["rtl\u202etxt.exe", "rtl‹U+202E›txt.exe"],
  ["c1\u009bK", "c1‹U+009B›K"],
  ["zero\u200bwidth", "zero‹U+200B›width"],
  ["half \ud83d emoji", "half ‹U+D83D› emoji"],
  ["family 👨‍👩‍👧 stays", "family 👨‍👩‍👧 stays"],
  ["naïve 中文", "naïve 中文"],
])("%j is shown as %j", (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test("a line never breaks", () => {
  expect(visibleLine("  two\r\n\tlines ")).toBe("two lines");
});
