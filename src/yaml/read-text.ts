import { readFile, stat } from "node:fs/promises";
import { CreeplintError, type ErrorCode } from "../errors.ts";

const MAX_BYTES = 4_000_000;
const ABSENT = new Set(["ENOENT", "ENOTDIR"]);

interface ReadTextOptions {
  /** As shown in messages. */
  readonly shown: string;
  readonly code: ErrorCode;
}

/**
 * The text of a YAML or JSON file, or undefined where there is none.
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
    const info = await stat(path);
    if (info.isDirectory()) return stop("A file is wanted here, not a folder.");
    // A pipe or a device may never end.
    if (!info.isFile()) return stop("A file is wanted here, not a pipe or a device.");
    if (info.size > MAX_BYTES) return stop("The file is too large for settings or rules.");
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
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
