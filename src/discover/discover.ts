import { statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import fastGlob from "fast-glob";
import picomatch from "picomatch";
import { type Ignored, type IgnorePatterns, ignoredBy } from "./ignored.ts";
import { isToolFile } from "./tool-files.ts";
import { type Problem, walk } from "./walk.ts";

export interface DiscoverOptions {
  /** Files, folders and globs, relative to the working folder or absolute. */
  readonly paths: readonly string[];
  readonly cwd: string;
  /** The folder from which ignore files count. */
  readonly root: string;
  /** What folders and open globs are searched for, in lower case with the dot. */
  readonly extensions: readonly string[];
  /** The strongest first. */
  readonly ignore: readonly IgnorePatterns[];
  /** Whether to read .gitignore and .creeplintignore. */
  readonly useIgnoreFiles: boolean;
}

export interface Discovered {
  /** Absolute. */
  readonly path: string;
  /** Named by the user, not found in a folder or by a glob. */
  readonly named: boolean;
}

export interface Discovery {
  /** Sorted, each once. */
  readonly files: readonly Discovered[];
  /** What was named and is not there, or could not be read; paths as given. */
  readonly problems: readonly Problem[];
}

interface Search extends DiscoverOptions {
  readonly ignored: Ignored;
  readonly found: Map<string, Discovered>;
  readonly problems: Problem[];
}

const EXTENSION_IN_GLOB = /\.(?:[\w-]+|\{[\w,.-]+\})$/u;
const GLOB_OPTIONS = { dot: true, noextglob: true } as const;

/**
 * Finds the files to lint. Links are followed only where the user names them: what a link inside a
 * folder points to is either found in its own place or lies outside.
 */
export function discover(options: DiscoverOptions): Discovery {
  const { root, useIgnoreFiles: useFiles, ignore: patterns } = options;
  const ignored = ignoredBy({ root, useFiles, patterns });
  const search: Search = { ...options, ignored, found: new Map(), problems: [] };
  for (const path of options.paths) {
    if (!path.startsWith("!")) addPath(path, search);
  }
  const unwanted = exclusions(options);
  const files = [...search.found.values()].filter(({ path }) => !unwanted(path));
  return { files: files.sort(byPath), problems: search.problems };
}

function addPath(given: string, search: Search): void {
  const path = resolve(search.cwd, given);
  const kind = kindOf(path);
  if (kind === "file") {
    if (!search.ignored(path, false)) search.found.set(path, { path, named: true });
  } else if (kind === "folder") {
    addFound(walk(path, "**/*", search), search, (name) => hasExtension(name, search.extensions));
  } else if (kind === "absent" && fastGlob.isDynamicPattern(slashes(given))) {
    addGlob(given, search);
  } else {
    search.problems.push({ path: given, message: PROBLEMS[kind] });
  }
}

const PROBLEMS = {
  absent: "There is no such file or folder.",
  closed: "It cannot be read.",
  other: "It is neither a file nor a folder.",
} as const;

function kindOf(path: string): "file" | "folder" | keyof typeof PROBLEMS {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return "folder";
    return stat.isFile() ? "file" : "other";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    return code === "EACCES" || code === "EPERM" ? "closed" : "absent";
  }
}

function addGlob(given: string, search: Search): void {
  const { base, glob } = picomatch.scan(slashes(given));
  const open = !EXTENSION_IN_GLOB.test(glob);
  const count = addFound(walk(resolve(search.cwd, base), glob, search), search, (name) =>
    open ? hasExtension(name, search.extensions) : true,
  );
  if (count === 0) search.problems.push({ path: given, message: "No file matches." });
}

function addFound(
  paths: readonly string[],
  { found }: Search,
  wanted: (name: string) => boolean,
): number {
  const kept = paths.filter((path) => wanted(path) && !isToolFile(path));
  for (const path of kept) if (!found.has(path)) found.set(path, { path, named: false });
  return kept.length;
}

/** Globs that start with `!` take away from what the others find. */
function exclusions({ paths, cwd }: DiscoverOptions): (path: string) => boolean {
  const globs = paths.filter((path) => path.startsWith("!")).map((path) => slashes(path.slice(1)));
  if (globs.length === 0) return () => false;
  const matches = picomatch(globs, GLOB_OPTIONS);
  return (path) => matches(slashes(relative(cwd, path)));
}

function hasExtension(path: string, extensions: readonly string[]): boolean {
  const name = path.toLowerCase();
  return extensions.some((extension) => name.endsWith(extension));
}

function slashes(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}

function byPath(a: Discovered, b: Discovered): number {
  return a.path < b.path ? -1 : 1;
}
