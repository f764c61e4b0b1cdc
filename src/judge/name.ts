import type { Judgement } from "../model/judgement.ts";
import type { Rule } from "../model/rule.ts";
import type { Feature } from "./features.ts";

/** How close behind the best rule a second one must come to be named beside it, in log odds. */
const NEAR = 1;

/** The rules that best name what a creepy sentence does, the best first; one or two. */
export function nameRules(
  features: readonly Feature[],
  { rules, judgement }: { readonly rules: readonly Rule[]; readonly judgement: Judgement },
): readonly Rule[] {
  const ranked = rules
    .filter(({ id }) => Object.hasOwn(judgement.names, id))
    .map((rule) => ({ rule, odds: oddsFor(features, judgement.names[rule.id] ?? {}) }))
    .sort((a, b) => b.odds - a.odds);
  const best = ranked[0];
  if (best === undefined) return [];
  return ranked
    .slice(0, 2)
    .filter(({ odds }) => odds >= best.odds - NEAR)
    .map(({ rule }) => rule);
}

function oddsFor(features: readonly Feature[], weights: Readonly<Record<string, number>>): number {
  return features.reduce((sum, { name }) => sum + (weights[name] ?? 0), 0);
}
