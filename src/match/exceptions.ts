import type { Message } from "../model/message.ts";
import type { Rule } from "../model/rule.ts";
import type { Sentence } from "../model/sentence.ts";

const USUAL: ReadonlySet<string> = new Set([
  "conditional",
  "generic",
  "promise",
  "quoted",
  "idiom",
  "imperative",
  "told",
  "account",
  "legal",
  "service-notice",
]);

/**
 * The forces and sources under which a rule is silent: its own `unless`, or the usual ones.
 * A rule that fires under all of them says `unless: [nothing]`.
 */
export function exceptionsOf({ unless }: Rule): ReadonlySet<string> {
  return unless.length === 0 ? USUAL : new Set(unless);
}

const CUES: Readonly<Record<string, string>> = {
  "@told-cue": "told",
  "@legal-cue": "legal",
};

/** The exceptions that a whole sentence falls under, by the cues in it. */
export function sentenceExceptions({ terms }: Sentence, { kind }: Message): readonly string[] {
  const found = Object.entries(CUES).flatMap(([tag, name]) =>
    terms.some(({ tags }) => tags.has(tag)) ? [name] : [],
  );
  const isNotice = NOTICE_KINDS.has(kind) && terms.some(({ tags }) => tags.has("@service-thing"));
  return isNotice ? [...found, "service-notice"] : found;
}

const NOTICE_KINDS: ReadonlySet<string> = new Set(["service", "transactional"]);
