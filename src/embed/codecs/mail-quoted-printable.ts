import type { Edit } from "../../model/finding.ts";
import type { Span } from "../../model/span.ts";
import type { Embedded } from "../codec.ts";
import { escapeByte, quoteByte } from "../mail/quoted-printable.ts";

/** Lines have at most 76 characters with the `=` of a soft break. */
const MAX_LINE = 76;
const REACH = 1000;

/** Writes bytes where the edit's span in the file is, in lines that are short enough. */
export function editQuotedPrintable(
  { span, text }: Edit,
  bytes: Uint8Array,
  { file, embedding: { span: body } }: Embedded,
  newline: string,
): Edit {
  const rest = restOfLine(file, { start: span.end, end: body.end });
  // A blank that would come to stand at the end of a line would be lost.
  const endsLine = BREAK.test(text) || (rest === "" && text === "");
  const kept = endsLine ? blanksBefore(file, body.start, span.start) : 0;
  const start = span.start - kept;
  const all = new Uint8Array(kept + bytes.length);
  for (let index = 0; index < kept; index++) all[index] = file.charCodeAt(start + index);
  all.set(bytes, kept);
  const column = columnOf(file, body.start, start);
  return { span: { start, end: span.end }, text: writeLines(all, { column, rest, newline }) };
}

/** What stands behind the edit in its line; blanks that end it are none of the text. */
function restOfLine(file: string, { start, end }: Span): string {
  const [line = ""] = LINE.exec(file.slice(start, Math.min(end, start + REACH))) ?? [];
  return BLANK.test(line) ? "" : line;
}

const LINE = /^[^\r\n]*/u;
const BLANK = /^[ \t]*$/u;
const BREAK = /^[\r\n]/u;

function blanksBefore(file: string, first: number, at: number): number {
  let start = at;
  while (start > first && BLANKS.has(file.charAt(start - 1))) start--;
  return at - start;
}

const BLANKS = new Set([" ", "\t"]);

function columnOf(file: string, first: number, at: number): number {
  const before = file.slice(Math.max(first, at - REACH), at);
  return before.length - Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) - 1;
}

interface Place {
  readonly column: number;
  readonly rest: string;
  readonly newline: string;
}

function writeLines(bytes: Uint8Array, { column, rest, newline }: Place): string {
  const soft = `=${newline}`;
  const out: string[] = [];
  let at = column;
  bytes.forEach((byte, index) => {
    if (isBreak(byte)) {
      out.push(String.fromCharCode(byte));
      at = 0;
      return;
    }
    const plain = quote(bytes, index, rest);
    const breaks = at > 0 && at + plain.length >= MAX_LINE;
    if (breaks) out.push(soft);
    if (breaks) at = 0;
    const token = at === 0 && isFrom(bytes, index, rest) ? escapeByte(byte) : plain;
    out.push(token);
    at += token.length;
  });
  return out.join("") + breakBefore(rest, at, out, soft);
}

/** A blank at the end of a line would be lost. */
function quote(bytes: Uint8Array, index: number, rest: string): string {
  const byte = bytes[index] ?? 0;
  const next = bytes[index + 1];
  const isLast = next === undefined ? rest === "" : isBreak(next);
  return isLast && (byte === SPACE || byte === TAB) ? escapeByte(byte) : quoteByte(byte);
}

function isBreak(byte: number): boolean {
  return byte === LF || byte === CR;
}

const LF = 0x0a;
const CR = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;

const FROM = "From ";

/** Mailboxes quote lines that begin so. */
function isFrom(bytes: Uint8Array, index: number, rest: string): boolean {
  if (bytes[index] !== FROM.charCodeAt(0)) return false;
  const line = String.fromCharCode(...bytes.subarray(index, index + FROM.length));
  return (line + rest).startsWith(FROM);
}

/** A soft break before what follows the new text, where both do not fit into a line. */
function breakBefore(rest: string, column: number, out: readonly string[], soft: string): string {
  if (column + rest.length <= MAX_LINE || rest.length > MAX_LINE || out.length === 0) return "";
  return rest.startsWith(FROM) || SOFT_BREAK.test(rest) ? "" : soft;
}

const SOFT_BREAK = /^=[ \t]*$/u;
