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
  const fields: OpenField[] = [];
  const none: Header = { fields: [], end: span.start };
  for (let at = span.start; at < span.end; ) {
    const line = lineAt(text, at, span.end);
    if (line.end === at) {
      // Text without any field above its first blank line is a body.
      const isBody = fields.length === 0 && at > span.start;
      return isBody
        ? none
        : { fields: fields.map((field) => trimmed(field, text)), end: line.next };
    }
    const isField = readFieldLine(text, { start: at, end: line.end }, fields);
    if (isPart && !isField && at === span.start) return none;
    at = line.next;
  }
  if (fields.length === 0) return none;
  return { fields: fields.map((field) => trimmed(field, text)), end: span.end };
}

interface OpenField {
  readonly name: string;
  readonly start: number;
  end: number;
}

function readFieldLine(text: string, { start, end }: Span, fields: OpenField[]): boolean {
  if (isBlank(text.charCodeAt(start))) {
    const last = fields.at(-1);
    if (last !== undefined) last.end = end;
    return true;
  }
  const [mark, name] = NAME.exec(text.slice(start, Math.min(end, start + LONGEST_NAME))) ?? [];
  if (mark === undefined || name === undefined) return false;
  fields.push({ name: name.toLowerCase(), start: start + mark.length, end });
  return true;
}

function trimmed({ name, start, end }: OpenField, text: string): HeaderField {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { name, value: { start: from, end: to } };
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
