import { relative, sep } from "node:path";
import picomatch from "picomatch";
import type { Config, Override, Settings } from "../model/config.ts";
import { laterLast } from "./merge.ts";

type Matcher = (path: string) => boolean;

const matchers = new WeakMap<Override, Matcher>();

/**
 * What a file is linted with: the config with the overrides that match, later ones winning.
 * @param path absolute
 */
export function settingsFor(config: Config, path: string): Settings {
  const name = relative(config.root, path).split(sep).join("/");
  const { preset, fields, brand, claims, archive } = config;
  let { channel, kind, rules } = config;
  for (const override of config.overrides) {
    if (!matcherOf(override)(name)) continue;
    channel = override.channel ?? channel;
    kind = override.kind ?? kind;
    rules = laterLast(rules, override.rules);
  }
  return { preset, channel, kind, rules, fields, brand, claims, archive };
}

/** Whether a path, relative to the root and with `/`, fits a glob of the config. */
export function matchesGlob(glob: string, name: string): boolean {
  return picomatch(glob, OPTIONS)(name);
}

// Extended globs would be compiled to nested quantifiers, which can hang.
const OPTIONS = { dot: true, noextglob: true } as const;

function matcherOf(override: Override): Matcher {
  const known = matchers.get(override) ?? picomatch([...override.files], OPTIONS);
  matchers.set(override, known);
  return known;
}
