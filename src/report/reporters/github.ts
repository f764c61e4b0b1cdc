import { count } from "../../text/count.ts";
import { type Issue, issuesOf, wholeMessage, worstFirst } from "../issues.ts";
import type { Reporter } from "../reporter.ts";
import { shownToPeople } from "../shown.ts";

/** GitHub shows no more annotations of a level in one step. */
const MAX_OF_LEVEL = 10;

const LEVELS = { error: "error", warning: "warning", info: "notice" } as const;

/** Workflow commands that GitHub shows beside the lines of a pull request; the worst first. */
export const github: Reporter = (result, context) => {
  const issues = worstFirst(issuesOf(result, context, shownToPeople));
  const shown = (["error", "warning", "info"] as const).flatMap((severity) =>
    issues.filter((issue) => issue.severity === severity).slice(0, MAX_OF_LEVEL),
  );
  const left = issues.length - shown.length;
  const lines = shown.map(commandOf);
  const more = `${count(left, "more finding")} here than the ${MAX_OF_LEVEL} of each level that GitHub shows.`;
  return [...lines, ...(left === 0 ? [] : [more])].map((line) => `${line}\n`).join("");
};

function commandOf(issue: Issue): string {
  const { path, place, hasColumns, severity, code } = issue;
  const { line, endLine, column, endColumn } = place;
  // Columns of a range over several lines are taken for columns of its first.
  const columns = hasColumns && line === endLine ? [`col=${column}`, `endColumn=${endColumn}`] : [];
  const properties = [
    `file=${property(path)}`,
    `line=${line}`,
    `endLine=${endLine}`,
    ...columns,
    `title=${property(`creeplint(${code})`)}`,
  ];
  return `::${LEVELS[severity]} ${properties.join(",")}::${data(wholeMessage(issue))}`;
}

/** What could end the command or begin another one. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
