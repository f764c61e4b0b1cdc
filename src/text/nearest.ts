import { distance } from "fastest-levenshtein";

/** The candidate that a mistyped word was probably meant to be, or undefined. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  const ranked = candidates
    .map((candidate) => ({ candidate, gap: distance(word, candidate) }))
    .sort((a, b) => a.gap - b.gap);
  const best = ranked[0];
  return best !== undefined && best.gap <= limit ? best.candidate : undefined;
}

/** `Did you mean "x"?`, or a list of what is allowed. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const guess = nearest(word, candidates);
  if (guess !== undefined) return `Did you mean "${guess}"?`;
  return candidates.length <= 12 ? `Known: ${candidates.join(", ")}.` : "";
}
