/** What the labelled cases taught: weights of features of a sentence, ready to be looked up. */
export interface Judgement {
  /** In the log odds that a sentence is creepy. */
  readonly weights: Weights;
  /** The same for a sentence together with those beside it: short copy is creepy as a whole. */
  readonly around: Weights;
  /** In the log odds that a sentence is creepy and not just a line of ordinary mail. */
  readonly ordinary: Weights;
  /** Above these log odds a sentence is reported that no rule found. */
  readonly accept: number;
  /** Below these log odds what a rule found in a sentence is dropped. */
  readonly veto: number;
  readonly names: Names;
}

/** The weight of a feature; 0 where it teaches nothing. */
export type Weights = (feature: string) => number;

/** Which rule names a creepy sentence. */
export interface Names {
  /** The rules that it can name. */
  readonly ids: ReadonlySet<string>;
  /** Of each rule that the feature speaks for or against, the id and the weight in its log odds. */
  readonly of: (feature: string) => readonly (readonly [id: string, weight: number])[];
}

/**
 * The same as data: made by `npm run train` from fixtures/corpus and checked in, so that a build
 * needs no training. Weights by feature, names by rule id.
 */
export interface JudgementData {
  readonly weights: Readonly<Record<string, number>>;
  readonly around: Readonly<Record<string, number>>;
  readonly ordinary: Readonly<Record<string, number>>;
  readonly accept: number;
  readonly veto: number;
  readonly names: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Says nothing: the rules decide alone. */
export const NO_JUDGEMENT: Judgement = {
  weights: () => 0,
  around: () => 0,
  ordinary: () => 0,
  accept: 0,
  veto: 0,
  names: { ids: new Set(), of: () => [] },
};
