import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { CreeplintError } from "../errors.ts";

/** A file that a command makes for the user. */
export interface NewFile {
  /** From the working folder. */
  readonly path: string;
  readonly text: string;
  readonly mode?: number;
  /** What the user has to do then. */
  readonly next?: string;
}

/**
 * Writes a file with its folders; one that is there is left alone unless forced.
 * @throws CreeplintError E_WRITE
 */
export async function writeNew(
  { path, text, mode }: NewFile,
  cwd: string,
  isForced: boolean,
): Promise<void> {
  const full = resolve(cwd, path);
  try {
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, text, { flag: isForced ? "w" : "wx", ...(mode && { mode }) });
  } catch (cause) {
    const isThere = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    const message = isThere ? "This file is there already." : "The file cannot be written.";
    const hint = isThere ? { hint: "Use --force to overwrite it." } : {};
    throw new CreeplintError("E_WRITE", message, { place: path, cause, ...hint });
  }
}
