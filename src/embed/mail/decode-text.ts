import { buildProse } from "../../text/offset-map.ts";
import type { Decoded } from "../codec.ts";
import { byteTable, isDouble, isStateful } from "./charset.ts";
import type { PlacedBytes } from "./placed-bytes.ts";
import { readUtf8 } from "./utf8.ts";

/** Takes the characters of a text with the ranges of the file that they stand in. */
export interface CharacterSink {
  add(char: string, start: number, end: number): void;
  build(): Decoded;
}

/** Stretches that stand in the file as they are become one run; so do the characters of one range. */
export function collectCharacters(file: string): CharacterSink {
  const prose = buildProse();
  let text = "";
  let from = 0;
  let to = 0;
  let isCopy = true;
  const flush = () => {
    if (isCopy) prose.copy(file.slice(from, to), from);
    else prose.whole(text, { start: from, end: to });
  };
  return {
    add(char, start, end) {
      const stands = end - start === char.length && file.startsWith(char, start);
      if (stands && isCopy && to === start) {
        to = end;
      } else if (!stands && !isCopy && from === start && to === end) {
        text += char;
      } else {
        flush();
        text = char;
        from = start;
        to = end;
        isCopy = stands;
      }
    },
    build() {
      flush();
      return prose.build();
    },
  };
}

/** Decodes bytes of a character set into a sink. */
export function decodeInto(sink: CharacterSink, placed: PlacedBytes, charset: string): void {
  if (charset === "utf-8") decodeUtf8(sink, placed);
  else if (charset === "us-ascii") decodeTable(sink, placed, byteTable("windows-1252"));
  else if (isStateful(charset)) decodeStream(sink, placed, charset, () => false);
  else if (isDouble(charset)) decodeStream(sink, placed, charset, (byte) => byte < 0x80);
  else decodeTable(sink, placed, byteTable(charset));
}

function decodeTable(sink: CharacterSink, { bytes, starts, ends }: PlacedBytes, table: string) {
  for (let at = 0; at < bytes.length; at++) {
    sink.add(table.charAt(bytes[at] ?? 0), starts[at] ?? 0, ends[at] ?? 0);
  }
}

function decodeUtf8(sink: CharacterSink, { bytes, starts, ends }: PlacedBytes): void {
  for (let at = 0; at < bytes.length; ) {
    const { point, length } = readUtf8(bytes, at);
    sink.add(String.fromCodePoint(point), starts[at] ?? 0, ends[at + length - 1] ?? 0);
    at += length;
  }
}

/** Feeds a decoder byte by byte; `alone` tells bytes that stand for themselves between characters. */
function decodeStream(
  sink: CharacterSink,
  { bytes, starts, ends }: PlacedBytes,
  charset: string,
  alone: (byte: number) => boolean,
): void {
  const decoder = new TextDecoder(charset, { ignoreBOM: true });
  let from = 0;
  const add = (text: string, last: number) => {
    if (text !== "") sink.add(text, starts[from] ?? 0, ends[last] ?? 0);
    if (text !== "") from = last + 1;
  };
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (from === at && alone(byte)) add(String.fromCharCode(byte), at);
    else add(decoder.decode(bytes.subarray(at, at + 1), { stream: true }), at);
  }
  add(decoder.decode(), bytes.length - 1);
}
