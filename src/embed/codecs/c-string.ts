import type { Span } from "../../model/span.ts";
import { buildProse } from "../../text/offset-map.ts";
import type { Decoded } from "../codec.ts";
import { inAsciiLike, writeDecoded } from "../escapes.ts";
import { splicing } from "../splice.ts";

const SPECIAL = /[\\"\n\r\t]/g;
const WRITTEN: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** A string as in C: of PO and .strings files. It may stand in pieces, each in its own quotes. */
export const cString = splicing((text, { file, embedding: { span } }) =>
  inAsciiLike(
    text.replace(SPECIAL, (unit) => WRITTEN[unit] ?? unit),
    file,
    span,
  ),
);

const MARK = /\\(?:x[\da-f]{1,2}|[uU][\da-f]{4}|[0-7]{1,3}|[\s\S])/giu;
const LETTERS: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};
const OCTAL = /^[0-7]/u;

/** Reads a string whose pieces these are, without their quotes. */
export function decodeCString(file: string, pieces: readonly Span[]): Decoded {
  const prose = buildProse();
  for (const piece of pieces) writeDecoded(prose, file, piece, { mark: MARK, read: readEscape });
  return prose.build();
}

function readEscape(sequence: string): string {
  const letter = sequence.charAt(1);
  if (OCTAL.test(letter)) return String.fromCharCode(Number.parseInt(sequence.slice(1), 8));
  if (sequence.length > 2) return String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
  return LETTERS[letter] ?? letter;
}
