import type { Encoding } from "../model/source-file.ts";
import { chunksOf, splitLines } from "./byte-lines.ts";

/** A record of an archive and the line on which it begins: its text, or why there is none. */
export type RecordLine =
  | {
      readonly line: number;
      readonly text: string;
      /** Where it is not UTF-8. */
      readonly encoding?: Encoding;
    }
  | { readonly line: number; readonly problem: string };

export const MAX_LINE_BYTES = 16 * 1024 * 1024;

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
