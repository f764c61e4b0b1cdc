import type { Span } from "../../model/span.ts";

export interface Token {
  readonly type: "open" | "close" | "colon" | "comma" | "string" | "word" | "comment" | "broken";
  readonly span: Span;
}

const TYPES: Readonly<Record<string, Token["type"]>> = {
  "{": "open",
  "[": "open",
  "}": "close",
  "]": "close",
  ":": "colon",
  ",": "comma",
};

const START = /[^\s\ufeff]/gu;
const WORD_END = /[\s{}[\],:"'/]/g;

/** The tokens of JSON, with comments, and single quotes as JSON5 has them. Survives any text. */
export function* jsonTokens(text: string): Generator<Token, void> {
  for (let at = 0; ; ) {
    START.lastIndex = at;
    const start = START.exec(text)?.index;
    if (start === undefined) return;
    const token = tokenAt(text, start);
    yield token;
    at = token.span.end;
  }
}

function tokenAt(text: string, start: number): Token {
  const first = text.charAt(start);
  const type = TYPES[first];
  if (type !== undefined) return { type, span: { start, end: start + 1 } };
  if (first === '"' || first === "'") return stringAt(text, start, first);
  if (text.startsWith("//", start)) return { type: "comment", span: upTo(text, start, "\n", 0) };
  if (text.startsWith("/*", start)) return { type: "comment", span: upTo(text, start, "*/", 2) };
  WORD_END.lastIndex = start + 1;
  const end = WORD_END.exec(text)?.index ?? text.length;
  return { type: "word", span: { start, end } };
}

function upTo(text: string, start: number, mark: string, length: number): Span {
  const end = text.indexOf(mark, start + 2);
  return { start, end: end === -1 ? text.length : end + length };
}

const STOPS = { '"': /["\\\r\n]/g, "'": /['\\\r\n]/g } as const;

/** A string with its quotes; one that its line does not close is broken. */
function stringAt(text: string, start: number, quote: '"' | "'"): Token {
  const stops = STOPS[quote];
  stops.lastIndex = start + 1;
  for (;;) {
    const stop = stops.exec(text)?.index;
    if (stop === undefined) return { type: "broken", span: { start, end: text.length } };
    if (text.charAt(stop) === quote) return { type: "string", span: { start, end: stop + 1 } };
    if (text.charAt(stop) !== "\\") return { type: "broken", span: { start, end: stop } };
    stops.lastIndex = stop + 2;
  }
}
