import { count } from "../../text/count.ts";
import { type Issue, issuesOf } from "../issues.ts";
import type { Reporter } from "../reporter.ts";
import { shownToPeople } from "../shown.ts";
import { visibleLine } from "../visible.ts";

/** Short lines for assistants: `file:line:column rule “words” -> what to send instead`. */
export const agent: Reporter = (result, context) => {
  // Assistants open files from where they are.
  const issues = issuesOf(result, { ...context, root: context.cwd }, shownToPeople);
  if (issues.length === 0) return `ok: ${count(result.counts.files, "file")}, nothing found\n`;
  return issues.map((issue) => `${lineOf(issue)}\n`).join("");
};

function lineOf(issue: Issue): string {
  const { path, place, hasColumns, severity, code, message, instead, found } = issue;
  const column = hasColumns ? `:${place.column}` : "";
  const at = `${visibleLine(path)}:${place.line}${column} ${severity} ${code}`;
  if (found === undefined) return `${at} ${message}`;
  const rewrite = instead === undefined ? "" : ` -> ${arrow(instead)}`;
  return `${at} “${visibleLine(found.finding.text)}”${rewrite}`;
}

/** What is not copy to send says what to do. */
function arrow({ words, isCopy }: NonNullable<Issue["instead"]>): string {
  return isCopy ? `“${words}”` : words;
}
