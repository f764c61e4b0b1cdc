import type { Match, ReadSegment } from "../model/match.ts";
import type { Message } from "../model/message.ts";
import type { Rule } from "../model/rule.ts";
import { matchFields } from "./fields.ts";
import { matchFrames } from "./frames.ts";
import { NO_CHECKS, type NumberChecks } from "./literals/number-checks.ts";
import { matchLiterals } from "./literals.ts";
import { matchPatterns } from "./patterns.ts";

type Matcher = (read: ReadSegment, rule: Rule, message: Message) => readonly Match[];

const matchers: readonly Matcher[] = [matchFrames, matchPatterns, matchFields];

/**
 * All places where a rule hits; each place once a rule.
 * @param checks what is known of numbers; without it none is taken for a phone or a national id
 */
export function match(
  message: Message,
  segments: readonly ReadSegment[],
  rules: readonly Rule[],
  checks: NumberChecks = NO_CHECKS,
): readonly Match[] {
  const active = rules.filter(
    ({ channels, kinds }) => channels.includes(message.channel) && kinds.includes(message.kind),
  );
  const found = segments.flatMap((read) =>
    active.flatMap((rule) => [
      ...matchers.flatMap((matcher) => matcher(read, rule, message)),
      ...matchLiterals(read, rule, { message, checks }),
    ]),
  );
  return unique(found);
}

/** Alternatives of a branch share text: what hits in both is one finding. */
function unique(matches: readonly Match[]): Match[] {
  const seen = new Map<string, Match>();
  for (const found of matches) {
    const key = `${found.rule.id}|${found.part}|${found.span.start}|${found.span.end}`;
    if (!seen.has(key)) seen.set(key, found);
  }
  return [...seen.values()];
}
