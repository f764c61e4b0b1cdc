import { isUtf8 } from "node:buffer";
import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { FileResult } from "../model/result.ts";

/** How a patch has to speak of a file. */
export interface DiffTarget {
  /** What stands before the text: a byte order mark or nothing. */
  readonly prefix: string;
  /** False for a file whose bytes are not UTF-8: a patch, which is, fits no line of it. */
  readonly isUtf8: boolean;
}

const BOM = "\ufeff";
const BOM_BYTES = Buffer.from(BOM);
const NO_FILE: DiffTarget = { prefix: "", isUtf8: true };

/** Looks at the file itself: results have its text alone. What is no file counts as plain UTF-8. */
export function diffTarget({ path, text }: FileResult, cwd: string): DiffTarget {
  const bytes = bytesOf(resolve(cwd, path));
  if (bytes === undefined) return NO_FILE;
  const prefix = bytes.subarray(0, BOM_BYTES.length).equals(BOM_BYTES) ? BOM : "";
  // UTF-16 without a mark can pass for UTF-8, but for the zeros in it.
  return { prefix, isUtf8: isUtf8(bytes) && (text.includes("\0") || !bytes.includes(0)) };
}

/**
 * The folder that the paths of a patch start from: the working folder, or the root of its git
 * repository where that holds files outside of the working folder.
 */
export function diffRoot(paths: readonly string[], cwd: string): string {
  if (paths.every((path) => isInside(path, cwd))) return cwd;
  const root = gitRoot(cwd);
  return root !== undefined && paths.every((path) => isInside(path, root, cwd)) ? root : cwd;
}

/** A result's path from a folder, with `/`; names of things that are no files stay. */
export function pathFrom(root: string, path: string, cwd: string): string {
  if (path.startsWith("<")) return path;
  return relative(root, resolve(cwd, path)).split(sep).join("/");
}

function isInside(path: string, folder: string, cwd: string = folder): boolean {
  const way = pathFrom(folder, path, cwd);
  return way !== ".." && !way.startsWith("../") && !isAbsolute(way);
}

function gitRoot(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
