import { createReadStream } from "node:fs";
import { unreadable } from "./read.ts";

/** A line of an archive: its text, or why there is none. */
export type RecordLine =
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly problem: string };

export const MAX_LINE_BYTES = 16 * 1024 * 1024;

const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The lines of an archive that are not blank, with their 1-based numbers. Holds one line at a time.
 * @param input an absolute path, or the bytes themselves
 * @throws CreeplintError E_READ while it is read
 */
export async function* readRecords(
  input: string | Uint8Array,
  maxLineBytes: number = MAX_LINE_BYTES,
): AsyncGenerator<RecordLine> {
  let line = 0;
  for await (const bytes of splitLines(chunksOf(input), maxLineBytes)) {
    line++;
    const record = bytes === undefined ? tooLong(line, maxLineBytes) : decodeLine(bytes, line);
    if (!("text" in record) || record.text.trim() !== "") yield record;
  }
}

async function* chunksOf(input: string | Uint8Array): AsyncGenerator<Buffer> {
  if (typeof input !== "string") {
    yield Buffer.from(input.buffer, input.byteOffset, input.byteLength);
    return;
  }
  try {
    for await (const chunk of createReadStream(input)) yield chunk;
  } catch (cause) {
    throw unreadable(cause);
  }
}

/** The bytes of each line without its line feed; undefined for a line that is too long. */
async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  max: number,
): AsyncGenerator<Buffer | undefined> {
  let pieces: Buffer[] = [];
  let size = 0;
  const add = (piece: Buffer) => {
    size += piece.length;
    // What lies past the limit is counted, not kept.
    if (size <= max) pieces.push(piece);
    else pieces = [];
  };
  const take = () => {
    const bytes = size <= max ? Buffer.concat(pieces) : undefined;
    pieces = [];
    size = 0;
    return bytes;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (size > 0) yield take();
}

function decodeLine(bytes: Buffer, line: number): RecordLine {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const start = line === 1 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    return { line, text: text.slice(start, text.endsWith("\r") ? -1 : undefined) };
  } catch {
    return { line, problem: "The record is not valid UTF-8." };
  }
}

function tooLong(line: number, max: number): RecordLine {
  return { line, problem: `The record is longer than ${max} bytes.` };
}
