import { CreeplintError } from "../errors.ts";
import { didYouMean } from "../text/nearest.ts";
import type { LoadedConfig } from "./merge.ts";

/**
 * Checks that every rule that a config names exists.
 * @throws CreeplintError E_CONFIG at the place of the first that does not
 */
export function checkRuleIds({ ruleKeys }: LoadedConfig, ruleIds: readonly string[]): void {
  for (const { text, place } of ruleKeys) {
    const problem = unknownRule(text, ruleIds);
    if (problem !== undefined)
      throw new CreeplintError("E_CONFIG", problem.message, { place, ...problem });
  }
}

/** What is wrong with a rule id or `family/*`, or undefined. */
export function unknownRule(
  name: string,
  ruleIds: readonly string[],
): { readonly message: string; readonly hint: string } | undefined {
  if (ruleIds.includes(name)) return undefined;
  const wildcard = name.endsWith("/*");
  if (!wildcard) return { message: `Unknown rule "${name}".`, hint: didYouMean(name, ruleIds) };
  const families = [...new Set(ruleIds.map((id) => `${id.split("/")[0]}/*`))];
  if (families.includes(name)) return undefined;
  return { message: `There is no rule in "${name}".`, hint: didYouMean(name, families) };
}
