import type { Span } from "../../model/span.ts";

export interface HeaderField {
  /** In lower case. */
  readonly name: string;
  /** As written, folds and all, without the blanks around it. */
  readonly value: Span;
}

export interface Header {
  readonly fields: readonly HeaderField[];
  /** Where the body begins. */
  readonly end: number;
}

const NAME = /^([!-9;-~]{1,80})[ \t]*:/u;
const LONGEST_NAME = 128;

/**
 * Reads header fields up to the first blank line. Lines that are none are passed over, but for the
 * first one of a part: parts may have no header, and not even the blank line after it.
 */
export function readHeader(text: string, span: Span, isPart: boolean): Header {
  const fields: { name: string; start: number; end: number }[] = [];
  const none: Header = { fields: [], end: span.start };
  let at = span.start;
  while (at < span.end) {
    const line = lineAt(text, at, span.end);
    if (line.end === at) {
      // Text without any field above its first blank line is a body.
      if (fields.length === 0 && at > span.start) return none;
      return { fields: fields.map(trimmed(text)), end: line.next };
    }
    const last = fields.at(-1);
    const match = NAME.exec(text.slice(at, Math.min(line.end, at + LONGEST_NAME)));
    if (isBlank(text.charCodeAt(at))) {
      if (last !== undefined) last.end = line.end;
    } else if (match !== null) {
      const name = (match[1] ?? "").toLowerCase();
      fields.push({ name, start: at + match[0].length, end: line.end });
    } else if (isPart && at === span.start) {
      return none;
    }
    at = line.next;
  }
  return fields.length === 0 ? none : { fields: fields.map(trimmed(text)), end: span.end };
}

function trimmed(text: string) {
  return ({ name, start, end }: { name: string; start: number; end: number }): HeaderField => {
    let from = start;
    let to = end;
    while (from < to && isBlank(text.charCodeAt(from))) from++;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    return { name, value: { start: from, end: to } };
  };
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0a;
}

/** A line without its line break, and where the next one begins. */
export function lineAt(
  text: string,
  start: number,
  limit: number,
): { readonly end: number; readonly next: number } {
  const feed = text.indexOf("\n", start);
  if (feed === -1 || feed >= limit) return { end: limit, next: limit };
  const isCrlf = feed > start && text.charCodeAt(feed - 1) === 0x0d;
  return { end: isCrlf ? feed - 1 : feed, next: feed + 1 };
}
