import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";

/** Patterns as in .gitignore, with the absolute folder that they are relative to. */
export interface IgnorePatterns {
  readonly folder: string;
  readonly patterns: readonly string[];
}

interface IgnoredOptions {
  /** Ignore files are looked for from here downwards; outside of it, from the repository's root. */
  readonly root: string;
  /** Whether to read .gitignore and .creeplintignore. */
  readonly useFiles: boolean;
  /** The strongest first; all are stronger than ignore files. */
  readonly patterns: readonly IgnorePatterns[];
}

/** Whether an absolute path is ignored, itself or by a folder around it. */
export type Ignored = (path: string, isFolder: boolean) => boolean;

interface Layer {
  readonly folder: string;
  readonly matcher: Ignore;
}

// A .creeplintignore wins over every .gitignore, whichever folder it is in.
const FILES = [".creeplintignore", ".gitignore"] as const;

/** Reads ignore files as they are needed; the answer for each folder is remembered. */
export function ignoredBy({ root, useFiles, patterns }: IgnoredOptions): Ignored {
  const strongest = patterns.map(({ folder, patterns }) => layer(folder, [...patterns]));
  const chains = new Map<string, readonly (readonly Layer[])[]>();
  const folders = new Map<string, boolean>();

  const chainOf = (folder: string): readonly (readonly Layer[])[] => {
    const known = chains.get(folder);
    if (known !== undefined) return known;
    const parent = dirname(folder);
    const outer = isTop(folder, root) || parent === folder ? FILES.map(() => []) : chainOf(parent);
    const chain = FILES.map((name, kind) => [...readLayer(folder, name), ...(outer[kind] ?? [])]);
    chains.set(folder, chain);
    return chain;
  };
  const layersOf = (folder: string) => (useFiles ? chainOf(folder).flat() : []);
  const folderIgnored = (folder: string): boolean => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const answer = ignored(folder, true);
    folders.set(folder, answer);
    return answer;
  };
  const ignored: Ignored = (path, isFolder) => {
    const parent = dirname(path);
    if (!(isFolder && isTop(path, root)) && parent !== path && folderIgnored(parent)) return true;
    return verdict([...strongest, ...layersOf(parent)], path, isFolder);
  };
  return ignored;
}

function isTop(folder: string, root: string): boolean {
  return folder === root || existsSync(join(folder, ".git"));
}

/** The first layer that has an opinion decides. */
function verdict(layers: readonly Layer[], path: string, isFolder: boolean): boolean {
  for (const { folder, matcher } of layers) {
    const name = relative(folder, path).split(sep).join("/");
    if (name === "" || name.startsWith("..") || isAbsolute(name)) continue;
    const { ignored, unignored } = matcher.test(isFolder ? `${name}/` : name);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function readLayer(folder: string, name: string): readonly Layer[] {
  try {
    return [layer(folder, readFileSync(join(folder, name), "utf8"))];
  } catch {
    // None there, or not readable: git passes over it as well.
    return [];
  }
}

function layer(folder: string, patterns: string | string[]): Layer {
  return { folder, matcher: ignore({ ignorecase: false }).add(patterns) };
}
