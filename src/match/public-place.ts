import type { Match } from "../model/match.ts";
import type { Channel, Message } from "../model/message.ts";
import type { Rule } from "../model/rule.ts";
import type { Role } from "../model/segment.ts";

const RULE = "exposure/subject-line";
const CHANNELS: ReadonlySet<Channel> = new Set(["push", "sms"]);
const ROLES: ReadonlySet<Role> = new Set(["subject", "preheader"]);
/** Families that tell a fact about the reader. */
const FACTS = /^(?:activity|attribute|household|inference|location|retargeting|source|watching)\//u;

/**
 * What is told about the reader where others can read it (a subject, a preheader, a lock screen)
 * is exposed as well: adds that rule beside the one that found it.
 */
export function matchPublicPlaces(
  matches: readonly Match[],
  message: Message,
  rules: readonly Rule[],
): readonly Match[] {
  const rule = rules.find(({ id }) => id === RULE);
  if (rule === undefined) return matches;
  const exposed = matches.filter(
    ({ segment, rule: found, sentence }) =>
      sentence !== undefined &&
      FACTS.test(found.id) &&
      (CHANNELS.has(message.channel) || ROLES.has(segment.role)),
  );
  return [...matches, ...exposed.map((match) => ({ ...match, rule }))];
}
