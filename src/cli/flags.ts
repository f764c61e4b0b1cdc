import type { Preset, RuleSettings } from "../model/config.ts";
import type { Channel, Kind } from "../model/message.ts";
import type { Severity } from "../model/rule.ts";
import type { FormatTarget } from "./option-values.ts";

/** What every command understands. `config` is `false` for `--no-config`. */
export interface CommonFlags {
  readonly config?: string | false;
  readonly color?: boolean;
  readonly debug?: boolean;
}

export interface ContextFlags {
  readonly channel?: Channel;
  readonly kind?: Kind;
}

export interface FormatFlag {
  readonly format: "table" | "json";
}

export interface InitFlags {
  readonly hook?: boolean;
  readonly ci?: boolean;
  readonly force?: boolean;
}

export interface TestFlags {
  readonly coverage?: boolean;
}

export interface LintFlags extends CommonFlags, ContextFlags {
  readonly format?: readonly FormatTarget[];
  readonly preset?: Preset;
  readonly rule?: RuleSettings;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly fixDryRun?: boolean;
  readonly diff?: boolean;
  readonly failOn: Severity;
  readonly maxWarnings?: number;
  readonly maxScore?: number;
  /** `false` for `--no-baseline`. */
  readonly baseline?: string | false;
  readonly updateBaseline?: boolean;
  readonly staged?: boolean;
  readonly since?: string;
  readonly stdinFilename?: string;
  readonly input?: "jsonl";
  readonly ignorePattern?: readonly string[];
  readonly ignore: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}
