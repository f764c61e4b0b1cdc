import type { Span } from "../../model/span.ts";
import type { Decoded } from "../codec.ts";
import { decodeEscapes, inAsciiLike } from "../escapes.ts";
import { splicing } from "../splice.ts";

/** A string of JSON, between its quotes. */
export const jsonString = splicing((text, { file, embedding: { span } }) => {
  const inside = JSON.stringify(text).slice(1, -1);
  const isSingle = file.charAt(span.start) === "'";
  return inAsciiLike(isSingle ? inside.replace(SINGLE, "\\'") : inside, file, span);
});

const SINGLE = /'/g;
const MARK = /\\(?:u[\da-f]{4}|[\s\S])/giu;
const LETTERS: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** Reads a string of which `span` is the inside. Escapes that JSON does not know stand for themselves. */
export function decodeJsonString(file: string, span: Span): Decoded {
  return decodeEscapes(file, span, { mark: MARK, read: readEscape });
}

function readEscape(sequence: string): string {
  const letter = sequence.charAt(1);
  if (sequence.length > 2) return String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
  return LETTERS[letter] ?? letter;
}
