import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { CreeplintError } from "../errors.ts";
import { findIn, readConfigFile, repositoryOf } from "./find.ts";
import { type LoadedConfig, mergeLayers } from "./merge.ts";
import type { Found } from "./parse-config.ts";

type Shown = (path: string) => string;

interface LoadOptions {
  /** The working folder: paths in messages are relative to it. */
  readonly cwd: string;
  /** A config file, or false for none; by default the configs upwards of a folder. */
  readonly file?: string | false;
}

/**
 * The config for a folder: the nearest one upwards over the outer ones, up to `root: true`.
 * @throws CreeplintError E_CONFIG with a place
 */
export async function loadConfig(
  options: LoadOptions & { /** By default the working folder. */ readonly from?: string },
): Promise<LoadedConfig> {
  return configLoader(options)(resolve(options.cwd, options.from ?? "."));
}

/** Gives the config for each absolute folder; each file is read once, each config made once. */
export function configLoader(options: LoadOptions): (folder: string) => Promise<LoadedConfig> {
  const { cwd, file } = options;
  const shown = (path: string) => showPath(path, cwd);
  if (file === false) {
    const config = mergeLayers([], repositoryOf(cwd) ?? cwd);
    return () => Promise.resolve(config);
  }
  if (file === undefined) return searching(cwd, shown);
  const path = resolve(cwd, file);
  let config: Promise<LoadedConfig> | undefined;
  return () => {
    config ??= readNamed(path, file, shown);
    return config;
  };
}

async function readNamed(path: string, file: string, shown: Shown): Promise<LoadedConfig> {
  const found = await readConfigFile(path, shown(path));
  if (found === undefined) {
    throw new CreeplintError("E_CONFIG", `There is no config at "${file}".`);
  }
  return fromFiles([found], shown);
}

function searching(cwd: string, shown: Shown): (folder: string) => Promise<LoadedConfig> {
  const chains = new Map<string, Promise<readonly Found[]>>();
  const configs = new Map<string, Promise<LoadedConfig>>();
  const chainOf = (folder: string): Promise<readonly Found[]> =>
    remember(chains, folder, async () => {
      const found = await findIn(folder, shown);
      const parent = dirname(folder);
      if (parent === folder || found?.isRoot) return found ? [found] : [];
      const outer = await chainOf(parent);
      return found ? [...outer, found] : outer;
    });
  return async (folder) => {
    const chain = await chainOf(folder);
    const nearest = chain.at(-1);
    // Folders without a config of their own share the one above them.
    if (nearest !== undefined)
      return remember(configs, nearest.path, () => fromFiles(chain, shown));
    const root = repositoryOf(folder) ?? (isWithin(cwd, folder) ? cwd : folder);
    return remember(configs, root, async () => mergeLayers([], root));
  };
}

/** Joins config files, the outermost first. */
async function fromFiles(chain: readonly Found[], shown: Shown): Promise<LoadedConfig> {
  const outermost = dirname(chain[0]?.path ?? "");
  const repository = repositoryOf(outermost);
  const root = repository ?? outermost;
  const { readLayers } = await import("./layers.ts");
  const layers = await Promise.all(chain.map((found) => readLayers(found, { root, shown })));
  return mergeLayers(layers.flat(), root);
}

function remember<T>(
  memo: Map<string, Promise<T>>,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const known = memo.get(key) ?? make();
  memo.set(key, known);
  return known;
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function showPath(path: string, cwd: string): string {
  return (isWithin(cwd, path) ? relative(cwd, path) : path).split(sep).join("/");
}
