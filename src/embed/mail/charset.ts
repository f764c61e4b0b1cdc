import { readUtf8 } from "./utf8.ts";

/** A character set as it was settled on: what its name says, or what the bytes say. */
export interface Charset {
  /** A label that the platform's decoder knows. */
  readonly name: string;
  /** False where the name that was given means nothing. */
  readonly isKnown: boolean;
}

const ASCII = "us-ascii";
/** UTF-8 is sent under these names all the time. */
const OFTEN_UTF8 = new Set(["windows-1252", "utf-8"]);
const JUNK = /["'\s]/gu;
const LANGUAGE = /\*.*$/u;
const SUFFIX = /[_-]charset$/u;
const ALIASES: Readonly<Record<string, string>> = {
  ascii: ASCII,
  utf8mb4: "utf-8",
  "utf-8-sig": "utf-8",
  cp1252: "windows-1252",
  cp936: "gbk",
  cp932: "shift_jis",
  cp949: "euc-kr",
  cp950: "big5",
  "iso8859-8-i": "iso-8859-8-i",
};

/** The character set of bytes that are said to be in the one of this label. */
export function settleCharset(label: string | undefined, bytes: Uint8Array): Charset {
  const said = (label ?? "").toLowerCase().replace(JUNK, "").replace(LANGUAGE, "");
  const known = knownName(said);
  const isKnown = known !== undefined || said === "" || (ALIASES[said] ?? said) === ASCII;
  if (known !== undefined && !OFTEN_UTF8.has(known)) return { name: known, isKnown };
  const { good, bad } = countUtf8(bytes);
  // A character that was cut off makes no other set of a text that is said to be UTF-8.
  if (known === "utf-8" ? good > 0 || bad === 0 : good > bad) return { name: "utf-8", isKnown };
  if (good + bad === 0 && known !== "windows-1252") return { name: ASCII, isKnown };
  return { name: "windows-1252", isKnown };
}

function knownName(said: string): string | undefined {
  const name = ALIASES[said] ?? said.replace(SUFFIX, "");
  // ASCII needs no decoder, and is read as what it mostly is.
  if (name === "" || name === ASCII) return undefined;
  try {
    const { encoding } = new TextDecoder(name);
    // Text in UTF-16 is sent as base64 alone; the others of its kind hold no ASCII either.
    return encoding === "replacement" ? undefined : encoding;
  } catch {
    return undefined;
  }
}

/** How many characters there are beyond ASCII, and how many bytes that are none. */
function countUtf8(bytes: Uint8Array): { readonly good: number; readonly bad: number } {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; ) {
    const { point, length, isBroken } = readUtf8(bytes, at);
    if (isBroken) bad++;
    else if (point >= 0x80) good++;
    at += length;
  }
  return { good, bad };
}

const tables = new Map<string, string>();

/** The characters of all single bytes; U+FFFD for those that have none. */
export function byteTable(name: string): string {
  const kept = tables.get(name);
  if (kept !== undefined) return kept;
  let table = "";
  for (let byte = 0; byte < 256; byte++) {
    // Decoded as a stream: some versions of Node read windows-1252 wrongly in one go.
    const text = new TextDecoder(name).decode(Uint8Array.of(byte), { stream: true });
    table += text === "" ? "\ufffd" : text.charAt(0);
  }
  tables.set(name, table);
  return table;
}

const DOUBLES = new Set(["gbk", "gb18030", "big5", "euc-jp", "euc-kr", "shift_jis"]);

/** Whether a character takes a number of bytes that depends on the first. */
export function isDouble(name: string): boolean {
  return DOUBLES.has(name);
}

/** Whether what a byte means depends on what came long before it, or ASCII is written otherwise. */
export function isStateful(name: string): boolean {
  return name.startsWith("utf-16") || name === "iso-2022-jp";
}

const encoders = new Map<string, ReadonlyMap<string, readonly number[]>>();
const utf8 = new TextEncoder();
const ASCII_ONLY = /^[\0-\x7f]*$/u;

/**
 * The bytes of a text; `lacking` gives what stands for a character that the set does not have.
 * Undefined where nothing does.
 */
export function encodeText(
  text: string,
  name: string,
  lacking: (char: string) => string | undefined = () => undefined,
): Uint8Array | undefined {
  if (name === "utf-8") return LONE.test(text) ? undefined : utf8.encode(text);
  if (ASCII_ONLY.test(text) && !isStateful(name)) return utf8.encode(text);
  const table = encoderOf(name);
  const bytes: number[] = [];
  for (const char of text) {
    const known = table.get(char);
    const instead = known === undefined ? lacking(char) : undefined;
    if (known !== undefined) bytes.push(...known);
    else if (instead === undefined) return undefined;
    else bytes.push(...utf8.encode(instead));
  }
  return Uint8Array.from(bytes);
}

/** Half of a surrogate pair has no bytes. */
const LONE = /\p{Surrogate}/u;

function encoderOf(name: string): ReadonlyMap<string, readonly number[]> {
  const kept = encoders.get(name);
  if (kept !== undefined) return kept;
  const table = new Map<string, readonly number[]>();
  const add = (char: string, bytes: readonly number[]) => {
    if (char !== "\ufffd" && !table.has(char)) table.set(char, bytes);
  };
  if (name === ASCII || isStateful(name)) {
    for (let byte = 0; byte < 128; byte++) add(String.fromCharCode(byte), [byte]);
  } else {
    Array.from(byteTable(name)).forEach((char, byte) => {
      add(char, [byte]);
    });
    if (isDouble(name)) addDoubles(name, add);
  }
  encoders.set(name, table);
  return table;
}

function addDoubles(name: string, add: (char: string, bytes: readonly number[]) => void): void {
  const decoder = new TextDecoder(name, { fatal: true });
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      try {
        const text = decoder.decode(Uint8Array.of(lead, trail));
        if (Array.from(text).length === 1) add(text, [lead, trail]);
      } catch {
        // No character has these bytes.
      }
    }
  }
}
