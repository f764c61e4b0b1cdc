import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { CreeplintError } from "../errors.ts";
import type { Io } from "./io.ts";

/**
 * Writes a report to a file, whole or not at all, making its folders.
 * @throws CreeplintError E_WRITE
 */
export async function writeReport(file: string, text: string, io: Io): Promise<void> {
  const path = resolve(io.cwd, file);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, text);
  } catch (cause) {
    throw new CreeplintError("E_WRITE", "The report cannot be written here.", {
      place: file,
      cause,
    });
  }
}
