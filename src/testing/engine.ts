import { DEFAULTS } from "../config/defaults.ts";
import { lintSource } from "../lint.ts";
import type { Settings } from "../model/config.ts";
import type { Match } from "../model/match.ts";
import type { Message } from "../model/message.ts";
import type { FileResult } from "../model/result.ts";
import type { Rule, Ruleset } from "../model/rule.ts";
import { loadRuleset } from "../ruleset/load.ts";
import { segmentOf } from "./prose.ts";

interface LintTextOptions {
  /** Its extension chooses the format. */
  readonly path?: string;
  readonly settings?: Partial<Settings>;
  readonly ruleset?: Ruleset;
  readonly bom?: boolean;
}

/** Lints a text through all stages, with the builtin rules where none are given. */
export async function lintText(text: string, options: LintTextOptions = {}): Promise<FileResult> {
  const { path = "message.txt", settings = {}, bom = false } = options;
  const ruleset = options.ruleset ?? (await loadRuleset([]));
  const context = { ruleset, settings: { ...DEFAULTS, ...settings }, today: "2026-01-01" };
  return lintSource({ path, text, encoding: "utf-8", bom }, context);
}

/** A rule that is complete and fires on nothing. */
export function ruleOf(changes: Partial<Rule> = {}): Rule {
  return {
    id: "activity/browsing",
    severity: "warning",
    title: "A title",
    message: "“{match}” tells.",
    why: "Because.",
    instead: "Do not.",
    evidence: [],
    policy: [],
    fact: "activity",
    when: [],
    patterns: [],
    fields: [],
    literals: [],
    unless: [],
    channels: ["email", "ad", "push", "sms", "web"],
    kinds: ["marketing", "transactional", "service", "recap"],
    rewrite: [],
    flags: [],
    allows: [],
    ...changes,
  };
}

/** A match of a rule on the first ten characters of a body segment. */
export function matchOf(rule: Rule, changes: Partial<Match> = {}): Match {
  return {
    rule,
    part: 0,
    segment: segmentOf("You viewed the Alta tent."),
    fields: [],
    at: { start: 0, end: 10 },
    span: { start: 0, end: 10 },
    source: "observed",
    precise: false,
    ...changes,
  };
}

/** A message without parts. */
export function messageOf(changes: Partial<Message> = {}): Message {
  return { line: 1, channel: "email", kind: "marketing", parts: [], ...changes };
}
