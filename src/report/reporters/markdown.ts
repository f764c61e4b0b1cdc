import type { RunResult } from "../../model/result.ts";
import { count } from "../../text/count.ts";
import { headline } from "../headline.ts";
import { type Issue, issuesOf, worstFirst } from "../issues.ts";
import { markdownCellCode, markdownText } from "../markdown-text.ts";
import { fromRoot } from "../place.ts";
import type { ReportContext, Reporter } from "../reporter.ts";
import { shownToPeople } from "../shown.ts";

/** A comment on GitHub holds 65,536 characters; what stands around the table needs some. */
const MAX_TABLE = 60_000;

/** For a comment on a pull request, or the summary of a CI job. */
export const markdown: Reporter = (result, context) => {
  const issues = worstFirst(issuesOf(result, context, shownToPeople));
  const { rows, left } = fitting(issues.map(rowOf));
  const table = rows.length === 0 ? [] : [`${HEAD}\n${rows.join("\n")}`];
  const more = left === 0 ? [] : [`… and ${count(left, "more finding")}.`];
  const title = `### creeplint: ${markdownText(headline(result, context))}`;
  return `${[title, ...worst(result, context), ...table, ...more].join("\n\n")}\n`;
};

const HEAD = "| | where | what | send instead |\n| --- | --- | --- | --- |";

function rowOf(issue: Issue): string {
  const { path, place, severity, code, message, instead } = issue;
  const where = markdownCellCode(`${path}:${place.line}`);
  const what = `${markdownText(message)} ${markdownCellCode(code)}`;
  const rewrite = instead === undefined ? "" : markdownText(instead.words);
  const send = instead?.isCopy === false ? `*${rewrite}*` : rewrite;
  return `| ${severity} | ${where} | ${what} | ${send} |`;
}

function fitting(rows: readonly string[]): { rows: readonly string[]; left: number } {
  let size = 0;
  const end = rows.findIndex((row) => {
    size += row.length + 1;
    return size > MAX_TABLE;
  });
  const kept = end === -1 ? rows : rows.slice(0, end);
  return { rows: kept, left: rows.length - kept.length };
}

/** The message that stands nearest to the stalker. */
function worst({ files }: RunResult, context: ReportContext): readonly string[] {
  const [file] = files.toSorted((a, b) => b.score.value - a.score.value);
  if (file === undefined || file.score.value === 0) return [];
  const path = markdownCellCode(fromRoot(file.path, context));
  return [`Nearest to **stalker**: ${path}, ${file.score.value} of 100, ${file.score.band}.`];
}
