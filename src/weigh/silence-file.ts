import type { Directive } from "../model/directive.ts";
import type { Finding } from "../model/finding.ts";
import type { Notice } from "../model/notice.ts";
import type { MessageResult } from "../model/result.ts";
import { type SilenceContext, silence } from "./silence.ts";

type Silenceable = Omit<MessageResult, "score">;

/**
 * Takes away what the comments of a container silence, in whichever of its messages it stands.
 * All places are in the file's text.
 */
export function silenceFile<T extends Silenceable>(
  results: readonly T[],
  directives: readonly Directive[],
  context: SilenceContext,
): { readonly results: readonly T[]; readonly notices: readonly Notice[] } {
  if (directives.length === 0) return { results, notices: [] };
  const findings = results.flatMap((result) => result.findings);
  const anchors = new Map(
    results.flatMap(({ message, findings: own }) =>
      own.map((finding) => [finding, message.parts[finding.part]?.anchor] as const),
    ),
  );
  const { kept, suppressed, notices } = silence(findings, directives, {
    ...context,
    anchorOf: (finding) => anchors.get(finding),
  });
  const left = new Set(kept);
  // Both lists are in the order of the findings.
  const gone = findings.filter((finding) => !left.has(finding));
  const reasons = new Map<Finding, Silenceable["suppressed"][number]>();
  gone.forEach((finding, index) => {
    const silenced = suppressed[index];
    if (silenced !== undefined) reasons.set(finding, silenced);
  });
  return {
    results: results.map((result) => ({
      ...result,
      findings: result.findings.filter((finding) => left.has(finding)),
      suppressed: [
        ...result.suppressed,
        ...result.findings.flatMap((finding) => reasons.get(finding) ?? []),
      ],
    })),
    notices,
  };
}
