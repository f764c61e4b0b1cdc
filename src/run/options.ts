import type { Preset, RuleSettings } from "../model/config.ts";
import type { Channel, Kind } from "../model/message.ts";
import type { FileResult } from "../model/result.ts";
import type { Contexts } from "./context.ts";

/** Settings that win over every config. */
export interface RunFlags {
  readonly channel?: Channel;
  readonly kind?: Kind;
  readonly preset?: Preset;
  readonly rules?: RuleSettings;
  /** Rule ids and `family/*`: all others are off. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/** What to lint, and how. */
export interface RunOptions {
  readonly cwd: string;
  /** Files, folders and globs; where there are none, the config's `files`, else the working folder. */
  readonly paths: readonly string[];
  /** A config file, or false for none; by default the configs upwards of each file. */
  readonly config?: string | false;
  readonly flags: RunFlags;
  /** As in .gitignore, relative to the working folder. */
  readonly ignorePatterns?: readonly string[];
  /** False: ignore files and the config's `ignore` do not count. */
  readonly useIgnoreFiles?: boolean;
  /** A baseline file, or false for none; by default that of each file's config. */
  readonly baseline?: string | false;
  /** Nothing counts that is found, and the result holds baselines that list it all. */
  readonly updateBaseline?: boolean;
  /** Only files that are staged, as they are in the index. */
  readonly staged?: boolean;
  /** Only what stands in lines that changed since a commit. */
  readonly since?: string;
  /** What configs and rules are read with; anew by default. */
  readonly contexts?: Contexts;
  /** Linted in place of `paths`. */
  readonly stdin?: {
    readonly bytes: Uint8Array;
    /** Tells the format and the config. */
    readonly filename?: string;
    readonly input?: "jsonl";
  };
  /**
   * Called for each file as soon as it is linted, in the order of the result; for an archive, for
   * each record. The records are then not kept, so that memory does not grow.
   */
  readonly onResult?: (file: FileResult) => void;
}
