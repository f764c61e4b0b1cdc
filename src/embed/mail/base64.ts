import type { Span } from "../../model/span.ts";
import { type ByteCollector, collectBytes, type PlacedBytes } from "./placed-bytes.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const NONE = 255;
const VALUES = new Uint8Array(128).fill(NONE);
for (let index = 0; index < ALPHABET.length; index++) VALUES[ALPHABET.charCodeAt(index)] = index;
const PAD = 0x3d;

/**
 * Decodes base64, whatever else stands among its digits. The three bytes of a group of four digits
 * have the group's range: none of them has a range of its own.
 */
export function decodeBase64(file: string, { start, end }: Span): PlacedBytes {
  const into = collectBytes(Math.ceil(((end - start) * 3) / 4) + 3);
  const group: Group = { bits: 0, count: 0, start, end: start };
  for (let at = start; at < end; at++) {
    const code = file.charCodeAt(at);
    const value = VALUES[code] ?? NONE;
    if (value !== NONE) addDigit(group, value, at);
    else if (code !== PAD || group.count < 2) continue;
    else group.end = file.charCodeAt(at + 1) === PAD ? at + 2 : at + 1;
    if (group.count === 4 || code === PAD) endGroup(into, group);
  }
  endGroup(into, group);
  return into.build();
}

interface Group {
  bits: number;
  /** Of its digits. */
  count: number;
  start: number;
  end: number;
}

function addDigit(group: Group, value: number, at: number): void {
  if (group.count === 0) group.start = at;
  group.bits = (group.bits << 6) | value;
  group.count++;
  group.end = at + 1;
}

function endGroup(into: ByteCollector, group: Group): void {
  const { bits, count, start, end } = group;
  const all = bits << (6 * (4 - count));
  for (let index = 0; index < count - 1; index++) {
    into.add((all >> (16 - 8 * index)) & 0xff, start, end);
  }
  group.bits = 0;
  group.count = 0;
}

export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}

const LINE = /[^\r\n]+/gu;
const NOT_DIGITS = /^--|[^A-Za-z\d+/=\s]{3}|[A-Za-z] [A-Za-z]/u;

/**
 * The stretch of a body that is base64 by its looks. Some bodies only say that they are, and
 * mailing lists write their footers behind.
 */
export function base64Stretch(file: string, { start, end }: Span): Span {
  for (const { 0: line, index } of file.slice(start, end).matchAll(LINE)) {
    if (NOT_DIGITS.test(line)) return { start, end: start + index };
  }
  return { start, end };
}
