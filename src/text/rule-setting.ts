import type { RuleSettings } from "../model/config.ts";
import type { RuleSetting } from "../model/rule.ts";

/** The last of the settings that name a rule or its family (`activity/*`), or undefined. */
export function settingOf(id: string, settings: RuleSettings): RuleSetting | undefined {
  return Object.entries(settings).findLast(([name]) => isNamed(id, [name]))?.[1];
}

/** True where one of the names is the rule's id or its family. */
export function isNamed(id: string, names: readonly string[]): boolean {
  return names.some((name) => name === id || name === `${id.split("/")[0]}/*`);
}
