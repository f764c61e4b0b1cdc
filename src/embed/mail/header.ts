import type { Span } from "../../model/span.ts";
import type { Decoded } from "../codec.ts";
import { decodeBase64 } from "./base64.ts";
import { settleCharset } from "./charset.ts";
import { type CharacterSink, collectCharacters, decodeInto } from "./decode-text.ts";
import {
  addCharacter,
  collectBytes,
  maxBytes,
  type PlacedBytes,
  type Reading,
} from "./placed-bytes.ts";

export interface HeaderDetail {
  readonly reading: Reading;
  /** What characters are in that are neither ASCII nor encoded. */
  readonly charset: string;
}

/** `=?utf-8?Q?caf=C3=A9?=` in a header's value. */
export interface EncodedWord {
  readonly span: Span;
  readonly charset: string;
  readonly encoding: "q" | "b";
  /** Its inside, still encoded. */
  readonly content: Span;
}

const WORD = /=\?([^?\s]{1,80})\?([bq])\?([^?]*\??)\?=/giu;
const BLANK = /^[ \t\r\n]*$/u;

/** The encoded words of a header's value, wherever they stand. */
export function encodedWords(file: string, { start, end }: Span): readonly EncodedWord[] {
  return Array.from(file.slice(start, end).matchAll(WORD), (match) => {
    const [whole, charset = "", encoding, content = ""] = match;
    const from = start + match.index;
    const to = from + whole.length;
    return {
      span: { start: from, end: to },
      charset,
      encoding: encoding === "b" || encoding === "B" ? "b" : "q",
      content: { start: to - 2 - content.length, end: to - 2 },
    };
  });
}

/** The value of a header as it is shown: unfolded, its encoded words decoded. */
export function decodeHeader(file: string, span: Span, detail: HeaderDetail): Decoded {
  const sink = collectCharacters(file);
  const words = encodedWords(file, span);
  let at = span.start;
  for (let index = 0; index < words.length; ) {
    const group = groupAt(words, index, file);
    const first = group[0];
    if (first === undefined) break;
    const isJoined = index > 0 && BLANK.test(file.slice(at, first.span.start));
    if (!isJoined) addPlain(sink, file, { start: at, end: first.span.start }, detail);
    addWords(sink, file, group, detail);
    at = group.at(-1)?.span.end ?? first.span.end;
    index += group.length;
  }
  addPlain(sink, file, { start: at, end: span.end }, detail);
  return sink.build();
}

/** Words of one character set with nothing between them: characters may be split among them. */
function groupAt(
  words: readonly EncodedWord[],
  index: number,
  file: string,
): readonly EncodedWord[] {
  const first = words[index];
  let end = index + 1;
  for (; end < words.length; end++) {
    const [before, word] = [words[end - 1], words[end]];
    if (before === undefined || word === undefined) break;
    if (word.charset.toLowerCase() !== first?.charset.toLowerCase()) break;
    if (!BLANK.test(file.slice(before.span.end, word.span.start))) break;
  }
  return words.slice(index, end);
}

function addWords(
  sink: CharacterSink,
  file: string,
  words: readonly EncodedWord[],
  { reading }: HeaderDetail,
): void {
  const placed = joined(words.map((word) => wordBytes(file, word, reading)));
  decodeInto(sink, placed, settleCharset(words[0]?.charset, placed.bytes).name);
}

function joined(pieces: readonly PlacedBytes[]): PlacedBytes {
  const into = collectBytes(pieces.reduce((sum, { bytes }) => sum + bytes.length, 0));
  for (const { bytes, starts, ends } of pieces) {
    bytes.forEach((byte, index) => {
      into.add(byte, starts[index] ?? 0, ends[index] ?? 0);
    });
  }
  return into.build();
}

function wordBytes(file: string, { encoding, content }: EncodedWord, reading: Reading) {
  if (encoding === "b") return decodeBase64(file, content);
  const into = collectBytes(maxBytes(content, reading));
  for (let at = content.start; at < content.end; ) {
    const escaped = HEX.exec(file.slice(at, Math.min(at + 3, content.end)));
    if (escaped !== null) {
      into.add(Number.parseInt(escaped[1] ?? "", 16), at, at + 3);
      at += 3;
    } else if (file[at] === "_") {
      into.add(0x20, at, at + 1);
      at++;
    } else {
      at = addCharacter(into, file, at, reading);
    }
  }
  return into.build();
}

const HEX = /^=([\da-f]{2})$/iu;

/** What is not encoded, without the line breaks of folds. */
function addPlain(
  sink: CharacterSink,
  file: string,
  { start, end }: Span,
  { reading, charset }: HeaderDetail,
): void {
  const into = collectBytes(maxBytes({ start, end }, reading));
  for (let at = start; at < end; ) {
    const char = file[at];
    if (char === "\r" || char === "\n") at++;
    else at = addCharacter(into, file, at, reading);
  }
  const placed = into.build();
  decodeInto(sink, placed, settleCharset(charset, placed.bytes).name);
}
