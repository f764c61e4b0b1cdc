import type { Span } from "../../model/span.ts";
import { byteOfUnit, decodeWindows1252 } from "../../text/windows-1252.ts";

/** Bytes with the range of the file's text that each was decoded from. Ranges may overlap. */
export interface PlacedBytes {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Collects bytes; `max` is the most that will be added. */
export interface ByteCollector {
  readonly length: number;
  add(byte: number, start: number, end: number): void;
  /** Takes the last ones away again. */
  drop(count: number): void;
  build(): PlacedBytes;
}

export function collectBytes(max: number): ByteCollector {
  const bytes = new Uint8Array(max);
  const starts = new Uint32Array(max);
  const ends = new Uint32Array(max);
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(byte, start, end) {
      bytes[length] = byte;
      starts[length] = start;
      ends[length] = end;
      length++;
    },
    drop(count) {
      length = Math.max(0, length - count);
    },
    build: () => ({
      bytes: bytes.subarray(0, length),
      starts: starts.subarray(0, length),
      ends: ends.subarray(0, length),
    }),
  };
}

/**
 * How a mail's file was read. `bytes`: each code unit stands for a byte (windows-1252), since its
 * bytes are no UTF-8; else each character stands for its bytes in UTF-8.
 */
export type Reading = "bytes" | "utf-8";

/** The most bytes that a stretch of the file can hold. */
export function maxBytes({ start, end }: Span, reading: Reading): number {
  return (end - start) * (reading === "bytes" ? 1 : 3);
}

/** Adds the character of the file at an offset, as it was in the file. @returns its end */
export function addCharacter(
  into: ByteCollector,
  file: string,
  at: number,
  reading: Reading,
): number {
  const code = file.charCodeAt(at);
  if (code < 0x80) {
    into.add(code, at, at + 1);
    return at + 1;
  }
  if (reading === "bytes") {
    into.add(byteOfUnit(file, at) ?? 0x3f, at, at + 1);
    return at + 1;
  }
  const point = file.codePointAt(at) ?? code;
  const end = at + (point > 0xffff ? 2 : 1);
  for (const byte of encoder.encode(file.slice(at, end))) into.add(byte, at, end);
  return end;
}

const encoder = new TextEncoder();

/** The bytes of a stretch of the file. */
export function rawBytes(file: string, span: Span, reading: Reading): PlacedBytes {
  const into = collectBytes(maxBytes(span, reading));
  for (let at = span.start; at < span.end; ) at = addCharacter(into, file, at, reading);
  return into.build();
}

/** Bytes as the file holds them; undefined where they are no text of the file's encoding. */
export function bytesAsText(bytes: Uint8Array, reading: Reading): string | undefined {
  if (reading === "bytes") return decodeWindows1252(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
