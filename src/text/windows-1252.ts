/** The characters of the bytes 0x80 to 0x9F; the five that have none stand for themselves. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
const FIRST = 0x80;
const SPECIAL = /[\u0080-\u009F]/gu;
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from(HIGH, (char, index) => [char, FIRST + index] as const),
);

/** Decodes windows-1252 by table: the platform's decoder reads 0x80 to 0x9F as control characters. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin1.replace(SPECIAL, (char) => HIGH.charAt(char.charCodeAt(0) - FIRST));
}

/** The bytes of a text, one for each code unit; undefined where one has no byte. */
export function encodeWindows1252(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const byte = byteOfUnit(text, index);
    if (byte === undefined) return undefined;
    bytes[index] = byte;
  }
  return bytes;
}

/** The byte that the code unit at an offset stands for. */
export function byteOfUnit(text: string, offset: number): number | undefined {
  const code = text.charCodeAt(offset);
  if (code < FIRST || (code >= 0xa0 && code <= 0xff)) return code;
  return BYTES.get(text.charAt(offset));
}
