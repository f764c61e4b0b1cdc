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
  expect(writingOf(TEXT, bytes)).toEqual(writing);
});

test("bytes that are not the text have no writing", () => {
  expect(writingOf(TEXT, Buffer.from("other"))).toBe(undefined);
  expect(writingOf("Gr\u00fc\u00dfe", Buffer.from("Gr\u00fc\u00dfe", "latin1"))).toBe(undefined);
});
