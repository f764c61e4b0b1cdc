import type { Counts } from "../model/result.ts";
import { atLeast } from "../report/shown.ts";
import { count } from "../text/count.ts";
import type { LintFlags } from "./flags.ts";
import type { ExitCode } from "./main.ts";

export interface Outcome {
  readonly code: ExitCode;
  /** Why the run failed, where its report does not show it. */
  readonly reasons: readonly string[];
}

/** How a run ends. Warnings about suppressions and baselines count as warnings. */
export function outcomeOf(counts: Counts, flags: LintFlags): Outcome {
  const { errors, infos, score } = counts;
  const warnings = counts.warnings + counts.noticed;
  const { maxWarnings = warnings, maxScore = score, failOn } = flags;
  const grave =
    errors + (atLeast("warning", failOn) ? warnings : 0) + (atLeast("info", failOn) ? infos : 0);
  const reasons = [
    ...(warnings > maxWarnings
      ? [`${count(warnings, "warning")}: --max-warnings allows ${maxWarnings}.`]
      : []),
    ...(score > maxScore
      ? [`The creepiest message has a score of ${score}: --max-score allows ${maxScore}.`]
      : []),
  ];
  if (counts.failed + counts.unread > 0) return { code: 2, reasons };
  return { code: grave > 0 || reasons.length > 0 ? 1 : 0, reasons };
}
