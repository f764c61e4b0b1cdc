import type { Part } from "../model/message.ts";
import type { Encoding } from "../model/source-file.ts";
import { decodeMail } from "../read/decode.ts";
import { parseFile } from "./parse-text.ts";

/** A mail's file as it is read. */
export interface MailFile {
  readonly text: string;
  readonly encoding: Encoding;
}

/** A mail of one body from its header lines and the bytes below them. */
export function mailFile(
  header: readonly string[],
  body: Uint8Array | string,
  newline = "\r\n",
): MailFile {
  const top = [...header, "", ""].join(newline);
  return decodeMail(Buffer.concat([Buffer.from(top), Buffer.from(body)]));
}

/** What is read in a mail: its subject first, if there is one. */
export async function mailParts(
  { text, encoding }: MailFile,
  path = "a.eml",
): Promise<readonly Part[]> {
  return (await parseFile(text, path, encoding)).messages.flatMap(({ parts }) => parts);
}
