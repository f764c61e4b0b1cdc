import type { Weights } from "../model/judgement.ts";
import type { Sentence } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { Feature } from "./features.ts";

/** A neighbouring clause is part of the reveal where it speaks at least so much for it. */
const JOINS = 0.25;

/**
 * The clauses of a sentence that speak most for its being creepy, in the segment's text: the
 * strongest clause, and its neighbours as long as they speak for it too.
 */
export function pickWords(
  sentence: Sentence,
  features: readonly Feature[],
  weights: Weights,
): Span {
  const { terms, clauses, span } = sentence;
  const sums = clauseSums(sentence, features, weights);
  const best = sums.indexOf(Math.max(...sums));
  if (best < 0) return span;
  let first = best;
  let last = best;
  while (joins(sums[first - 1])) first--;
  while (joins(sums[last + 1])) last++;
  const start = terms[clauses[first]?.start ?? 0]?.span.start ?? span.start;
  const end = terms[(clauses[last]?.end ?? 1) - 1]?.span.end ?? span.end;
  return { start, end };
}

function joins(sum: number | undefined): boolean {
  return sum !== undefined && sum > JOINS;
}

/** What the features that stand in each clause add up to. */
function clauseSums(
  { terms, clauses }: Sentence,
  features: readonly Feature[],
  weights: Weights,
): readonly number[] {
  const weightAt = new Float64Array(terms.length);
  for (const { name, at } of features) {
    if (at >= 0) weightAt[at] = (weightAt[at] ?? 0) + weights(name);
  }
  return clauses.map(({ start, end }) =>
    weightAt.subarray(start, end).reduce((sum, weight) => sum + weight, 0),
  );
}
