import { type Issue, issuesByFile, wholeMessage } from "../issues.ts";
import { fromRoot } from "../place.ts";
import type { Reporter } from "../reporter.ts";
import { shownToPrograms } from "../shown.ts";
import { XML_HEAD, xmlElement } from "../xml.ts";

/** Checkstyle's XML, which many tools read. */
export const checkstyle: Reporter = (result, context) => {
  const files = issuesByFile(result, context, shownToPrograms).map(({ file, issues }) =>
    xmlElement("file", { name: fromRoot(file.path, context) }, issues.map(errorOf).join("")),
  );
  return `${XML_HEAD}${xmlElement("checkstyle", { version: "4.3" }, files.join(""))}\n`;
};

function errorOf(issue: Issue): string {
  const { place, hasColumns, severity, code } = issue;
  return xmlElement("error", {
    line: place.line,
    ...(hasColumns && { column: place.column }),
    severity,
    message: wholeMessage(issue),
    source: `creeplint.${code}`,
  });
}
