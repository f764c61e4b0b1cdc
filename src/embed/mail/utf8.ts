/** Stands for bytes that are no character. */
export const BROKEN = 0xfffd;

export interface Utf8Character {
  readonly point: number;
  /** In bytes; what was cut off counts as one character. */
  readonly length: number;
  readonly isBroken: boolean;
}

/** Reads the character of UTF-8 that begins at an offset. */
export function readUtf8(bytes: Uint8Array, at: number): Utf8Character {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { point: first, length: 1, isBroken: false };
  const wanted = lengthFrom(first);
  let point = first & (0xff >> (wanted + 1));
  let length = 1;
  while (length < wanted && ((bytes[at + length] ?? 0) & 0xc0) === 0x80) {
    point = point * 64 + ((bytes[at + length] ?? 0) & 0x3f);
    length++;
  }
  const isBroken = length < wanted || wanted === 1 || isWrong(point, wanted);
  return isBroken ? { point: BROKEN, length, isBroken } : { point, length, isBroken };
}

/** The length that the first byte asks for; 1 where it begins no character. */
function lengthFrom(first: number): number {
  if (first < 0xc2 || first > 0xf4) return 1;
  if (first >= 0xf0) return 4;
  return first >= 0xe0 ? 3 : 2;
}

/** Half of a surrogate pair, out of bounds, or written in more bytes than it takes. */
function isWrong(point: number, length: number): boolean {
  if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return true;
  return (length === 3 && point < 0x800) || (length === 4 && point < 0x10000);
}
