import type { Config } from "../model/config.ts";
import type { Ruleset } from "../model/rule.ts";
import type { CommonFlags } from "./flags.ts";
import type { Io } from "./io.ts";

/**
 * The config of the working folder and its rules.
 * @throws CreeplintError E_CONFIG, E_RULE
 */
export async function loadRules(
  flags: CommonFlags,
  io: Io,
): Promise<{ readonly config: Config; readonly ruleset: Ruleset }> {
  const { loadConfig } = await import("../config/load.ts");
  const { loadRuleset } = await import("../ruleset/load.ts");
  const file = flags.config === undefined ? {} : { file: flags.config };
  const config = await loadConfig({ cwd: io.cwd, ...file });
  return { config, ruleset: await loadRuleset(config.rulePaths, io.cwd) };
}
