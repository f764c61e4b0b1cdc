import { relative, sep } from "node:path";
import type { ArchiveFields, Config, Override } from "../model/config.ts";
import type { ConfigFile, Placed } from "./config-check.ts";
import { DEFAULTS } from "./defaults.ts";
import { rebaseGlob, rebaseIgnore } from "./globs.ts";
import type { Layer } from "./layers.ts";

/** A config with the places of words that can only be checked later. */
export interface LoadedConfig extends Config {
  /** Every rule id and `family/*` that it names. */
  readonly ruleKeys: readonly Placed[];
  /** The globs of `files` and of its own `overrides`, relative to the root. */
  readonly globs: { readonly files: readonly Placed[]; readonly overrides: readonly Placed[] };
}

const NO_GLOBS: LoadedConfig["globs"] = { files: [], overrides: [] };

/** Joins layers, the weakest first, over the defaults. */
export function mergeLayers(layers: readonly Layer[], root: string): LoadedConfig {
  let config: LoadedConfig = { ...DEFAULTS, root, origins: [], ruleKeys: [], globs: NO_GLOBS };
  for (const layer of layers) {
    config = "preset" in layer ? { ...config, preset: layer.preset } : addFile(config, layer);
  }
  return config;
}

function addFile(
  config: LoadedConfig,
  { path, folder, keys, found }: Extract<Layer, { path: string }>,
): LoadedConfig {
  const inner = relative(config.root, folder).split(sep).join("/");
  const rebase = (globs: readonly Placed[]) =>
    globs.map(({ text, place }) => ({ text: rebaseGlob(text, inner), place }));
  const files = keys.files && rebase(keys.files);
  const overrides = keys.overrides.map((entry) => ({ ...entry, files: rebase(entry.files) }));
  return {
    ...config,
    origins: [...config.origins, path],
    files: files?.map(({ text }) => text) ?? config.files,
    ignore: [...config.ignore, ...keys.ignore.map((pattern) => rebaseIgnore(pattern, inner))],
    channel: keys.channel ?? config.channel,
    kind: keys.kind ?? config.kind,
    rules: laterLast(config.rules, keys.rules.settings),
    overrides: [...config.overrides, ...overrides.map(withoutPlaces)],
    fields: { ...config.fields, ...keys.fields },
    brand: [...new Set([...config.brand, ...keys.brand])],
    claims: [...new Set([...config.claims, ...keys.claims])],
    rulePaths: [...new Set([...config.rulePaths, ...keys.rulePaths])],
    ...(keys.baseline === undefined ? {} : { baseline: keys.baseline }),
    archive: addArchive(config.archive, keys.archive),
    ruleKeys: [
      ...config.ruleKeys,
      ...keys.rules.keys,
      ...keys.overrides.flatMap(({ rules }) => rules.keys),
    ],
    globs: {
      files: files ?? config.globs.files,
      // What others wrote for many projects need not fit this one.
      overrides: found
        ? [...config.globs.overrides, ...overrides.flatMap((entry) => entry.files)]
        : config.globs.overrides,
    },
  };
}

function withoutPlaces({ files, rules, ...rest }: ConfigFile["overrides"][number]): Override {
  return { ...rest, files: files.map(({ text }) => text), rules: rules.settings };
}

/** Joins rule settings so that the later keys also stand last: the order decides. */
export function laterLast<T>(
  earlier: Readonly<Record<string, T>>,
  later: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  const kept = Object.entries(earlier).filter(([key]) => !Object.hasOwn(later, key));
  return Object.fromEntries([...kept, ...Object.entries(later)]);
}

function addArchive(archive: ArchiveFields, keys: ConfigFile["archive"]): ArchiveFields {
  return {
    id: keys.id ?? archive.id,
    channel: keys.channel ?? archive.channel,
    kind: keys.kind ?? archive.kind,
    text: keys.text ?? archive.text,
  };
}
