import type { Encoding } from "../model/source-file.ts";
import { decodeWindows1252 } from "../text/windows-1252.ts";

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

const SAMPLE_BYTES = 8192;
/** Of the characters in text that is not UTF-8; more controls than this mean a binary file. */
const MAX_CONTROL_SHARE = 0.02;
/** Of the code units in text that is UTF-16 without a byte order mark. */
const MIN_NUL_SHARE = 0.4;

/** The text of a file's bytes, or undefined where they are not text. */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeUtf8(bytes.subarray(3), true);
  // UTF-32 in little-endian order starts with the mark of UTF-16, then two NULs.
  if (a === 0xff && b === 0xfe) {
    const wide = bytes.length >= 4 && bytes[2] === 0 && bytes[3] === 0;
    return wide ? undefined : decodeUtf16(bytes.subarray(2), "utf-16le", true);
  }
  if (a === 0xfe && b === 0xff) return decodeUtf16(bytes.subarray(2), "utf-16be", true);
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (!sample.includes(0)) return decodeUtf8(bytes, false);
  const order = guessUtf16(sample);
  const guess = order && decodeUtf16(bytes, order, false);
  // Tables of small numbers have their NULs in the same places.
  return guess !== undefined && hasControls(guess.text) ? undefined : guess;
}

/**
 * The text of a mail, whose parts may be in several character sets: UTF-8 where all of it is, else
 * one code unit for each byte. Nothing is binary, since any byte can be sent.
 */
export function decodeMail(bytes: Uint8Array): Decoded {
  const marked = decode(bytes);
  if (marked !== undefined && (marked.bom || marked.encoding === "utf-8")) return marked;
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(bytes), encoding: "utf-8", bom: false };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: "windows-1252", bom: false };
  }
}

function decodeUtf8(bytes: Uint8Array, bom: boolean): Decoded | undefined {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(bytes), encoding: "utf-8", bom };
  } catch {
    if (bom || looksBinary(bytes)) return undefined;
    return { text: decodeWindows1252(bytes), encoding: "windows-1252", bom: false };
  }
}

function decodeUtf16(
  bytes: Uint8Array,
  encoding: "utf-16le" | "utf-16be",
  bom: boolean,
): Decoded | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(bytes), encoding, bom };
  } catch {
    return undefined;
  }
}

/** The byte order in which text of mostly Latin letters would have its NULs where they are. */
function guessUtf16(sample: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte === 0 && index % 2 === 0) even++;
    else if (byte === 0) odd++;
  });
  const half = sample.length / 2;
  if (even === 0 && odd / half > MIN_NUL_SHARE) return "utf-16le";
  return odd === 0 && even / half > MIN_NUL_SHARE ? "utf-16be" : undefined;
}

function hasControls(text: string): boolean {
  for (let index = 0; index < Math.min(text.length, SAMPLE_BYTES); index++) {
    if (isControl(text.charCodeAt(index))) return true;
  }
  return false;
}

function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const controls = sample.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  return controls / sample.length > MAX_CONTROL_SHARE;
}

/** A control character that text does not hold; tab to carriage return and escape are fine. */
function isControl(code: number): boolean {
  return code === 0x7f || (code < 0x20 && code !== 0x1b && (code < 0x09 || code > 0x0d));
}
