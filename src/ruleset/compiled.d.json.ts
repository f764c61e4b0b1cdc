import type { Ruleset } from "../model/rule.ts";

declare const ruleset: Ruleset;
export = ruleset;
