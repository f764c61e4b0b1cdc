import fc from "fast-check";
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { withEdit } from "../../testing/codec-law.ts";
import { mailFile, mailParts } from "../../testing/mail.ts";

const subjectOf = async (raw: string) => {
  const file = mailFile([`Subject: ${raw}`, "X-Other: 1"], "Hi");
  const [part] = await mailParts(file);
  return { file, part };
};

const oracle = async (text: string) => (await PostalMime.parse(Buffer.from(text))).subject;

test.each([
  ["plain", "You left this", "You left this"],
  ["folded", "You left\r\n this", "You left this"],
  ["folded with a tab", "You left\r\n\tthis", "You left\tthis"],
  ["raw UTF-8", "Don’t go", "Don’t go"],
  ["Q", "=?utf-8?Q?caf=C3=A9_time?=", "café time"],
  ["B", "=?UTF-8?B?Y2Fmw6k=?=", "café"],
  ["glued to plain text", "A=?utf-8?Q?=C3=A9?=B", "AéB"],
  ["folded over adjacent words", "=?utf-8?Q?You_?=\r\n =?utf-8?Q?left?=", "You left"],
  ["a character split over words", "=?utf-8?Q?a=C3?=\r\n =?utf-8?Q?=A9b?=", "aéb"],
  ["words of two character sets", "=?utf-8?Q?=C3=A9?= =?iso-8859-1?Q?=E9?=", "éé"],
  ["plain text between words", "=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c"],
  ["a question mark in a word", "=?utf-8?Q?What=20is_up??=", "What is up?"],
  ["windows-1252 in the name of latin1", "=?iso-8859-1?Q?You=92ve?=", "You’ve"],
  ["blanks in a word", "=?utf-8?Q?You left?=", "You left"],
  ["a language", "=?utf-8*en?Q?You?=", "You"],
  ["an unknown character set", "=?nonsense?Q?caf=C3=A9?=", "café"],
  ["no word", "2 =? 3 ?= 4", "2 =? 3 ?= 4"],
])("%s is read", async (_, raw, text) => {
  expect((await subjectOf(raw)).part?.text).toBe(text);
});

test.each([
  ["plain", "We saw you. Bye", "We saw you.", "Hi.", "Hi. Bye"],
  [
    "what is around it stays",
    "=?utf-8?Q?=C3=A9?= saw you",
    "saw",
    "met",
    "=?utf-8?Q?=C3=A9?= met you",
  ],
  ["a new character", "We saw you", "saw", "é", "We =?utf-8?Q?=C3=A9?= you"],
  ["in a word", "a =?utf-8?Q?saw_=C3=A9?=", "saw", "met", "a =?utf-8?Q?met_=C3=A9?="],
  ["in base64", "=?utf-8?B?Y2Fmw6k=?=", "caf", "th", "=?utf-8?B?dGjDqQ==?="],
  [
    "in the character set of the word",
    "=?iso-8859-1?Q?=E9?=",
    "é",
    "üé",
    "=?iso-8859-1?Q?=FC=E9?=",
  ],
  ["which may lack it", "=?iso-8859-1?Q?=E9?=", "é", "👀", "=?utf-8?Q?=F0=9F=91=80?="],
] as const)("%s is written", async (...[, raw, old, words, written]) => {
  const { file, part } = await subjectOf(raw);
  const start = part?.text.indexOf(old) ?? 0;
  const after = part && withEdit(part, file.text, { start, end: start + old.length }, words);
  expect(after).toBe(`Subject: ${written}\r\nX-Other: 1\r\n\r\nHi`);
});

test("long words are folded", async () => {
  const { file, part } = await subjectOf("We saw you é");
  const words = "é and more ".repeat(30).trim();
  const after = part && withEdit(part, file.text, { start: 0, end: 10 }, words);
  const lines = after?.split("\r\n") ?? [];
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(80);
  expect(await oracle(after ?? "")).toBe(`${words} é`);
});

const PIECES = [
  "You left ",
  "é",
  "👀",
  "=?",
  "?=",
  "_",
  "=",
  "?",
  " ",
  "a",
  "日本",
  "’",
  "=?utf-8?Q?a?=",
];
const pieces = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 10 });
const RAW = [
  "You left ",
  "=?utf-8?Q?caf=C3=A9?=",
  "=?utf-8?B?8J+RgA==?=",
  "=?iso-8859-1?Q?=E9_a?=",
  "\r\n ",
  " ",
  "x",
  "é",
];
const raws = fc.array(fc.constantFrom(...RAW), { minLength: 1, maxLength: 8 });
const BLANKS = /\s+/gu;
const FOLD_ONLY = /\n\s*\r?\n/u;

test("what is written is read, here and elsewhere", async () => {
  await fc.assert(
    fc.asyncProperty(raws, pieces, fc.nat(), fc.nat(), async (raw, some, from, length) => {
      const value = raw.join("").trim();
      if (value === "" || FOLD_ONLY.test(value)) return;
      const { file, part } = await subjectOf(value);
      if (part === undefined) return;
      const start = from % (part.text.length + 1);
      const end = start + (length % (part.text.length - start + 1));
      const wanted = part.text.slice(0, start) + some.join("") + part.text.slice(end);
      const after = withEdit(part, file.text, { start, end }, some.join(""));
      if (after === undefined) return;
      const [edited] = await mailParts({ ...file, text: after });
      expect(edited?.text.trim()).toBe(wanted.trim());
      expect(after.endsWith("\r\nX-Other: 1\r\n\r\nHi")).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("edits that can be written mostly are", async () => {
  const { file, part } = await subjectOf("=?utf-8?Q?We_saw_=C3=A9?= and more");
  for (let end = 0; end < 18; end++) {
    for (const words of ["", "é", "a b", "👀 "]) {
      expect(part && withEdit(part, file.text, { start: 0, end }, words)).toBeDefined();
    }
  }
});

test("subjects are read as others read them", async () => {
  await fc.assert(
    fc.asyncProperty(raws, async (raw) => {
      const value = raw.join("").trim();
      if (value === "" || FOLD_ONLY.test(value)) return;
      const { file, part } = await subjectOf(value);
      const other = await oracle(file.text);
      const plain = (text = "") => text.replace(BLANKS, " ").trim();
      expect(plain(part?.text)).toBe(plain(other));
    }),
  );
});
