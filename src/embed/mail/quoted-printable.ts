import type { Span } from "../../model/span.ts";
import {
  addCharacter,
  type ByteCollector,
  collectBytes,
  maxBytes,
  type PlacedBytes,
  type Reading,
} from "./placed-bytes.ts";

const EQUALS = 0x3d;
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** Decodes quoted-printable. What is no valid escape stands for itself. */
export function decodeQuotedPrintable(file: string, span: Span, reading: Reading): PlacedBytes {
  const into = collectBytes(maxBytes(span, reading));
  // Blanks before a line break were added on the way; escaped ones are meant.
  let blanks = 0;
  for (let at = span.start; at < span.end; ) {
    const code = file.charCodeAt(at);
    if (code === EQUALS) {
      at = readEscape(into, file, { start: at, end: span.end });
      blanks = 0;
    } else {
      if (code === LF || code === CR) into.drop(blanks);
      blanks = code === SPACE || code === TAB ? blanks + 1 : 0;
      at = addCharacter(into, file, at, reading);
    }
  }
  into.drop(blanks);
  return into.build();
}

/** Reads what begins with `=`. @returns its end */
function readEscape(into: ByteCollector, file: string, { start, end }: Span): number {
  const high = digitAt(file, start + 1);
  const low = digitAt(file, start + 2);
  if (start + 2 < end && high !== undefined && low !== undefined) {
    into.add(high * 16 + low, start, start + 3);
    return start + 3;
  }
  const soft = softBreakEnd(file, start, end);
  if (soft === undefined) into.add(EQUALS, start, start + 1);
  return soft ?? start + 1;
}

/** The end of a soft line break; undefined where the `=` begins none. */
export function softBreakEnd(file: string, start: number, end: number): number | undefined {
  let at = start + 1;
  while (at < end && (file.charCodeAt(at) === SPACE || file.charCodeAt(at) === TAB)) at++;
  if (at >= end) return at;
  if (file.charCodeAt(at) === LF) return at + 1;
  if (file.charCodeAt(at) !== CR) return undefined;
  return file.charCodeAt(at + 1) === LF && at + 1 < end ? at + 2 : at + 1;
}

function digitAt(file: string, at: number): number | undefined {
  const code = file.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : undefined;
}

/** One byte as quoted-printable writes it inside of a line. */
export function quoteByte(byte: number): string {
  if (byte !== EQUALS && ((byte > SPACE && byte < 0x7f) || byte === SPACE || byte === TAB)) {
    return String.fromCharCode(byte);
  }
  return escapeByte(byte);
}

export function escapeByte(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}
