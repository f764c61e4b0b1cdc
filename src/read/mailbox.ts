import { isMailSeparator } from "../text/mbox.ts";
import { chunksOf, splitLines } from "./byte-lines.ts";
import { decodeMail } from "./decode.ts";
import type { RecordLine } from "./records.ts";

export const MAX_MAIL_BYTES = 20 * 1024 * 1024;

const LINE_FEED = Buffer.from("\n");
const START = Buffer.from("From ");
const LONGEST_SEPARATOR = 300;

/**
 * The mails of an mbox, each with the 1-based number of its first line. Holds one mail at a time.
 * @param input an absolute path, or the bytes themselves
 * @throws CreeplintError E_READ while it is read
 */
export async function* readMailbox(
  input: string | Uint8Array,
  maxBytes: number = MAX_MAIL_BYTES,
): AsyncGenerator<RecordLine> {
  let mail = openMail(1, maxBytes);
  let number = 0;
  let isBlank = true;
  for await (const line of splitLines(chunksOf(input), maxBytes)) {
    number++;
    if (isBlank && line !== undefined && beginsMail(line)) {
      const record = mail.close();
      if (record !== undefined) yield record;
      mail = openMail(number, maxBytes);
    }
    isBlank = line !== undefined && BLANK.test(line.toString("latin1", 0, 2));
    mail.add(line);
  }
  const last = mail.close();
  if (last !== undefined) yield last;
}

const BLANK = /^\r?$/u;

function beginsMail(line: Buffer): boolean {
  if (!line.subarray(0, START.length).equals(START)) return false;
  return isMailSeparator(line.toString("latin1", 0, LONGEST_SEPARATOR));
}

function openMail(line: number, maxBytes: number) {
  let pieces: Buffer[] = [];
  let size = 0;
  return {
    add: (bytes: Buffer | undefined) => {
      size += bytes === undefined ? maxBytes + 1 : bytes.length + 1;
      // What lies past the limit is counted, not kept.
      if (bytes !== undefined && size <= maxBytes) pieces.push(bytes, LINE_FEED);
      else pieces = [];
    },
    close: (): RecordLine | undefined => {
      if (size > maxBytes) return { line, problem: `The mail is longer than ${maxBytes} bytes.` };
      const { text, encoding } = decodeMail(Buffer.concat(pieces));
      if (text.trim() === "") return undefined;
      return { line, text, ...(encoding === "utf-8" ? {} : { encoding }) };
    },
  };
}
