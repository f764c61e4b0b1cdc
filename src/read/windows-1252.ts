/** The characters of the bytes 0x80 to 0x9F; the five that have none stand for themselves. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
const FIRST = 0x80;
const SPECIAL = /[\u0080-\u009F]/gu;

/** Decodes windows-1252 by table: the platform's decoder reads 0x80 to 0x9F as control characters. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin1.replace(SPECIAL, (char) => HIGH.charAt(char.charCodeAt(0) - FIRST));
}
