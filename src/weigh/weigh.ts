import type { Preset, RuleSettings } from "../model/config.ts";
import type { Match, Weighed } from "../model/match.ts";
import type { Channel, Message } from "../model/message.ts";
import { type RuleSetting, SEVERITIES, type Severity } from "../model/rule.ts";
import type { Role } from "../model/segment.ts";
import { overlap } from "../text/overlap.ts";
import { settingOf } from "../text/rule-setting.ts";

export interface Weights {
  readonly preset: Preset;
  readonly rules: RuleSettings;
}

const PUBLIC_CHANNELS: ReadonlySet<Channel> = new Set(["push", "sms", "ad"]);
const PUBLIC_ROLES: ReadonlySet<Role> = new Set(["subject", "preheader"]);
/** What senders with a standing relationship may let pass (preset `relaxed`). */
const RELAXED: ReadonlySet<string> = new Set([
  "activity/cart",
  "activity/purchase",
  "activity/engagement",
  "retargeting/lingering",
]);
const SENSITIVE_RULE =
  /^attribute\/(?!age|gender|name)|^household\/child$|life-event$|^targeting\/sensitive/u;

/** Gives each match its severity, drops what is off, and joins matches on the same words. */
export function weigh(
  matches: readonly Match[],
  message: Message,
  weights: Weights,
): readonly Weighed[] {
  const weighed = matches.flatMap((match) => {
    const severity = severityOf(match, message, weights);
    return severity === "off" ? [] : [{ match, severity }];
  });
  return join(weighed.toSorted((a, b) => byPlace(a.match, b.match)));
}

/**
 * The severity of a match. A setting in the config is final; else the rule's base rises one step
 * each for a sensitive subject, precision and a public place, and falls one where the reader gave
 * the fact. Rules of base `info` do not rise. Why these steps: docs/severity.md.
 */
function severityOf(match: Match, message: Message, { preset, rules }: Weights): RuleSetting {
  const { rule } = match;
  const setting = settingOf(rule.id, rules);
  if (setting !== undefined) return setting;
  if (preset === "strict") return "error";
  if (rule.severity === "info") return "info";
  const sensitive = SENSITIVE_RULE.test(rule.id) || match.fields.some((field) => field.sensitive);
  if (preset === "relaxed" && RELAXED.has(rule.id) && !sensitive && !match.precise) return "info";
  const isPublic = PUBLIC_CHANNELS.has(message.channel) || PUBLIC_ROLES.has(match.segment.role);
  const up = [sensitive, match.precise, isPublic].filter(Boolean).length;
  // That readers once filled a field in is not said by a link that carries it.
  const isSaid = match.fields.length === 0 || !rule.id.startsWith("exposure/");
  const down = match.source === "told" && isSaid && !sensitive ? 1 : 0;
  return step(rule.severity, up - down);
}

function step(severity: Severity, by: number): Severity {
  const index = SEVERITIES.indexOf(severity) + by;
  return SEVERITIES[Math.min(Math.max(index, 0), SEVERITIES.length - 1)] ?? severity;
}

function byPlace(a: Match, b: Match): number {
  return a.part - b.part || a.span.start - b.span.start || b.span.end - a.span.end;
}

type Single = Pick<Weighed, "match" | "severity">;

/** Joins matches that overlap in the source; within a group the most severe leads. */
function join(weighed: readonly Single[]): readonly Weighed[] {
  const groups: Single[][] = [];
  for (const single of weighed) {
    const group = groups.at(-1);
    if (group?.some(({ match }) => sharesWords(match, single.match))) group.push(single);
    else groups.push([single]);
  }
  // What is only named beside a surer rule says nothing where that rule is off.
  const sure = groups.filter((group) => group.some(({ match }) => match.aside !== true));
  return sure.map((group) => {
    const [lead, ...rest] = group.toSorted(bySeverity);
    if (lead === undefined) throw new RangeError("A group of matches is never empty.");
    const others = rest.map(({ match }) => match).filter(({ rule }) => rule !== lead.match.rule);
    return { ...lead, others };
  });
}

function sharesWords(a: Match, b: Match): boolean {
  return a.part === b.part && overlap(a.span, b.span);
}

/** What is sure first, then the more severe; of equals, the longer; then in the order of rule ids. */
function bySeverity(a: Single, b: Single): number {
  const sure = Number(a.match.aside ?? false) - Number(b.match.aside ?? false);
  const rank = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
  const length = (single: Single) => single.match.span.end - single.match.span.start;
  return sure || rank || baseRank(b) - baseRank(a) || length(b) - length(a);
}

function baseRank({ match }: Single): number {
  return SEVERITIES.indexOf(match.rule.severity);
}
