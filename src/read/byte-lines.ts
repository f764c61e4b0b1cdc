import { createReadStream } from "node:fs";
import { unreadable } from "./read.ts";

const NEWLINE = 0x0a;

/**
 * The bytes of a file, piece by piece.
 * @param input an absolute path, or the bytes themselves
 * @throws CreeplintError E_READ while it is read
 */
export async function* chunksOf(input: string | Uint8Array): AsyncGenerator<Buffer> {
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
export async function* splitLines(
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
