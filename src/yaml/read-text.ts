import { readFileSync, statSync } from "node:fs";
import { CreeplintError, type ErrorCode } from "../errors.ts";

const MAX_BYTES = 4_000_000;
const ABSENT = new Set(["ENOENT", "ENOTDIR"]);

interface ReadTextOptions {
  /** As shown in messages. */
  readonly shown: string;
  readonly code: ErrorCode;
}

/**
 * The text of a YAML or JSON file, or undefined where there is none. It is read at once, since for
 * the few small files that a run begins with waiting costs more than reading.
 * @throws CreeplintError where it cannot be read, is no regular file, too large or not UTF-8.
 */
export async function readText(
  path: string,
  { shown, code }: ReadTextOptions,
): Promise<string | undefined> {
  const stop = (message: string, cause?: unknown): never => {
    throw new CreeplintError(code, message, { place: shown, cause });
  };
  try {
    const info = statSync(path, { throwIfNoEntry: false });
    if (info === undefined) return undefined;
    if (info.isDirectory()) return stop("A file is wanted here, not a folder.");
    // A pipe or a device may never end.
    if (!info.isFile()) return stop("A file is wanted here, not a pipe or a device.");
    if (info.size > MAX_BYTES) return stop("The file is too large for settings or rules.");
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof CreeplintError) throw error;
    if (error instanceof TypeError) return stop("The file is not UTF-8 text.", error);
    if (ABSENT.has(errorCode(error))) return undefined;
    return stop(`The file cannot be read (${errorCode(error)}).`, error);
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}
