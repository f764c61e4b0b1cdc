import type { Encoding } from "../model/source-file.ts";
import { encodeWindows1252 } from "../text/windows-1252.ts";

/** How a file was written. */
export interface Writing {
  readonly encoding: Encoding;
  readonly bom: boolean;
}

const BOM = "\ufeff";
const WRITINGS: readonly Writing[] = [
  { encoding: "utf-8", bom: false },
  { encoding: "utf-8", bom: true },
  { encoding: "utf-16le", bom: true },
  { encoding: "utf-16be", bom: true },
  { encoding: "utf-16le", bom: false },
  { encoding: "utf-16be", bom: false },
  { encoding: "windows-1252", bom: false },
];

/** The writing under which a text is exactly these bytes, or undefined: they hold something else. */
export function writingOf(text: string, bytes: Uint8Array): Writing | undefined {
  return WRITINGS.find((writing) => encode(text, writing)?.equals(bytes));
}

/**
 * A text as bytes; it has no byte order mark of its own. Undefined where the encoding lacks one of
 * its characters.
 */
export function encode(text: string, { encoding, bom }: Writing): Buffer | undefined {
  const whole = bom ? BOM + text : text;
  if (encoding === "windows-1252") {
    const bytes = encodeWindows1252(text);
    return bytes && Buffer.from(bytes);
  }
  if (encoding === "utf-8") return Buffer.from(whole, "utf8");
  const little = Buffer.from(whole, "utf16le");
  return encoding === "utf-16le" ? little : little.swap16();
}
