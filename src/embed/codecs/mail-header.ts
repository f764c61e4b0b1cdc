import type { Embedding } from "../../model/embedding.ts";
import type { Edit } from "../../model/finding.ts";
import type { Span } from "../../model/span.ts";
import { placeIn } from "../../text/compose-map.ts";
import type { Codec, Embedded } from "../codec.ts";
import { encodeText, settleCharset } from "../mail/charset.ts";
import { decodeHeader, type EncodedWord, encodedWords, type HeaderDetail } from "../mail/header.ts";
import { writeWords } from "../mail/write-words.ts";
import { widen } from "../splice.ts";

/** The value of a mail's header: words as they are where ASCII will do, else encoded words. */
export const mailHeader: Codec = {
  edit: (edit, embedded) => {
    const { file, text, embedding } = embedded;
    const wanted = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
    const ways = [asPlain, asWords, asWhole];
    for (const way of ways) {
      const written = way(edit, embedded);
      if (written !== undefined && readsAs(written, file, embedding) === wanted) return written;
    }
    return undefined;
  },
};

interface Detail extends HeaderDetail {
  readonly newline: string;
}

export function headerDetail({
  reading,
  charset,
  newline,
}: Detail): NonNullable<Embedding["detail"]> {
  return { reading, charset, newline };
}

function detailOf({ detail = {} }: Embedding): Detail {
  return {
    reading: detail.reading === "bytes" ? "bytes" : "utf-8",
    charset: String(detail.charset ?? ""),
    newline: String(detail.newline ?? "\n"),
  };
}

/** A line of a value that does not begin with a blank would end it. */
const BROKEN_FOLD = /\n(?![ \t])|\n[ \t]*(?:\r?\n|$)|\r(?!\n)/u;

function readsAs({ span, text }: Edit, file: string, embedding: Embedding): string | undefined {
  const { start, end } = embedding.span;
  const value = file.slice(start, span.start) + text + file.slice(span.end, end);
  if (BROKEN_FOLD.test(value)) return undefined;
  const after = `:${value}`;
  return decodeHeader(after, { start: 1, end: after.length }, detailOf(embedding)).text;
}

const ASCII = /^[\x20-\x7e]*$/u;
const MAX_LINE = 76;

function asPlain(edit: Edit, embedded: Embedded): Edit | undefined {
  const whole = widen(edit, embedded);
  if (!ASCII.test(whole.text)) return undefined;
  const { file, embedding } = embedded;
  const span = beforeFold(placeIn(embedding.map, whole.span), file);
  const isInWord = (word: EncodedWord) => word.span.start < span.end && word.span.end > span.start;
  if (encodedWords(file, embedding.span).some(isInWord)) return undefined;
  const { newline } = detailOf(embedding);
  return { span, text: fold(whole.text, columnOf(file, span.start), newline) };
}

/** What begins a line that goes on is written at the end of the line above. */
function beforeFold({ start, end }: Span, file: string): Span {
  let from = start;
  while (from > 0 && LINE_END.test(file.charAt(from - 1))) from--;
  return { start: from, end };
}

const LINE_END = /[\r\n]/u;

/** Breaks lines before blanks, so that they stay short. */
function fold(text: string, column: number, newline: string): string {
  let at = column;
  return text
    .split(BEFORE_WORD)
    .map((piece) => {
      const breaks = at + piece.length > MAX_LINE && piece.startsWith(" ") && at > 1;
      at = (breaks ? 0 : at) + piece.length;
      return breaks ? newline + piece : piece;
    })
    .join("");
}

const BEFORE_WORD = /(?<=\S)(?= \S)/u;

function columnOf(file: string, at: number): number {
  const before = file.slice(Math.max(0, at - 1000), at);
  return before.length - Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) - 1;
}

/** Encodes the words that change, with those that they are glued to. */
function asWords(edit: Edit, embedded: Embedded): Edit | undefined {
  const { file, embedding } = embedded;
  const words = encodedWords(file, embedding.span);
  const touched = placeIn(embedding.map, widen(edit, embedded).span);
  const region = grow(file, touched, embedding.span, words);
  return encode(region, edit, embedded);
}

function asWhole(edit: Edit, embedded: Embedded): Edit | undefined {
  return encode(embedded.embedding.span, edit, embedded);
}

/** The stretch with whole encoded words, and else whole words. */
function grow(file: string, touched: Span, all: Span, words: readonly EncodedWord[]): Span {
  const inside = words.filter(({ span }) => span.start < touched.end && span.end > touched.start);
  const first = Math.min(touched.start, ...inside.map(({ span }) => span.start));
  const last = Math.max(touched.end, ...inside.map(({ span }) => span.end));
  let start = first;
  let end = last;
  while (start > all.start && !BLANK.test(file.charAt(start - 1))) start--;
  while (end < all.end && !BLANK.test(file.charAt(end))) end++;
  return { start, end };
}

const BLANK = /\s/u;

/** The edit as one of a stretch of the value, which becomes encoded words as a whole. */
function encode(region: Span, edit: Edit, { file, text, embedding }: Embedded): Edit | undefined {
  const detail = detailOf(embedding);
  const within = decodedWithin(region, { file, text, embedding });
  const start = Math.min(within.start, edit.span.start);
  const end = Math.max(within.end, edit.span.end);
  const content = text.slice(start, edit.span.start) + edit.text + text.slice(edit.span.end, end);
  const words = encodedWords(file, embedding.span);
  const model =
    words.find(({ span }) => span.start < region.end && span.end > region.start) ?? words[0];
  const { name } = settleCharset(model?.charset ?? detail.charset, NO_BYTES);
  const charset = encodeText(content, name) === undefined ? "utf-8" : name;
  const column = columnOf(file, region.start);
  const label = charset === name && model !== undefined ? model.charset : charset;
  const written = writeWords(content, {
    charset,
    label,
    encoding: model?.encoding ?? "q",
    column,
    newline: detail.newline,
  });
  return written === undefined ? undefined : { span: region, text: written };
}

const NO_BYTES = new Uint8Array();

/** The decoded range that came from a stretch of the value. */
function decodedWithin(region: Span, { text, embedding }: Embedded): Span {
  const inside = embedding.map.runs.filter(
    ({ source, sourceLength }) => source < region.end && source + sourceLength > region.start,
  );
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return { start: text.length, end: 0 };
  const skip = first.kind === "copy" ? Math.max(0, region.start - first.source) : 0;
  const rest = last.kind === "copy" ? Math.max(0, last.source + last.sourceLength - region.end) : 0;
  return { start: first.prose + skip, end: last.prose + last.length - rest };
}
