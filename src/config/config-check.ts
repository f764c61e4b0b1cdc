import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { ArchiveFields, Override, Preset, RuleSettings } from "../model/config.ts";
import { FIELD_CLASSES, SOURCES } from "../model/field.ts";
import { CHANNELS, KINDS } from "../model/message.ts";
import { type RuleSetting, SEVERITIES } from "../model/rule.ts";
import { about, type Check, flag, list, listOrOne, mapped, text, word } from "../yaml/check.ts";
import { fail, type Value } from "../yaml/document.ts";
import { entries, mapOf, optional, record, required } from "../yaml/map.ts";

/** A word of a config with its place, checked once more is known. */
export interface Placed {
  readonly text: string;
  /** `file:line:column` */
  readonly place: string;
}

/** `rules:` with the places of its keys. */
export interface PlacedRules {
  readonly settings: RuleSettings;
  readonly keys: readonly Placed[];
}

/** One entry of `extends`: a preset, or a file by its path as written. */
export type Extended = { readonly preset: Preset } | { readonly file: string; readonly at: Value };

/** One entry of `overrides`, with places. */
export interface PlacedOverride extends Omit<Override, "files" | "rules"> {
  readonly files: readonly Placed[];
  readonly rules: PlacedRules;
}

const PRESET_NAMES = {
  "creeplint:recommended": "recommended",
  "creeplint:strict": "strict",
  "creeplint:relaxed": "relaxed",
} as const satisfies Record<string, Preset>;

const SETTINGS: readonly RuleSetting[] = [...SEVERITIES, "off"];
const RULE_KEY = {
  pattern: /^[a-z0-9-]+\/(?:[a-z0-9-]+|\*)$/u,
  says: "must be of the form family/name or family/*",
};
const RELATIVE = {
  pattern: /^(?!\/|\.\.\/|[A-Za-z]:)/u,
  says: "must stay below the config's folder",
};
/** Globs are compiled to expressions that backtrack, and braces are multiplied out. */
const SIMPLE = {
  pattern: /^(?!(?:[^{]*\{){4}|.*\{[^{}]*\.\.|(?:.*\/)?(?:[^/*]*\*){6})/u,
  says: "is too complex: at most three braces, no ranges, and five stars between slashes",
};
const NO_RULES: PlacedRules = { settings: {}, keys: [] };

/** `archive:` as written. */
type ArchiveKeys = { readonly [P in keyof ArchiveFields]: ArchiveFields[P] | undefined };

const NO_ARCHIVE: ArchiveKeys = {
  id: undefined,
  channel: undefined,
  kind: undefined,
  text: undefined,
};

export type ConfigFile = ReturnType<ReturnType<typeof configCheck>["read"]>;

/**
 * What a config file may hold; absent keys read as undefined or empty.
 * @param folder the absolute folder that `rulePaths` are relative to
 */
export function configCheck(folder: string) {
  const words = (description: string) => optional(about(description, list(text({ max: 500 }))), []);
  return record({
    $schema: optional(about("For editors.", text()), undefined),
    root: optional(about("Whether configs in outer folders are left unread.", flag()), false),
    extends: optional(about("Presets and config files to start from.", listOrOne(extended())), []),
    files: optional(about("Globs of what to lint by default.", listOrOne(glob())), undefined),
    ignore: optional(about("Patterns as in .gitignore.", listOrOne(text({ max: 500 }))), []),
    channel: optional(word("channel", CHANNELS), undefined),
    kind: optional(word("kind", KINDS), undefined),
    rules: optional(about("Rule id or `family/*` to severity.", placedRules()), NO_RULES),
    overrides: optional(about("Other settings for some files.", list(override())), []),
    fields: optional(about("What merge fields hold, by name.", mapOf(field())), {}),
    brand: words("Names that copy uses for the sender."),
    claims: words("Claims about crowds that a rewrite may use."),
    rulePaths: optional(about("Own rules: files or folders.", listOrOne(rulePath(folder))), []),
    baseline: optional(
      about("The list of what was there before.", baselinePath(folder)),
      undefined,
    ),
    archive: optional(about("Where an archive record keeps what.", archive()), NO_ARCHIVE),
  });
}

function extended(): Check<Extended> {
  return mapped(text({ max: 500 }), (name, at): Extended => {
    if (name.startsWith("creeplint:")) {
      const known = Object.keys(PRESET_NAMES) as readonly (keyof typeof PRESET_NAMES)[];
      return { preset: PRESET_NAMES[word("preset", known).read(at)] };
    }
    if (name.startsWith("./") || name.startsWith("../")) return { file: name, at };
    return fail(
      at,
      `"${name}" is neither a preset nor a relative path.`,
      `Presets: ${Object.keys(PRESET_NAMES).join(", ")}. A path starts with ./ or ../.`,
    );
  });
}

function glob(): Check<Placed> {
  return mapped(text({ max: 500, demands: [RELATIVE, SIMPLE] }), placed);
}

function placedRules(): Check<PlacedRules> {
  return mapped(mapOf(word("severity", SETTINGS), RULE_KEY), (settings, value) => ({
    settings,
    keys: entries(value).map(([name, key]) => placed(name, key)),
  }));
}

function override(): Check<PlacedOverride> {
  const keys = record({
    files: required(mapped(listOrOne(glob()), atLeastOne)),
    channel: optional(word("channel", CHANNELS), undefined),
    kind: optional(word("kind", KINDS), undefined),
    rules: optional(placedRules(), NO_RULES),
  });
  return mapped(keys, ({ files, channel, kind, rules }) => ({
    files,
    ...(channel && { channel }),
    ...(kind && { kind }),
    rules,
  }));
}

function atLeastOne(globs: readonly Placed[], value: Value): readonly Placed[] {
  return globs.length > 0 ? globs : fail(value, '"files" needs at least one glob.');
}

function field() {
  return record({
    is: required(word("field class", FIELD_CLASSES)),
    from: optional(word("source", SOURCES), "unknown"),
  });
}

function rulePath(folder: string): Check<string> {
  return mapped(text({ max: 500 }), (path, value) => {
    const absolute = resolve(folder, path);
    return existsSync(absolute) ? absolute : fail(value, `There is nothing at "${path}".`);
  });
}

function baselinePath(folder: string): Check<string> {
  return mapped(text({ max: 500, demands: [RELATIVE] }), (path) => resolve(folder, path));
}

function archive(): Check<ArchiveKeys> {
  const name = () => optional(text({ max: 200 }), undefined);
  return record({
    id: name(),
    channel: name(),
    kind: name(),
    text: optional(about("Fields that hold copy.", listOrOne(text({ max: 200 }))), undefined),
  });
}

function placed(written: string, value: Value): Placed {
  return { text: written, place: value.place(value.node) };
}
