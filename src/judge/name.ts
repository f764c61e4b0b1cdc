import type { Judgement } from "../model/judgement.ts";
import type { Rule } from "../model/rule.ts";
import type { Feature } from "./features.ts";

/** A creepy sentence, as the naming weights see it. */
interface NameContext {
  readonly rules: readonly Rule[];
  readonly judgement: Judgement;
}

/** A rule that names what a sentence does. */
export interface Name {
  readonly rule: Rule;
  /** More likely than not. */
  readonly sure: boolean;
}

const MOST = 3;
/** So many are named, however unsure; a further one where it is at least so likely. */
const LEAST = 2;
const LIKELY = -1;

/** The rules that name what a creepy sentence does, the best first, three at most. */
export function nameRules(features: readonly Feature[], context: NameContext): readonly Name[] {
  return rankRules(features, context)
    .slice(0, MOST)
    .filter(({ odds }, rank) => rank < LEAST || odds > LIKELY)
    .map(({ rule, odds }) => ({ rule, sure: odds > 0 }));
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
