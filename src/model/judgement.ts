/**
 * What the labelled cases taught: weights of features of a sentence. Plain data, made by
 * `npm run train` from fixtures/corpus and checked in, so that a build needs no training.
 */
export interface Judgement {
  /** Feature → weight in the log odds that a sentence is creepy. */
  readonly weights: Readonly<Record<string, number>>;
  /** The same for a sentence together with those beside it: short copy is creepy as a whole. */
  readonly around: Readonly<Record<string, number>>;
  /** Above these log odds a sentence is reported that no rule found. */
  readonly accept: number;
  /** Below these log odds what a rule found in a sentence is dropped. */
  readonly veto: number;
  /** Rule id → feature → weight in the log odds that the rule names a creepy sentence. */
  readonly names: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Says nothing: the rules decide alone. */
export const NO_JUDGEMENT: Judgement = { weights: {}, around: {}, accept: 0, veto: 0, names: {} };
