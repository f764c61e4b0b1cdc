import type { Edit } from "../model/finding.ts";
import type { RunResult } from "../model/result.ts";
import type { Span } from "../model/span.ts";
import { indexLines, type LineIndex } from "../text/line-index.ts";
import { type Found, type Issue, issuesOf } from "./issues.ts";
import type { ReportContext } from "./reporter.ts";
import { shownToPrograms } from "./shown.ts";

const SEVERITY = { error: "ERROR", warning: "WARNING", info: "INFO" } as const;

/** Issues in reviewdog's format, whose columns count bytes of UTF-8 from 1; ends are exclusive. */
export function diagnosticsOf(result: RunResult, context: ReportContext) {
  const lines = new Map<string, LineIndex>();
  const indexOf = (text: string): LineIndex => {
    const index = lines.get(text) ?? indexLines(text);
    lines.set(text, index);
    return index;
  };
  return issuesOf(result, context, shownToPrograms).map((issue) => ({
    message: issue.message,
    location: { path: issue.path, range: rangeOf(issue, indexOf) },
    severity: SEVERITY[issue.severity],
    code: { value: issue.code },
    ...suggestionsOf(issue, indexOf),
  }));
}

type IndexOf = (text: string) => LineIndex;

function rangeOf({ found, place, hasColumns }: Issue, indexOf: IndexOf) {
  const text = found?.part?.text;
  if (!hasColumns || found === undefined || text === undefined) {
    return { start: { line: place.line } };
  }
  return byteRange(text, found.finding.span, indexOf);
}

function suggestionsOf({ found, hasColumns }: Issue, indexOf: IndexOf) {
  const text = found?.part?.text;
  if (!hasColumns || found === undefined || text === undefined) return {};
  const suggestions = editsOf(found).map((edit) => ({
    range: byteRange(text, edit.span, indexOf),
    text: edit.text,
  }));
  return suggestions.length === 0 ? {} : { suggestions };
}

/** What only a person can decide is no change to offer at a click. */
function editsOf({ finding }: Found): readonly Edit[] {
  return finding.suggestions.filter(({ tier }) => tier !== "manual").map(({ edit }) => edit);
}

function byteRange(text: string, { start, end }: Span, indexOf: IndexOf) {
  const lines = indexOf(text);
  const at = (offset: number) => {
    const { line } = lines.position(offset);
    const before = text.slice(lines.lineStart(line), offset);
    return { line, column: Buffer.byteLength(before, "utf8") + 1 };
  };
  return { start: at(start), end: at(end) };
}
