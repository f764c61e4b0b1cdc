import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Part } from "../../model/message.ts";
import type { Span } from "../../model/span.ts";
import { hardText, withEdit } from "../../testing/codec-law.ts";
import { type MailFile, mailFile, mailParts } from "../../testing/mail.ts";
import { placeIn } from "../../text/compose-map.ts";
import { encodeWindows1252 } from "../../text/windows-1252.ts";
import { widen } from "../splice.ts";

interface Way {
  readonly charset: string;
  readonly bytes: (text: string) => Uint8Array | undefined;
}

const LATIN = /^[\0-\x7f’“”…–é]*$/u;
const WAYS: readonly Way[] = [
  { charset: "utf-8", bytes: (text) => Buffer.from(text) },
  {
    charset: "windows-1252",
    bytes: (text) => (LATIN.test(text) ? encodeWindows1252(text) : undefined),
  },
];
/** Half of a surrogate pair. */
const HALF = /\p{Surrogate}/u;
const TRANSFERS = ["quoted-printable", "base64", "8bit"] as const;
const NEWLINES = ["\r\n", "\n"] as const;
const cases = TRANSFERS.flatMap((transfer) =>
  WAYS.flatMap((way) => NEWLINES.map((newline) => ({ transfer, way, newline }))),
);

/** Cuts lines at `width`, in the middle of whatever stands there. */
function quoted(bytes: Uint8Array, width: number, newline: string): string {
  let out = "";
  let column = 0;
  bytes.forEach((byte, index) => {
    if (byte === 0x0a || byte === 0x0d) {
      out += String.fromCharCode(byte);
      column = 0;
      return;
    }
    const next = bytes[index + 1];
    const isEnd = next === undefined || next === 0x0a || next === 0x0d;
    const isPlain = byte > 0x20 && byte < 0x7f && byte !== 0x3d;
    const isBlank = byte === 0x20 && !isEnd;
    const hex = byte.toString(16).toUpperCase().padStart(2, "0");
    out += isPlain || isBlank ? String.fromCharCode(byte) : `=${hex}`;
    column++;
    if (column >= width) {
      out += `=${newline}`;
      column = 0;
    }
  });
  return out;
}

function digits(bytes: Uint8Array, width: number, newline: string): string {
  const all = Buffer.from(bytes).toString("base64");
  return (all.match(new RegExp(`.{1,${width}}`, "gu")) ?? []).join(newline);
}

function write(
  text: string,
  { transfer, way, newline }: (typeof cases)[number],
  width: number,
): MailFile | undefined {
  const bytes = way.bytes(text);
  if (bytes === undefined) return undefined;
  const bodies = {
    "quoted-printable": () => quoted(bytes, width, newline),
    base64: () => digits(bytes, width, newline),
    "8bit": () => bytes,
  };
  const header = [
    "Subject: Hi",
    `Content-Type: text/plain; charset=${way.charset}`,
    `Content-Transfer-Encoding: ${transfer}`,
  ];
  return mailFile(header, bodies[transfer](), newline);
}

describe.each(cases)("$transfer, $way.charset, $newline", (one) => {
  const breaks = (text: string) =>
    one.transfer === "base64" ? text : text.replaceAll("\n", one.newline);

  test("what was sent is read, at its place, and edits are written", async () => {
    await fc.assert(
      fc.asyncProperty(
        hardText,
        hardText,
        fc.record({ from: fc.nat(), length: fc.nat(), width: fc.integer({ min: 2, max: 80 }) }),
        async (text, words, { from, length, width }) => {
          const sent = breaks(text);
          const file = write(sent, one, width);
          if (file === undefined) return;
          const [, part] = await mailParts(file);
          expect(part?.text).toBe(sent);
          if (part?.embedding === undefined) return;
          const start = from % (part.text.length + 1);
          const end = start + (length % (part.text.length - start + 1));
          if (one.transfer === "base64") expectDigits(file, part, { start, end }, one.way);
          else await expectPlace(file, part, { start, end });
          const after = withEdit(part, file.text, { start, end }, words);
          const wanted = sent.slice(0, start) + breaks(words) + sent.slice(end);
          if (after === undefined) {
            const isNarrow = one.transfer === "8bit" || one.way.bytes(words) === undefined;
            expect(isNarrow || HALF.test(wanted)).toBe(true);
            return;
          }
          const [subject, edited] = await mailParts({ ...file, text: after });
          expect(subject?.text).toBe("Hi");
          expect(edited?.text).toBe(wanted);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test.each([
  ["text/plain", "", "Hi ’", undefined],
  ["text/html", "", "Hi ’", "Hi &#8217;"],
  ["text/html; charset=iso-8859-2", "quoted-printable", "ő👀", "=F5&#128064;"],
  ["text/plain; charset=utf-8", "quoted-printable", "’", "=E2=80=99"],
  ["text/plain", "quoted-printable", "’", undefined],
])("characters that the set of %s %s lacks", async (type, transfer, words, written) => {
  const header = [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${transfer}`];
  const file = mailFile(header, "abc");
  const [part] = await mailParts(file);
  const after = part && withEdit(part, file.text, { start: 1, end: 2 }, words);
  expect(after?.slice(file.text.length - 3)).toBe(written && `a${written}c`);
});

const LINES = "We saw you, and we know what you did. ".repeat(20).trim();

test.each(["quoted-printable", "base64"] as const)("lines in %s stay short", async (transfer) => {
  for (const length of [1, 20, 100, 300]) {
    for (const start of [0, 30, 75, 76, 77, 400]) {
      const one = {
        transfer,
        way: { charset: "utf-8", bytes: Buffer.from },
        newline: "\r\n",
      } as const;
      const file = write(LINES, one, 72);
      const [, part] = file ? await mailParts(file) : [];
      const words = "é new ".repeat(length);
      const after = part && file && withEdit(part, file.text, { start, end: start + 9 }, words);
      const widths = after?.split("\r\n").map((line) => line.length) ?? [];
      expect(Math.max(...widths)).toBeLessThanOrEqual(76);
    }
  }
});

/** The stretch of the file holds the bytes of the words, and few besides. */
function expectDigits(
  { text: file }: MailFile,
  { text, embedding }: Part,
  span: Span,
  { bytes }: Way,
): void {
  const words = text.slice(span.start, span.end);
  if (embedding === undefined || words === "" || HALF.test(words)) return;
  const { start, end } = placeIn(embedding.map, span);
  const held = Buffer.from(file.slice(start, end).replaceAll(/\s/gu, ""), "base64");
  expect(held.includes(Buffer.from(bytes(words) ?? []))).toBe(true);
  expect(held.length - (bytes(words)?.length ?? 0)).toBeLessThanOrEqual(4);
}

/** The stretch of the file, sent alone in the same way, has the words in it. */
async function expectPlace(
  { text: file, encoding }: MailFile,
  { text, embedding }: Part,
  span: Span,
): Promise<void> {
  if (embedding === undefined || span.start === span.end) return;
  const { start, end } = placeIn(embedding.map, span);
  const alone = file.slice(0, embedding.span.start) + file.slice(start, end);
  const [, part] = await mailParts({ text: alone, encoding });
  const whole = widen({ span, text: "" }, { text, embedding }).span;
  expect(part?.text).toContain(text.slice(whole.start, whole.end).trim());
}
