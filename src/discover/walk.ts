import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import fastGlob from "fast-glob";
import type { Ignored } from "./ignored.ts";

/** A path that could not be searched. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

interface WalkContext {
  readonly ignored: Ignored;
  readonly problems: Problem[];
}

/** Folders of code that others wrote and of output: copy in them is not the author's to mend. */
const LEFT_ALONE = new Set([
  "node_modules",
  "bower_components",
  "vendor",
  "dist",
  "build",
  "coverage",
  "venv",
  "__pycache__",
]);

/**
 * The absolute paths of the files below a folder that match a glob. Hidden, vendored and ignored
 * entries and links are never entered, so that their size does not matter.
 */
export function walk(folder: string, glob: string, context: WalkContext): readonly string[] {
  if (context.ignored(folder, true)) return [];
  return fastGlob.globSync(glob, {
    cwd: folder,
    absolute: true,
    dot: true,
    extglob: false,
    followSymbolicLinks: false,
    // The walker asks for entries with their types only, one of the many forms of the original.
    fs: { readdirSync: visible(context) as unknown as typeof readdirSync },
  });
}

/** A view of the file system that lacks what is left alone. */
function visible({ ignored, problems }: WalkContext): (folder: string) => Dirent[] {
  return (folder) => {
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      return entries.filter(
        (entry) => !isLeftAlone(entry) && !ignored(join(folder, entry.name), entry.isDirectory()),
      );
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
      // Globs start at folders that may not be there, and folders may go while they are read.
      if (code !== "ENOENT" && code !== "ENOTDIR")
        problems.push({ path: folder, message: `The folder cannot be read (${code}).` });
      return [];
    }
  };
}

function isLeftAlone(entry: Dirent): boolean {
  if (entry.name.startsWith(".") || entry.isSymbolicLink()) return true;
  return entry.isDirectory() && LEFT_ALONE.has(entry.name);
}
