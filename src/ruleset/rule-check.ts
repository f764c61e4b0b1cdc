import { FIELD_CLASSES, SOURCES } from "../model/field.ts";
import { FORCES } from "../model/frame.ts";
import { CHANNELS, KINDS } from "../model/message.ts";
import {
  type Example,
  FACTS,
  type FieldTest,
  MOVES,
  type Rule,
  SEVERITIES,
} from "../model/rule.ts";
import { ROLES } from "../model/segment.ts";
import {
  about,
  type Check,
  flag,
  list,
  listOrOne,
  mapOrNot,
  mapped,
  text,
  word,
} from "../yaml/check.ts";
import { fail, type Value } from "../yaml/document.ts";
import { optional, record, required } from "../yaml/map.ts";
import { frameTests } from "./frame-check.ts";
import { patternText, type RuleContext, reference } from "./references.ts";

const KEBAB = { pattern: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, says: "must be a name in kebab-case" };
const ID = { pattern: /^[a-z0-9-]+\/[a-z0-9-]+$/u, says: "must be of the form family/name" };
const QUOTES = { pattern: /\{match\}/u, says: "must quote the words with {match}" };
const SENTENCE = { pattern: /\.$/u, says: "must end in a full stop" };

/** What `unless` may name: forces and sources of a frame, or that nothing is excepted. */
const EXCEPTIONS = [...FORCES, ...SOURCES, "nothing"] as const;
/** The detectors of the match stage. */
const DETECTORS = [
  "personal-email",
  "card-number",
  "phone-number",
  "national-id",
  "bank-account",
  "birth-date",
  "link-data",
] as const;

const name = () => text({ max: 60, demands: [KEBAB] });

/** What a rule file must hold. */
export function ruleCheck(context: RuleContext): Check<Rule> {
  return mapped(record(ruleKeys(context)), (rule, value) => {
    const { when, patterns, fields, literals } = rule;
    if (when.length + patterns.length + fields.length + literals.length === 0) {
      fail(value, "The rule can never fire.", 'Give "when", "patterns", "fields" or "literals".');
    }
    return rule;
  });
}

function ruleKeys(context: RuleContext) {
  const examples = list(example(), { min: context.minExamples });
  return {
    id: required(about("`family/name`, equal to the file's place.", text({ demands: [ID] }))),
    severity: required(word("severity", SEVERITIES)),
    title: required(about("What the rule finds, in a few words.", text({ max: 100 }))),
    message: required(
      about(
        "One sentence; `{match}` stands for the quoted words, `{copy}` for what a condition guards.",
        text({ max: 300, demands: [QUOTES, SENTENCE] }),
      ),
    ),
    why: required(about("Why readers mind.", text())),
    instead: required(about("What to write in its place.", text())),
    evidence: optional(
      about("Keys of evidence.yaml.", list(reference("evidence", context.evidence))),
      [],
    ),
    policy: optional(about("Keys of policy.yaml.", list(reference("policy", context.policy))), []),
    fact: required(about("What the words reveal.", word("fact", FACTS))),
    when: optional(about("One of these must fit a frame.", frameTests(context)), []),
    patterns: optional(
      about("Token patterns for the long tail.", list(patternText(context), { max: 500 })),
      [],
    ),
    fields: optional(about("Tests on merge fields.", list(fieldTest())), []),
    literals: optional(
      about("Named detectors of literal data.", list(word("detector", DETECTORS))),
      [],
    ),
    unless: optional(
      about(
        "Where the rule is silent; by default in promises, quotes, conditions and the like.",
        list(word("exception", EXCEPTIONS)),
      ),
      [],
    ),
    channels: optional(listOrOne(word("channel", CHANNELS)), CHANNELS),
    kinds: optional(listOrOne(word("kind", KINDS)), KINDS),
    rewrite: optional(about("Moves to try, the best first.", list(word("move", MOVES))), []),
    flags: required(about("Copy in which the rule must fire.", examples)),
    allows: required(about("Near misses in which it must not fire.", examples)),
  };
}

function example(): Check<Example> {
  const full = record({
    text: required(text()),
    channel: optional(word("channel", CHANNELS), "email"),
    kind: optional(word("kind", KINDS), "marketing"),
    rewrite: optional(about("The first suggestion that is expected.", text()), undefined),
  });
  return mapOrNot(
    mapped(full, ({ rewrite, ...rest }) => (rewrite === undefined ? rest : { ...rest, rewrite })),
    mapped(text(), (line) => ({ text: line, channel: "email", kind: "marketing" }) as const),
  );
}

function fieldTest(): Check<FieldTest> {
  const keys = record({
    in: required(word("place", ["prose", "link", "guard"] as const)),
    is: optional(listOrOne(word("field class", FIELD_CLASSES)), undefined),
    from: optional(listOrOne(word("source", SOURCES)), undefined),
    sensitive: optional(flag(), undefined),
    named: optional(
      about("Only names in which one of these words is.", list(text({ max: 40 }))),
      undefined,
    ),
    unnamed: optional(
      about("Only names in which none of these words is.", list(text({ max: 40 }))),
      undefined,
    ),
    bare: optional(about("Only where the tag gives no default text.", flag()), undefined),
    roles: optional(listOrOne(word("role", ROLES)), undefined),
    scheme: optional(about("Only in links of this scheme.", name()), undefined),
  });
  return mapped(keys, withoutAbsent);
}

/** Leaves out the keys that the author left out. */
function withoutAbsent(test: Readonly<Record<string, unknown>>, value: Value): FieldTest {
  const present = Object.entries(test).filter(([, found]) => found !== undefined);
  if (present.length === 1) fail(value, 'A field test needs more than "in".');
  // The record check has typed every entry.
  return Object.fromEntries(present) as unknown as FieldTest;
}
