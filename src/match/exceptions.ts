import type { Rule } from "../model/rule.ts";

const USUAL: ReadonlySet<string> = new Set([
  "conditional",
  "generic",
  "promise",
  "quoted",
  "idiom",
  "imperative",
  "told",
  "account",
]);

/**
 * The forces and sources under which a rule is silent: its own `unless`, or the usual ones.
 * A rule that fires under all of them says `unless: [nothing]`.
 */
export function exceptionsOf({ unless }: Rule): ReadonlySet<string> {
  return unless.length === 0 ? USUAL : new Set(unless);
}
