import type { FileResult } from "../../model/result.ts";
import { type Issue, issuesByFile, wholeMessage } from "../issues.ts";
import { fromRoot } from "../place.ts";
import type { ReportContext, Reporter } from "../reporter.ts";
import { atLeast, shownToPeople } from "../shown.ts";
import { XML_HEAD, xmlElement, xmlText } from "../xml.ts";

/**
 * JUnit's XML: a suite a file, a test a finding. Findings below what fails the run are tests that
 * pass and say why they are there; a clean file is one test that passes.
 */
export const junit: Reporter = (result, context) => {
  const suites = issuesByFile(result, context, shownToPeople).map(({ file, issues }) =>
    suiteOf(file, issues, context),
  );
  const total = (key: "tests" | "failures" | "errors") =>
    suites.reduce((sum, { counts }) => sum + counts[key], 0);
  const counts = { tests: total("tests"), failures: total("failures"), errors: total("errors") };
  const xml = suites.map((suite) => suite.xml).join("");
  return `${XML_HEAD}${xmlElement("testsuites", { name: "creeplint", ...counts }, xml)}\n`;
};

function suiteOf(file: FileResult, issues: readonly Issue[], context: ReportContext) {
  const name = fromRoot(file.path, context);
  const counts = {
    tests: Math.max(1, issues.length),
    failures: issues.filter((issue) => fails(issue, context)).length,
    errors: issues.filter(isTrouble).length,
  };
  const cases = issues.map((issue) => caseOf(issue, context)).join("");
  const clean = xmlElement("testcase", { name: "creeplint", classname: name });
  const attributes = { name, ...counts, package: "creeplint" };
  return { counts, xml: xmlElement("testsuite", attributes, cases === "" ? clean : cases) };
}

function caseOf(issue: Issue, context: ReportContext): string {
  const { code, path, severity, place, hasColumns } = issue;
  const at = hasColumns ? `line ${place.line}, col ${place.column}` : `line ${place.line}`;
  const message = wholeMessage(issue);
  const text = xmlText(`${at}, ${severity} - ${message} (${code})`);
  const inner = () => {
    if (isTrouble(issue)) return xmlElement("error", { message, type: severity }, text);
    if (fails(issue, context)) return xmlElement("failure", { message, type: severity }, text);
    return xmlElement("system-out", {}, text);
  };
  return xmlElement("testcase", { name: `creeplint.${code}`, classname: path }, inner());
}

/** Something could not be linted. */
function isTrouble({ found, severity }: Issue): boolean {
  return found === undefined && severity === "error";
}

function fails(issue: Issue, { failOn }: ReportContext): boolean {
  return !isTrouble(issue) && atLeast(issue.severity, failOn);
}
