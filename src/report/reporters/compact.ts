import type { FileResult } from "../../model/result.ts";
import { createLocator, type Locator } from "../place.ts";
import type { ReportContext, Reporter } from "../reporter.ts";
import { shownToPeople } from "../shown.ts";
import { visibleLine } from "../visible.ts";

/** `file:line:column: severity: message [rule]`, one finding a line. */
export const compact: Reporter = (result, context) => {
  const locator = createLocator();
  const lines = result.files.flatMap((file) => [
    ...noticeLines(file, context, locator),
    ...findingLines(file, context, locator),
  ]);
  return lines.map((line) => `${line}\n`).join("");
};

function findingLines(file: FileResult, context: ReportContext, locator: Locator): string[] {
  return file.messages.flatMap(({ message, findings }) =>
    shownToPeople(findings, context).map((finding) => {
      const { line, column } = locator.ofFinding(message, finding);
      const place = `${visibleLine(file.path)}:${line}:${column}`;
      return `${place}: ${finding.severity}: ${visibleLine(finding.message)} [${finding.rule}]`;
    }),
  );
}

function noticeLines(file: FileResult, context: ReportContext, locator: Locator): string[] {
  return file.notices
    .filter(({ level }) => level === "error" || (level === "warning" && !context.quiet))
    .map((notice) => {
      const { line, column } = locator.ofNotice(file.text, notice);
      const place = `${visibleLine(file.path)}:${line}:${column}`;
      return `${place}: ${notice.level}: ${visibleLine(notice.message)} [${notice.code}]`;
    });
}
