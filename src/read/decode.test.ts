import { expect, test } from "vitest";
import { decode } from "./decode.ts";

const TEXT = "We “noticed” café 👀";
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const latin = "We noticed that you like rakes and brooms, too. ";

test.each([
  ["UTF-8", Buffer.from(TEXT), { text: TEXT, encoding: "utf-8", bom: false }],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${TEXT}`), { text: TEXT, encoding: "utf-8", bom: true }],
  [
    "only the first mark goes",
    Buffer.from("\uFEFF\uFEFFa"),
    { text: "\uFEFFa", encoding: "utf-8", bom: true },
  ],
  ["UTF-16 little-endian", utf16(`\uFEFF${TEXT}`), { text: TEXT, encoding: "utf-16le", bom: true }],
  [
    "UTF-16 big-endian",
    utf16(`\uFEFF${TEXT}`).swap16(),
    { text: TEXT, encoding: "utf-16be", bom: true },
  ],
  ["UTF-16 without a mark", utf16(latin), { text: latin, encoding: "utf-16le", bom: false }],
  [
    "big-endian without a mark",
    utf16(latin).swap16(),
    { text: latin, encoding: "utf-16be", bom: false },
  ],
  [
    "line ends as they are",
    Buffer.from("a\r\nb\rc\n"),
    { text: "a\r\nb\rc\n", encoding: "utf-8", bom: false },
  ],
  ["nothing", Buffer.alloc(0), { text: "", encoding: "utf-8", bom: false }],
  [
    "windows-1252",
    Buffer.from([0x80, 0x20, 0x93, 0x61, 0x94, 0x20, 0x99, 0x9f, 0x81, 0xe9]),
    { text: "€ “a” ™Ÿ\u0081é", encoding: "windows-1252", bom: false },
  ],
])("%s", (_, bytes, expected) => {
  expect(decode(bytes)).toEqual(expected);
});

test("windows-1252 agrees with its table at every byte above ASCII", () => {
  const bytes = Uint8Array.from({ length: 128 }, (_, index) => 128 + index);
  const table =
    "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ" +
    "\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
  expect(decode(bytes)?.text).toBe(table);
});

test.each([
  ["a PNG", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
  ["NULs in text", Buffer.from("We noticed\0you")],
  ["compressed bytes", Buffer.from(Array.from({ length: 4000 }, (_, n) => ((n * 97) % 255) + 1))],
  ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
  ["a table of numbers", Buffer.from([1, 0, 2, 0, 3, 0, 65, 0])],
  ["half a code unit", Buffer.from([0xff, 0xfe, 0x61])],
  ["a lone surrogate", Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
  ["a UTF-8 mark before bytes that are not UTF-8", Buffer.from([0xef, 0xbb, 0xbf, 0xff])],
])("%s is not text", (_, bytes) => {
  expect(decode(bytes)).toBeUndefined();
});
