import type { Span } from "../../model/span.ts";
import type { Codec, Decoded, Embedded } from "../codec.ts";
import { decodeEscapes, inAsciiLike } from "../escapes.ts";
import { splicing } from "../splice.ts";

const SPECIAL = /[\\\n\r\t\f]/g;
const WRITTEN: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\f": "\\f",
};
const QUOTE = /'/g;
const LEADING = /^ /u;
const BLANKS = /^ */u;

function encode(text: string, { file, embedding: { span, detail = {} } }: Embedded): string {
  const escaped = text.replace(SPECIAL, (unit) => WRITTEN[unit] ?? unit);
  const { quotes } = detail;
  return inAsciiLike(quotes === 2 ? escaped.replace(QUOTE, "''") : escaped, file, span);
}

const inside = splicing(encode);
// Blanks behind the sign are no part of the value, so that one of its own has to be escaped.
const atStart = splicing((text, embedded) => encode(text, embedded).replace(LEADING, "\\ "));

/** The value of a property. With two `quotes`, apostrophes are doubled, as message formats want. */
export const property: Codec = {
  edit: (edit, embedded) => {
    const { span, text } = edit;
    if (span.start > 0) return inside.edit(edit, embedded);
    const [blanks = ""] = BLANKS.exec(embedded.text.slice(span.end)) ?? [];
    const whole = { span: { start: 0, end: span.end + blanks.length }, text: text + blanks };
    return atStart.edit(whole, embedded);
  },
};

const MARK = /\\(?:\r\n|[\r\n])[ \t\f]*|\\u[\da-f]{4}|\\[\s\S]/giu;
const MARK_DOUBLED = /\\(?:\r\n|[\r\n])[ \t\f]*|\\u[\da-f]{4}|\\[\s\S]|''/giu;
const LETTERS: Readonly<Record<string, string>> = { f: "\f", n: "\n", r: "\r", t: "\t" };
const UNICODE = /^\\u[\da-f]{4}$/iu;
const BREAK = /^\\[\r\n]/u;

/** Reads a value, with the lines that it goes on in. */
export function decodeProperty(file: string, span: Span, quotes: 1 | 2): Decoded {
  return decodeEscapes(file, span, { mark: quotes === 2 ? MARK_DOUBLED : MARK, read: readEscape });
}

function readEscape(sequence: string): string {
  if (BREAK.test(sequence)) return "";
  if (sequence === "''") return "'";
  const letter = sequence.charAt(1);
  if (UNICODE.test(sequence)) return String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
  return LETTERS[letter] ?? letter;
}
