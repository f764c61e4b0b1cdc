export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** A decoded file. Offsets everywhere count from the first character after the byte order mark. */
export interface SourceFile {
  /** As shown to the user: relative to the working folder where possible, `/` as separator. */
  readonly path: string;
  /** The text without its byte order mark; line endings are as in the file. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}
