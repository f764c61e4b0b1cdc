import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Preset } from "../model/config.ts";
import { fail } from "../yaml/document.ts";
import { type ConfigFile, configCheck, type Extended } from "./config-check.ts";
import { readConfigFile } from "./find.ts";
import type { Found } from "./parse-config.ts";

/** One source of settings; later layers win over earlier ones. */
export type Layer =
  | { readonly preset: Preset }
  | {
      readonly path: string;
      readonly folder: string;
      readonly keys: ConfigFile;
      /** Whether it was found for a folder, not extended by another. */
      readonly found: boolean;
    };

interface LayerContext {
  /** The folder that no extended file may lie outside of. */
  readonly root: string;
  readonly shown: (path: string) => string;
}

/** More than this is a bomb: files that extend each other twice double at each step. */
const MAX_LAYERS = 100;

/**
 * A config file and what it extends, the weakest first.
 * @throws CreeplintError E_CONFIG with the place of the first problem
 */
export async function readLayers(found: Found, context: LayerContext): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  await addLayers(found, [], { ...context, layers });
  return layers;
}

interface Adding extends LayerContext {
  readonly layers: Layer[];
}

async function addLayers(
  { path, value }: Found,
  trail: readonly string[],
  adding: Adding,
): Promise<void> {
  const folder = dirname(path);
  const keys = configCheck(folder).read(value);
  const here = [...trail, path];
  for (const entry of keys.extends) {
    if ("preset" in entry) adding.layers.push(entry);
    else await addLayers(await findExtended(entry, here, adding), here, adding);
    if (adding.layers.length > MAX_LAYERS) fail(value, "Too many files extend each other.");
  }
  adding.layers.push({ path, folder, keys, found: trail.length === 0 });
}

async function findExtended(
  { file, at }: Extract<Extended, { file: string }>,
  trail: readonly string[],
  { root, shown }: LayerContext,
): Promise<Found> {
  const path = resolve(dirname(trail.at(-1) ?? root), file);
  if (trail.includes(path)) {
    fail(at, `The config extends itself: ${[...trail, path].map(shown).join(" → ")}.`);
  }
  // Before it is read: an error would quote a line of it.
  if (!isInside(root, path)) {
    fail(at, `"${file}" lies outside of the project.`, `The project is ${root}.`);
  }
  const found = await readConfigFile(path, shown(path));
  return found ?? fail(at, `There is no config at "${file}".`);
}

/** Whether a file lies below a folder once links are resolved. */
function isInside(folder: string, path: string): boolean {
  const way = relative(realPath(folder), realPath(path));
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Where a path leads; what is not there lies in the nearest folder that is. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}
