import type { Finding } from "../model/finding.ts";
import type { Severity } from "../model/rule.ts";
import { SEVERITIES } from "../model/rule.ts";
import type { ReportContext } from "./reporter.ts";

/** True where the first severity is as grave as the second, or graver. */
export function atLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}

/** The findings that people want to read: infos only when asked for. */
export function shownToPeople(
  findings: readonly Finding[],
  { quiet, verbose, failOn }: ReportContext,
): readonly Finding[] {
  const least = verbose || failOn === "info" ? "info" : "warning";
  return findings.filter(({ severity }) => atLeast(severity, quiet ? "error" : least));
}

/** The findings that programs want to read: all of them, unless the run is quiet. */
export function shownToPrograms(
  findings: readonly Finding[],
  { quiet }: ReportContext,
): readonly Finding[] {
  return quiet ? findings.filter(({ severity }) => severity === "error") : findings;
}
