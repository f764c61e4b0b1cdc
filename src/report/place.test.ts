import { expect, test } from "vitest";
import { sampleFinding, sampleMessage, samplePart } from "../testing/sample-result.ts";
import { absolute, createLocator } from "./place.ts";

test.each([
  { name: "the first character", text: "saw you", at: [1, 1, 1, 8] },
  { name: "after an emoji, in UTF-16 units", text: "👀 saw you", at: [1, 4, 1, 11] },
  { name: "the third line, after CRLF and CR", text: "a\r\nb\rsaw you", at: [3, 1, 3, 8] },
])("$name", ({ text, at }) => {
  const finding = sampleFinding(text, "saw you");
  const { message } = sampleMessage(samplePart(text), [finding]);
  const { line, column, endLine, endColumn } = createLocator().ofFinding(message, finding);
  expect([line, column, endLine, endColumn]).toEqual(at);
});

test("a record's finding is on the record's line; columns count in the field", () => {
  const text = "one\nsaw you";
  const finding = sampleFinding(text, "saw you");
  const { message } = sampleMessage(samplePart(text, "text"), [finding], { line: 9 });
  expect(createLocator().ofFinding(message, finding)).toEqual({
    line: 9,
    column: 5,
    endLine: 9,
    endColumn: 12,
  });
});

test("paths become absolute, standard input stays", () => {
  expect(absolute("a/b.html", "/shop")).toBe("/shop/a/b.html");
  expect(absolute("<stdin>", "/shop")).toBe("<stdin>");
});
