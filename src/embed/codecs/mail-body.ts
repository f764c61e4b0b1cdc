import type { Embedding } from "../../model/embedding.ts";
import type { Edit } from "../../model/finding.ts";
import { placeIn } from "../../text/compose-map.ts";
import type { Codec, Embedded } from "../codec.ts";
import { type BodyDetail, bodyBytes, bodyText } from "../mail/body.ts";
import { encodeText, isStateful } from "../mail/charset.ts";
import { quoteFromLines } from "../mail/from-lines.ts";
import { bytesAsText } from "../mail/placed-bytes.ts";
import { widen } from "../splice.ts";
import { editBase64 } from "./mail-base64.ts";
import { editQuotedPrintable } from "./mail-quoted-printable.ts";

/** A mail's body, in its transfer encoding and character set. */
export const mailBody: Codec = {
  edit: (edit, embedded) => {
    const detail = detailOf(embedded.embedding);
    const whole = widen({ ...edit, text: withBreaks(edit.text, detail) }, embedded);
    if (isStateful(detail.charset) && !isAsciiHere(whole, embedded)) return undefined;
    const written = write(whole, embedded, detail);
    return written === undefined || !detail.delsp || isRead(written, whole, embedded, detail)
      ? written
      : undefined;
  },
};

export function bodyDetail(detail: BodyDetail): NonNullable<Embedding["detail"]> {
  const { isHtml, delsp, inMbox, ...rest } = detail;
  return { ...rest, isHtml: Number(isHtml), delsp: Number(delsp), inMbox: Number(inMbox) };
}

function detailOf({ detail = {} }: Embedding): BodyDetail {
  const transfer = detail.transfer;
  return {
    transfer: transfer === "base64" || transfer === "quoted-printable" ? transfer : "none",
    charset: String(detail.charset),
    reading: detail.reading === "bytes" ? "bytes" : "utf-8",
    newline: String(detail.newline),
    isHtml: detail.isHtml === 1,
    delsp: detail.delsp === 1,
    inMbox: detail.inMbox === 1,
  };
}

const BREAK = /\r\n|\r|\n/gu;

/** Line breaks of a text are those of the mail; base64 keeps whichever it is given. */
function withBreaks(text: string, { transfer, newline }: BodyDetail): string {
  return transfer === "base64" ? text : text.replace(BREAK, newline);
}

function write(edit: Edit, embedded: Embedded, detail: BodyDetail): Edit | undefined {
  const encode = (text: string) =>
    encodeText(text, detail.charset, detail.isHtml ? characterReference : undefined);
  if (detail.transfer === "base64") {
    return editBase64(edit, embedded, { encode, isHtml: detail.isHtml });
  }
  const bytes = encode(edit.text);
  if (bytes === undefined) return undefined;
  const span = placeIn(embedded.embedding.map, edit.span);
  if (detail.transfer === "quoted-printable") {
    return editQuotedPrintable({ ...edit, span }, bytes, embedded, detail.newline);
  }
  return editPlain({ ...edit, span }, embedded, detail);
}

function characterReference(char: string): string {
  return `&#${char.codePointAt(0)};`;
}

const ASCII = /^[\0-\x7f]*$/u;

/** An edit that leaves the escapes alone which switch between character sets. */
function isAsciiHere({ span, text }: Edit, embedded: Embedded): boolean {
  const old = embedded.text.slice(span.start, span.end);
  const { start, end } = placeIn(embedded.embedding.map, span);
  return old !== "" && ASCII.test(old) && ASCII.test(text) && end - start === old.length;
}

/** `span` is in the file. */
function editPlain({ span, text }: Edit, embedded: Embedded, detail: BodyDetail): Edit | undefined {
  const { file, embedding } = embedded;
  const { charset, reading, isHtml, inMbox } = detail;
  const body = file.slice(embedding.span.start, embedding.span.end);
  // A body without other characters may stand where there is no way for them.
  const isNarrow = ASCII.test(body) || (reading === "utf-8" && charset !== "utf-8");
  const bytes = encodeText(
    text,
    isNarrow ? "us-ascii" : charset,
    isHtml ? characterReference : undefined,
  );
  const written = bytes && bytesAsText(bytes, reading);
  if (written === undefined) return undefined;
  const before = file.charAt(span.start - 1);
  const isFirst = before === "\n" || before === "\r" || span.start === embedding.span.start;
  return { span, text: inMbox ? quoteFromLines(written, isFirst) : written };
}

/** What can go wrong with lines that go on is seen when they are read again. */
function isRead(written: Edit, edit: Edit, embedded: Embedded, detail: BodyDetail): boolean {
  const { file, text, embedding } = embedded;
  const { start, end } = embedding.span;
  const body =
    file.slice(start, written.span.start) + written.text + file.slice(written.span.end, end);
  const after = file.charAt(start - 1) + body;
  const placed = bodyBytes(after, { start: after.length - body.length, end: after.length }, detail);
  const wanted = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  return bodyText(after, placed, detail).text === wanted;
}
