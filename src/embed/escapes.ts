import type { Span } from "../model/span.ts";
import { buildProse, type ProseBuilder } from "../text/offset-map.ts";
import type { Decoded } from "./codec.ts";

/** What is written in another way than it is read. */
export interface Escapes {
  /** Finds the next one; has the flag `g`. */
  readonly mark: RegExp;
  readonly read: (mark: string) => string;
}

/** Writes a stretch of a file with its escapes read. */
export function writeDecoded(
  prose: ProseBuilder,
  file: string,
  { start, end }: Span,
  { mark, read }: Escapes,
): void {
  const raw = file.slice(start, end);
  let at = 0;
  for (const { 0: found, index } of raw.matchAll(mark)) {
    prose.copy(raw.slice(at, index), start + at);
    at = index + found.length;
    prose.whole(read(found), { start: start + index, end: start + at });
  }
  prose.copy(raw.slice(at), start + at);
}

/** Reads a stretch of a file with its escapes. */
export function decodeEscapes(file: string, span: Span, escapes: Escapes): Decoded {
  const prose = buildProse();
  writeDecoded(prose, file, span, escapes);
  return prose.build();
}

/** A value that escapes what it need not is meant to hold ASCII alone. */
const ESCAPED = /\\u(?!00[01])[\da-f]{4}/iu;
const NOT_ASCII = /[^\x20-\x7e]/g;
const HAS_NOT_ASCII = /[^\t\r\n\x20-\x7e]/;

/** Text in the manner of the value that it goes into: in ASCII, where all of that is. */
export function inAsciiLike(text: string, file: string, { start, end }: Span): string {
  if (!HAS_NOT_ASCII.test(text)) return text;
  const value = file.slice(start, end);
  if (HAS_NOT_ASCII.test(value) || !ESCAPED.test(value)) return text;
  return text.replace(
    NOT_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
