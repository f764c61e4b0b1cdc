import type { Field } from "./field.ts";
import type { Channel, Kind } from "./message.ts";
import type { RuleSetting } from "./rule.ts";

export const PRESETS = ["recommended", "strict", "relaxed"] as const;
export type Preset = (typeof PRESETS)[number];

/** Rule id or `family/*` → setting; later keys win. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

export interface Override {
  /** Globs, relative to the folder of the config that names them. */
  readonly files: readonly string[];
  readonly channel?: Channel;
  readonly kind?: Kind;
  readonly rules: RuleSettings;
}

/** Where an archive record keeps what. */
export interface ArchiveFields {
  readonly id: string;
  readonly channel: string;
  readonly kind: string;
  /** Names of fields that hold copy; `html` in the name or markup in the value makes it HTML. */
  readonly text: readonly string[];
}

/** A config after validation: every key is present. */
export interface Config {
  /** Absolute folder that globs are relative to. */
  readonly root: string;
  /** The files that it was read from, for `--debug` and the cache key. */
  readonly origins: readonly string[];
  readonly preset: Preset;
  readonly files: readonly string[];
  readonly ignore: readonly string[];
  readonly channel: Channel;
  readonly kind: Kind;
  readonly rules: RuleSettings;
  readonly overrides: readonly Override[];
  readonly fields: Readonly<Record<string, Pick<Field, "is" | "from">>>;
  readonly brand: readonly string[];
  readonly claims: readonly string[];
  /** Absolute paths. */
  readonly rulePaths: readonly string[];
  /** Absolute path of the list of findings that are silenced. */
  readonly baseline?: string;
  readonly archive: ArchiveFields;
}

/** What one file is linted with, after overrides and front matter. */
export interface Settings {
  readonly preset: Preset;
  readonly channel: Channel;
  readonly kind: Kind;
  readonly rules: RuleSettings;
  readonly fields: Config["fields"];
  readonly brand: readonly string[];
  readonly claims: readonly string[];
  readonly archive: ArchiveFields;
}
