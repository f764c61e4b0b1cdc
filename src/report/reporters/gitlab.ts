import { issuesOf, wholeMessage } from "../issues.ts";
import type { Reporter } from "../reporter.ts";
import { shownToPrograms } from "../shown.ts";

const SEVERITY = { error: "major", warning: "minor", info: "info" } as const;

/** A Code Quality report for GitLab. GitLab shows no rule ids, so the description begins with it. */
export const gitlab: Reporter = (result, context) => {
  const entries = issuesOf(result, context, shownToPrograms).map((issue) => ({
    description: `${issue.code}: ${wholeMessage(issue)}`,
    check_name: issue.code,
    fingerprint: issue.fingerprint,
    severity: SEVERITY[issue.severity],
    location: {
      path: issue.path,
      lines: { begin: issue.place.line, end: issue.place.endLine },
    },
  }));
  return `${JSON.stringify(entries)}\n`;
};
