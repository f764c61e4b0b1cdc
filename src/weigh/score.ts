import { BANDS, type Band, type Score } from "../model/result.ts";
import type { Severity } from "../model/rule.ts";

/**
 * How much of the distance that is left to 100 one finding takes. Each finding takes its share of
 * what the others leave, so a further one never lowers the score and their order does not matter.
 */
const SHARE: Readonly<Record<Severity, number>> = { info: 0.05, warning: 0.3, error: 0.55 };
/** A related rule on the same words adds a little. */
const RELATED_SHARE = 0.08;
const LIMITS: readonly number[] = [10, 40, 70];

/** The stranger–stalker score of a message: 100 × (1 − Π(1 − share)). */
export function scoreOf(
  findings: readonly { readonly severity: Severity; readonly related: readonly string[] }[],
): Score {
  const left = findings.reduce(
    (rest, { severity, related }) =>
      rest * (1 - SHARE[severity]) * (1 - RELATED_SHARE) ** related.length,
    1,
  );
  const value = Math.round(100 * (1 - left));
  return { value, band: bandOf(value) };
}

function bandOf(value: number): Band {
  const index = LIMITS.findIndex((limit) => value < limit);
  return BANDS[index < 0 ? BANDS.length - 1 : index] ?? "stalker";
}
