import type { RunResult } from "../../model/result.ts";
import { createFingerprints } from "../../text/fingerprint.ts";
import { VERSION } from "../../version.ts";
import { findingIssue, issuesOf, worstFirst } from "../issues.ts";
import { createLocator, fromRoot } from "../place.ts";
import type { ReportContext, Reporter } from "../reporter.ts";
import { type ResultTools, sarifNotification, sarifResult } from "../sarif-result.ts";
import { sarifRule } from "../sarif-rule.ts";
import { shownToPrograms } from "../shown.ts";

/** GitHub takes no more in one run. */
const MAX_RESULTS = 25_000;

/** SARIF 2.1.0 with all that code scanning asks for. */
export const sarif: Reporter = (result, context) => {
  const { rules } = context.ruleset;
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const tools: ResultTools = { locator: createLocator(), ruleIndex };
  const issues = worstFirst(issuesOf(result, context, shownToPrograms));
  const results = issues.filter(({ found }) => found !== undefined);
  const run = {
    tool: {
      driver: {
        name: "creeplint",
        version: VERSION,
        semanticVersion: VERSION,
        rules: rules.map((rule) => sarifRule(rule, context.ruleset)),
      },
    },
    automationDetails: { id: "creeplint/" },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: result.counts.failed + result.counts.unread === 0,
        toolExecutionNotifications: issues
          .filter(({ found }) => found === undefined)
          .map(sarifNotification),
      },
    ],
    results: [
      ...results.map((issue) => sarifResult(issue, tools)),
      ...suppressedResults(result, context, tools),
    ].slice(0, MAX_RESULTS),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] })}\n`;
};

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

function suppressedResults({ files }: RunResult, context: ReportContext, tools: ResultTools) {
  const nameOf = createFingerprints();
  return files.flatMap((file) =>
    file.messages.flatMap(({ message, suppressed }) =>
      suppressed.map((finding) => {
        const path = fromRoot(file.path, context);
        const issue = findingIssue(path, message, finding, { locator: tools.locator, nameOf });
        return sarifResult(issue, tools, finding);
      }),
    ),
  );
}
