import { readFileSync, statSync } from "node:fs";
import { CreeplintError } from "../errors.ts";
import type { Notice } from "../model/notice.ts";
import type { SourceFile } from "../model/source-file.ts";
import { isMailPath } from "../text/mbox.ts";
import { decode, decodeMail } from "./decode.ts";

/** A file's text, with what was noticed on the way. */
export interface ReadFile {
  readonly source: SourceFile;
  readonly notices: readonly Notice[];
}

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "it is not there any more",
  EACCES: "you may not read it",
  EPERM: "you may not read it",
  EISDIR: "it is a folder",
  ELOOP: "it is a link to itself",
};

interface ReadOptions {
  /** As shown to the user. */
  readonly shown: string;
  readonly maxBytes?: number;
  /** It is a mail, whose parts say for themselves what their bytes are. */
  readonly isMail?: boolean;
}

/**
 * Reads a file as text.
 * @returns undefined where it is binary
 * @throws CreeplintError E_READ or E_SIZE
 */
export async function readSource(
  path: string,
  { shown, maxBytes = MAX_FILE_BYTES, isMail = isMailPath(path) }: ReadOptions,
): Promise<ReadFile | undefined> {
  try {
    const info = statSync(path);
    if (info.size > maxBytes) throw tooLarge(info.size, maxBytes);
    return readBytes(readFileSync(path), { shown, maxBytes, isMail });
  } catch (cause) {
    throw cause instanceof CreeplintError ? cause : unreadable(cause);
  }
}

/**
 * Reads bytes as text, for standard input.
 * @returns undefined where they are binary
 * @throws CreeplintError E_SIZE
 */
export function readBytes(
  bytes: Uint8Array,
  { shown, maxBytes = MAX_FILE_BYTES, isMail = false }: ReadOptions,
): ReadFile | undefined {
  // Checked again here: the file may have grown, and pipes have no size.
  if (bytes.length > maxBytes) throw tooLarge(bytes.length, maxBytes);
  const decoded = isMail ? decodeMail(bytes) : decode(bytes);
  if (decoded === undefined) return undefined;
  const notices = decoded.encoding === "windows-1252" && !isMail ? [NOT_UTF8] : [];
  return { source: { path: shown, ...decoded }, notices };
}

/** The reason for which a file could not be read. */
export function unreadable(cause: unknown): CreeplintError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
  return new CreeplintError("E_READ", `The file cannot be read: ${WHY[code] ?? code}.`, { cause });
}

const NOT_UTF8: Notice = {
  level: "warning",
  code: "E_ENCODING",
  message: "The file is not valid UTF-8; it was read as windows-1252.",
  hint: "Save it as UTF-8.",
};

function tooLarge(size: number, max: number): CreeplintError {
  return new CreeplintError(
    "E_SIZE",
    `The file is too large: ${megabytes(size)} MB, and ${megabytes(max)} MB is the most.`,
    { hint: "Split it, or make it an archive (.jsonl), which is read line by line." },
  );
}

function megabytes(bytes: number): number {
  return Math.round((bytes / 1024 / 1024) * 10) / 10;
}
