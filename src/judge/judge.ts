import type { Judgement } from "../model/judgement.ts";
import type { Match, ReadSegment } from "../model/match.ts";
import type { Message } from "../model/message.ts";
import type { Rule } from "../model/rule.ts";
import type { Sentence } from "../model/sentence.ts";
import { toSource } from "../text/offset-map.ts";
import { type Feature, featuresOf } from "./features.ts";
import { nameRules } from "./name.ts";
import { pickWords } from "./pick-words.ts";

export interface JudgeContext {
  /** The rules that are on for the message. */
  readonly rules: readonly Rule[];
  readonly judgement: Judgement;
}

/**
 * Weighs each sentence as a whole against what the labelled cases taught: drops what a rule found
 * in a sentence that reads clean, and adds a finding for a sentence that reads creepy though no
 * single rule caught it. Links, conditions, literal data and the users' own rules are left alone.
 */
export function judge(
  message: Message,
  segments: readonly ReadSegment[],
  matches: readonly Match[],
  context: JudgeContext,
): readonly Match[] {
  const bySentence = groupBySentence(matches.filter((match) => isJudged(match, context)));
  const others = matches.filter((match) => !isJudged(match, context));
  const verdicts = segments.flatMap((read) =>
    read.sentences.flatMap((sentence, index) => {
      const found = bySentence.get(sentence) ?? [];
      const previous = read.sentences[index - 1];
      const around = { message, segment: read.segment, previous, matches: found };
      return verdict(read, sentence, { features: featuresOf(sentence, around), found, context });
    }),
  );
  return [...others, ...verdicts];
}

/** Rules on the words of a sentence that the labelled cases know about. */
function isJudged({ sentence, fields, rule }: Match, { judgement }: JudgeContext): boolean {
  return sentence !== undefined && fields.length === 0 && Object.hasOwn(judgement.names, rule.id);
}

function groupBySentence(matches: readonly Match[]): ReadonlyMap<Sentence | undefined, Match[]> {
  const groups = new Map<Sentence | undefined, Match[]>();
  for (const match of matches) {
    const group = groups.get(match.sentence);
    if (group === undefined) groups.set(match.sentence, [match]);
    else group.push(match);
  }
  return groups;
}

interface Case {
  readonly features: readonly Feature[];
  readonly found: readonly Match[];
  readonly context: JudgeContext;
}

function verdict(
  read: ReadSegment,
  sentence: Sentence,
  { features, found, context }: Case,
): readonly Match[] {
  const { weights, accept, veto } = context.judgement;
  const odds = oddsOf(features, weights);
  if (found.length > 0) return odds < veto ? [] : found;
  if (odds <= accept) return [];
  const at = pickWords(sentence, features, weights);
  return nameRules(features, context).map((rule) => ({
    rule,
    part: read.part,
    segment: read.segment,
    sentence,
    fields: [],
    at,
    span: toSource(read.segment.map, at),
    source: sentence.frames[0]?.source ?? "unknown",
    precise: sentence.frames.some(({ precise }) => precise),
  }));
}

/** The log odds that features speak for. */
export function oddsOf(
  features: readonly Feature[],
  weights: Readonly<Record<string, number>>,
): number {
  let sum = 0;
  for (const { name } of features) sum += weights[name] ?? 0;
  return sum;
}
