import type { Span } from "../../model/span.ts";
import { buildProse } from "../../text/offset-map.ts";
import type { Decoded } from "../codec.ts";
import { splicing } from "../splice.ts";

/** A string of JSON, between its quotes. */
export const jsonString = splicing((text, { file, embedding: { span } }) => {
  const quoted = JSON.stringify(text).slice(1, -1);
  const isAscii = ESCAPED.test(file.slice(span.start, span.end)) && isPlain(file, span);
  return isAscii ? quoted.replace(NOT_ASCII, escapeUnit) : quoted;
});

/** A value that escapes what it need not is meant to hold ASCII alone. */
const ESCAPED = /\\u(?!00[01])[\da-f]{4}/iu;
const NOT_ASCII = /[^\x20-\x7e]/g;
const HAS_NOT_ASCII = /[^\t\r\n\x20-\x7e]/;

function isPlain(file: string, { start, end }: Span): boolean {
  return !HAS_NOT_ASCII.test(file.slice(start, end));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const ESCAPE = /\\(?:u[\da-f]{4}|[^u])/giu;
const LETTERS: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** Reads a string of which `span` is the inside. Escapes that JSON does not know stay as they are. */
export function decodeJsonString(file: string, { start, end }: Span): Decoded {
  const raw = file.slice(start, end);
  const prose = buildProse();
  let at = 0;
  for (const { 0: sequence, index } of raw.matchAll(ESCAPE)) {
    prose.copy(raw.slice(at, index), start + at);
    at = index + sequence.length;
    prose.whole(decodeEscape(sequence), { start: start + index, end: start + at });
  }
  prose.copy(raw.slice(at), start + at);
  return prose.build();
}

function decodeEscape(sequence: string): string {
  const letter = sequence.charAt(1);
  if (letter === "u") return String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
  return LETTERS[letter] ?? letter;
}
