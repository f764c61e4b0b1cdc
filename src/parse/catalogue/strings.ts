import { decodeCString } from "../../embed/codecs/c-string.ts";
import type { Span } from "../../model/span.ts";
import type { Container } from "../containers/container.ts";
import { messageOf } from "./entry-value.ts";

/** Catalogues of Apple's platforms: `"key" = "text";`. */
export const strings: Container = {
  read: ({ text, channel, kind }) => {
    const { entries, comments } = readEntries(text);
    const messages = entries.flatMap(({ id, anchor, span }) => {
      const { text: decoded, map } = decodeCString(text, [
        { start: span.start + 1, end: span.end - 1 },
      ]);
      const texts = [{ text: decoded, map, embedding: { codec: "c-string", span } }];
      return messageOf({ id, anchor, texts }, { channel, kind }) ?? [];
    });
    return { messages, comments, notices: [] };
  },
};

interface Entry {
  readonly id: string;
  readonly anchor: number;
  /** The text with its quotes. */
  readonly span: Span;
}

const TOKEN = /\/\*|\/\/|"|[=;]|[^\s"=;/]+/gu;
const STOP = /["\\]/g;

/** A text is a string behind a sign of equality; the word or string before that is its key. */
function readEntries(text: string) {
  const entries: Entry[] = [];
  const comments: Span[] = [];
  let key: Span | undefined;
  let isValue = false;
  for (const { type, span } of tokensOf(text)) {
    if (type === "comment") comments.push(span);
    else if (type === "sign") {
      isValue = text.charAt(span.start) === "=";
      if (!isValue) key = undefined;
    } else if (!isValue) key = span;
    else {
      if (key !== undefined && type === "string") entries.push(entryOf(text, key, span));
      isValue = false;
      key = undefined;
    }
  }
  return { entries, comments };
}

function entryOf(file: string, key: Span, span: Span): Entry {
  const isQuoted = file.charAt(key.start) === '"';
  const inside = isQuoted ? { start: key.start + 1, end: key.end - 1 } : key;
  return { id: decodeCString(file, [inside]).text, anchor: key.start, span };
}

interface Token {
  readonly type: "comment" | "sign" | "string" | "word";
  readonly span: Span;
}

function* tokensOf(text: string): Generator<Token, void> {
  TOKEN.lastIndex = 0;
  for (let at = 0; ; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) return;
    const token = tokenAt(text, match.index, match[0]);
    yield token;
    at = token.span.end;
  }
}

function tokenAt(text: string, start: number, first: string): Token {
  if (first === "/*")
    return { type: "comment", span: { start, end: endOf(text, "*/", start + 2) } };
  if (first === "//") {
    const end = text.indexOf("\n", start);
    return { type: "comment", span: { start, end: end === -1 ? text.length : end } };
  }
  if (first === '"') return stringAt(text, start);
  const type = first === "=" || first === ";" ? "sign" : "word";
  return { type, span: { start, end: start + first.length } };
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end === -1 ? text.length : end + mark.length;
}

function stringAt(text: string, start: number): Token {
  for (STOP.lastIndex = start + 1; ; STOP.lastIndex += 1) {
    const stop = STOP.exec(text)?.index;
    if (stop === undefined) return { type: "word", span: { start, end: text.length } };
    if (text.charAt(stop) === '"') return { type: "string", span: { start, end: stop + 1 } };
  }
}
