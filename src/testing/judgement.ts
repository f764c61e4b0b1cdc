import type { Judgement, JudgementData, Weights } from "../model/judgement.ts";
import { openJudgement, packJudgement } from "../ruleset/judgement-table.ts";

const NOTHING: JudgementData = {
  weights: {},
  around: {},
  ordinary: {},
  accept: 0,
  veto: 0,
  names: {},
};

/** A judgement as it is loaded, that has learned this. */
export function judgementOf(data: Partial<JudgementData>): Judgement {
  return openJudgement(packJudgement({ ...NOTHING, ...data }));
}

/** Weights that were learned. */
export function weightsOf(weights: JudgementData["weights"]): Weights {
  return judgementOf({ weights }).weights;
}
