import { expect, test } from "vitest";
import { encode, writingOf } from "./encode.ts";

const TEXT = "Grüße 👀\r\n";

test.each([
  { encoding: "utf-8", bom: false },
  { encoding: "utf-8", bom: true },
  { encoding: "utf-16le", bom: true },
  { encoding: "utf-16be", bom: true },
] as const)("$encoding, byte order mark: $bom", (writing) => {
  const bytes = encode(TEXT, writing);
  expect(bytes && writingOf(TEXT, bytes)).toEqual(writing);
});

test("bytes that are not the text have no writing", () => {
  expect(writingOf(TEXT, Buffer.from("other"))).toBe(undefined);
});

test("windows-1252 is written back where it has all of the characters", () => {
  const bytes = Buffer.from("Gr\u00fc\u00dfe \u0093\u0081", "latin1");
  const text = "Gr\u00fc\u00dfe \u201c\u0081";
  const writing = writingOf(text, bytes);
  expect(writing).toEqual({ encoding: "windows-1252", bom: false });
  expect(writing && encode("👀", writing)).toBe(undefined);
});
