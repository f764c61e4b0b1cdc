import { SOURCES } from "../model/field.ts";
import { DATA, EVIDENCES, FORCES, KNOWERS, PERSONS } from "../model/frame.ts";
import type { FrameTest } from "../model/rule.ts";
import { type Check, flag, list, listOrOne, mapped, text, word } from "../yaml/check.ts";
import { fail } from "../yaml/document.ts";
import { optional, record } from "../yaml/map.ts";
import { type RuleContext, wordOrClass } from "./references.ts";

const TENSES = ["done", "ongoing", "future", "none"] as const;
const TRAIT = { pattern: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, says: "must be a name in kebab-case" };

/** The tests on frames: every slot that a test names must hold one of its values. */
export function frameTests(context: RuleContext): Check<readonly FrameTest[]> {
  const slot = (noun: string, values: readonly string[]) =>
    optional(listOrOne(word(`value of ${noun}`, values)), undefined);
  const words = optional(listOrOne(wordOrClass(context)), undefined);
  const test = record({
    knower: slot("knower", KNOWERS),
    evidence: slot("evidence", EVIDENCES),
    person: slot("person", PERSONS),
    datum: slot("datum", DATA),
    source: slot("source", SOURCES),
    force: slot("force", FORCES),
    tense: slot("tense", TENSES),
    trait: optional(listOrOne(text({ max: 60, demands: [TRAIT] })), undefined),
    negated: optional(truth(), undefined),
    precise: optional(truth(), undefined),
    has: words,
    lacks: words,
  });
  return list(
    mapped(test, (slots, value) => {
      const named = Object.entries(slots).flatMap(([name, values]) =>
        values === undefined ? [] : [[name, values] as const],
      );
      if (named.length === 0) fail(value, 'An entry of "when" needs at least one slot.');
      return Object.fromEntries(named);
    }),
  );
}

/** `true` as `["true"]`, so that all slots are lists of words. */
function truth(): Check<readonly string[]> {
  return mapped(flag(), (read) => [String(read)]);
}
