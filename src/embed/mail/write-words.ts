import { encodeBase64 } from "./base64.ts";
import { encodeText } from "./charset.ts";
import { escapeByte } from "./quoted-printable.ts";

export interface Writing {
  readonly charset: string;
  /** The name as the mail has it. */
  readonly label: string;
  readonly encoding: "q" | "b";
  readonly column: number;
  readonly newline: string;
}

/** Of a line, and of a word in it. */
const MAX_LINE = 76;
const MAX_WORD = 75;
const MIN_ROOM = 40;

/**
 * A text as encoded words, folded where they are many. Undefined where the character set lacks one of
 * its characters.
 */
export function writeWords(content: string, writing: Writing): string | undefined {
  const { charset, label, encoding, column, newline } = writing;
  const frame = label.length + "=????=".length + 1;
  const words: string[] = [];
  let chunk: number[] = [];
  let width = 0;
  const room = () => {
    const line = words.length === 0 ? Math.max(MIN_ROOM, MAX_LINE - column) : MAX_WORD;
    return Math.min(MAX_WORD, line) - frame;
  };
  const flush = () => {
    words.push(`=?${label}?${encoding.toUpperCase()}?${writeBytes(chunk, encoding)}?=`);
    chunk = [];
    width = 0;
  };
  for (const char of content) {
    const bytes = encodeText(char, charset);
    if (bytes === undefined) return undefined;
    const added = encoding === "b" ? bytes.length * B_WIDTH : writeBytes(bytes, "q").length;
    if (width > 0 && width + added > room()) flush();
    chunk.push(...bytes);
    width += added;
  }
  flush();
  return words.join(`${newline} `);
}

const B_WIDTH = 4 / 3 + 0.1;

function writeBytes(bytes: Iterable<number>, encoding: "q" | "b"): string {
  const all = Uint8Array.from(bytes);
  return encoding === "b" ? encodeBase64(all) : Array.from(all, quoteInWord).join("");
}

/** Only what every header allows stands as it is. */
function quoteInWord(byte: number): string {
  if (byte === 0x20) return "_";
  const char = String.fromCharCode(byte);
  return SAFE.test(char) ? char : escapeByte(byte);
}

const SAFE = /[A-Za-z\d!*+/-]/u;
