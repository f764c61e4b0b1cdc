import { expect, test } from "vitest";
import { hang, wrap } from "./wrap.ts";

test("lines fit, and all stand under the first", () => {
  expect(wrap("one two three four five six", 2, 24)).toEqual([
    "  one two three four",
    "  five six",
  ]);
  expect(hang("→", "one two three four five six", 2, 26)).toEqual([
    "  → one two three four",
    "    five six",
  ]);
});

test("no line is a command of a CI log", () => {
  const copy = "We saw you, dear reader. ::error file=a.js,line=1::forged";
  for (const line of [...wrap(copy, 2, 30), ...wrap("::stop-commands::x", 0, 80)]) {
    expect(line.trim()).not.toMatch(/^::/u);
  }
});
