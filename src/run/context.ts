import { dirname } from "node:path";
import { configLoader } from "../config/load.ts";
import type { LoadedConfig } from "../config/merge.ts";
import { checkRuleIds, unknownRule } from "../config/rule-ids.ts";
import { settingsFor } from "../config/settings.ts";
import { CreeplintError } from "../errors.ts";
import type { LintContext } from "../lint.ts";
import type { RuleSettings, Settings } from "../model/config.ts";
import type { RuleSetting, Ruleset } from "../model/rule.ts";
import { loadRuleset } from "../ruleset/load.ts";
import { isNamed, settingOf } from "../text/rule-setting.ts";
import type { RunFlags, RunOptions } from "./options.ts";

/** Gives configs, and what each file is linted with. */
export interface Contexts {
  /** @throws CreeplintError E_CONFIG */
  readonly configOf: (folder: string) => Promise<LoadedConfig>;
  /** @throws CreeplintError E_CONFIG, E_RULE, E_USAGE */
  readonly contextOf: (path: string) => Promise<LintContext>;
}

/** Reads each config and each set of rules once. */
export function openContexts({ cwd, config: file, flags }: RunOptions): Contexts {
  const configOf = configLoader({ cwd, ...(file !== undefined && { file }) });
  const rulesets = new Map<string, Promise<Ruleset>>();
  const checked = new Set<LoadedConfig>();
  // UTC, so that a suppression ends for everyone at once.
  const today = new Date().toISOString().slice(0, "YYYY-MM-DD".length);
  const rulesetOf = ({ rulePaths }: LoadedConfig): Promise<Ruleset> => {
    const key = rulePaths.join("\0");
    const ruleset = rulesets.get(key) ?? loadRuleset(rulePaths, cwd);
    rulesets.set(key, ruleset);
    return ruleset;
  };
  const contextOf = async (path: string): Promise<LintContext> => {
    const config = await configOf(dirname(path));
    const ruleset = await rulesetOf(config);
    const ids = ruleset.rules.map(({ id }) => id);
    if (!checked.has(config)) {
      if (checked.size === 0) checkFlags(flags, ids);
      checkRuleIds(config, ids);
      checked.add(config);
    }
    return { ruleset, settings: withFlags(settingsFor(config, path), flags, ruleset), today };
  };
  return { configOf, contextOf };
}

function checkFlags({ rules = {}, only, skip = [] }: RunFlags, ids: readonly string[]): void {
  if (only?.length === 0) {
    throw new CreeplintError("E_USAGE", "No rule is chosen: the list of the only rules is empty.", {
      hint: "Name a rule, or leave the list out to use them all.",
    });
  }
  for (const name of [...Object.keys(rules), ...(only ?? []), ...skip]) {
    const problem = unknownRule(name, ids);
    if (problem !== undefined) throw new CreeplintError("E_USAGE", problem.message, problem);
  }
}

function withFlags(settings: Settings, flags: RunFlags, { rules }: Ruleset): Settings {
  const { channel, kind, preset } = flags;
  return {
    ...settings,
    ...(channel && { channel }),
    ...(kind && { kind }),
    ...(preset && { preset }),
    rules: { ...settings.rules, ...chosen(settings.rules, flags, rules) },
  };
}

/** What flags set each rule to. Rules that are not touched keep what the config says. */
function chosen(
  configured: RuleSettings,
  { rules: set = {}, only, skip = [] }: RunFlags,
  rules: Ruleset["rules"],
): RuleSettings {
  return Object.fromEntries(
    rules.flatMap(({ id, severity }): readonly (readonly [string, RuleSetting])[] => {
      const setting = settingOf(id, set);
      if (isNamed(id, skip)) return [[id, "off"]];
      if (only === undefined) return setting === undefined ? [] : [[id, setting]];
      if (!isNamed(id, only)) return [[id, "off"]];
      if (setting !== undefined) return [[id, setting]];
      // A rule that the config switches off is wanted after all.
      return settingOf(id, configured) === "off" ? [[id, severity]] : [];
    }),
  );
}
