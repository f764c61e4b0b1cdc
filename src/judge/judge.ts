import type { Judgement, Weights } from "../model/judgement.ts";
import type { Match, ReadSegment } from "../model/match.ts";
import type { Message } from "../model/message.ts";
import type { Rule } from "../model/rule.ts";
import type { Sentence } from "../model/sentence.ts";
import { toSource } from "../text/offset-map.ts";
import { type Feature, featuresOf, windowsOf, withNeighbours } from "./features.ts";
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
  const { judgement } = context;
  const limit = limitOf(segments.reduce((sum, { sentences }) => sum + sentences.length, 0));
  const verdicts = segments.flatMap((read) => {
    const found = read.sentences.map((sentence) => bySentence.get(sentence) ?? []);
    const own = read.sentences.map((sentence, index) =>
      featuresOf(sentence, { message, segment: read.segment, matches: found[index] ?? [] }),
    );
    const features = withNeighbours(own);
    const odds = weighSentences({ own, features, windows: windowsOf(own) }, judgement);
    return read.sentences.flatMap((sentence, index) => {
      const list = features[index] ?? [];
      if (oddsIn(list, judgement.ordinary) < limit) return [];
      return verdict(read, sentence, {
        features: list,
        odds: odds[index] ?? 0,
        found: found[index] ?? [],
        context,
      });
    });
  });
  return [...others, ...verdicts];
}

/** A message of a few lines is what the labelled cases are; its sentences need only look unlike mail. */
const SHORT = 3;
const LIMIT = -2;
const PER_DOUBLING = 0.6;
const MOST = 0.4;

/**
 * The log odds against ordinary mail that a sentence of a message needs. A long message has more
 * sentences that can be taken amiss, and a reader forgives one false alarm a letter, not ten.
 */
function limitOf(sentences: number): number {
  return Math.min(MOST, LIMIT + PER_DOUBLING * Math.log2(Math.max(1, sentences / SHORT)));
}

/**
 * The log odds of each sentence: half from itself, half from it together with those beside it.
 * What those beside it speak for is the creepier one's: a plain offer next to a creepy line gets
 * no odds from it.
 */
function weighSentences(
  { own, features, windows }: Weighing,
  { weights, around }: Judgement,
): readonly number[] {
  const bare = own.map((list) => oddsIn(list, weights));
  const alone = features.map((list) => oddsIn(list, weights));
  return alone.map((odds, index) => {
    const together = (odds + oddsOf(windows[index] ?? [], around)) / 2;
    const rival = Math.max(alone[index - 1] ?? -Infinity, alone[index + 1] ?? -Infinity);
    return rival > odds ? Math.min(bare[index] ?? odds, odds, together) : together;
  });
}

interface Weighing {
  /** The features of each sentence, and those with what its neighbours lend it. */
  readonly own: readonly (readonly Feature[])[];
  readonly features: readonly (readonly Feature[])[];
  readonly windows: readonly (readonly string[])[];
}

/** Rules on the words of a sentence that the labelled cases know about. */
function isJudged({ sentence, fields, rule }: Match, { judgement }: JudgeContext): boolean {
  return sentence !== undefined && fields.length === 0 && judgement.names.ids.has(rule.id);
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
  /** Log odds that the sentence is creepy. */
  readonly odds: number;
  readonly found: readonly Match[];
  readonly context: JudgeContext;
}

function verdict(read: ReadSegment, sentence: Sentence, one: Case): readonly Match[] {
  const { features, odds, found, context } = one;
  const { weights, accept, veto } = context.judgement;
  if (found.length > 0) return odds < veto ? [] : withNames(found, features, context);
  if (isBeyond(sentence) || odds <= accept + shyness(sentence)) return [];
  const at = pickWords(sentence, features, weights);
  return nameRules(features, context).map(({ rule, sure }, rank) => ({
    rule,
    aside: !sure && rank > 0,
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

/** What rules found, and beside it, on the same words, the rules that name the sentence as well. */
function withNames(
  found: readonly Match[],
  features: readonly Feature[],
  context: JudgeContext,
): readonly Match[] {
  const lead = found[0];
  if (lead === undefined) return found;
  const more = nameRules(features, context).filter(({ rule }) =>
    found.every((match) => match.rule !== rule),
  );
  return [...found, ...more.map(({ rule, sure }) => ({ ...lead, rule, aside: !sure }))];
}

/** Parts of speech that no English sentence of some length does without. */
const SMALL_WORDS = ["Determiner", "Preposition", "Pronoun", "Auxiliary", "Conjunction", "Copula"];
const LONG = 6;
const WORD = /\p{L}{2}/u;

/** Too little to judge, a legal notice, or another language. */
function isBeyond({ terms }: Sentence): boolean {
  const words = terms.filter(({ normal, hole }) => hole === undefined && WORD.test(normal));
  if (words.length < 3 || terms.some(({ tags }) => tags.has("@legal-cue"))) return true;
  const small = words.filter(({ tags }) => SMALL_WORDS.some((tag) => tags.has(tag)));
  return words.length > LONG && small.length === 0;
}

const READER: ReadonlySet<string> = new Set(["you", "your", "yours", "yourself"]);
/** The labelled cases are short and speak to the reader: how far they reach, in words. */
const LENGTH = 20;
const PER_WORD = 0.06;
const UNADDRESSED = 0.5;

/** How much surer one must be of a sentence unlike the ones that were learned from. */
function shyness({ terms }: Sentence): number {
  const addressed = terms.some(({ normal, hole }) => READER.has(normal) || hole !== undefined);
  return Math.max(0, terms.length - LENGTH) * PER_WORD + (addressed ? 0 : UNADDRESSED);
}

function oddsIn(features: readonly Feature[], weights: Weights): number {
  let sum = 0;
  for (const { name } of features) sum += weights(name);
  return sum;
}

/** The log odds that features speak for. */
export function oddsOf(names: readonly string[], weights: Weights): number {
  let sum = 0;
  for (const name of names) sum += weights(name);
  return sum;
}
