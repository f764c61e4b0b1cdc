import type { Judgement } from "../model/judgement.ts";
import type { Rule } from "../model/rule.ts";
import type { Feature } from "./features.ts";

/** A creepy sentence, as the naming weights see it. */
interface NameContext {
  readonly rules: readonly Rule[];
  readonly judgement: Judgement;
}

/**
 * The rules that name what a creepy sentence does, the best first: those that are more likely than
 * not, three at most.
 */
export function nameRules(features: readonly Feature[], context: NameContext): readonly Rule[] {
  return rankRules(features, context)
    .filter(({ odds }) => odds > 0)
    .slice(0, 3)
    .map(({ rule }) => rule);
}

/** The one rule that names it best, however unsure. */
export function bestName(features: readonly Feature[], context: NameContext): Rule | undefined {
  return rankRules(features, context)[0]?.rule;
}

function rankRules(features: readonly Feature[], { rules, judgement }: NameContext) {
  const { ids, of } = judgement.names;
  const odds = new Map<string, number>();
  for (const { name } of features) {
    for (const [id, weight] of of(name)) odds.set(id, (odds.get(id) ?? 0) + weight);
  }
  return rules
    .filter(({ id }) => ids.has(id))
    .map((rule) => ({ rule, odds: odds.get(rule.id) ?? 0 }))
    .sort((a, b) => b.odds - a.odds);
}
