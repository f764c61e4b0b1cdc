import { pathToFileURL } from "node:url";
import type { Suggestion, SuppressedFinding } from "../model/finding.ts";
import { type Issue, wholeMessage } from "./issues.ts";
import type { Locator } from "./place.ts";
import { LEVELS } from "./sarif-rule.ts";
import { visibleLine } from "./visible.ts";

/** They have no UTF-8, so no percent-encoding either. */
const HALF_PAIRS = /\p{Surrogate}/gu;
const ABSOLUTE = /^(?:\/|[A-Za-z]:)/u;

export interface ResultTools {
  readonly locator: Locator;
  /** Rule id to its place in the list of rules. */
  readonly ruleIndex: ReadonlyMap<string, number>;
}

/** A finding as a SARIF result. */
export function sarifResult(issue: Issue, tools: ResultTools, suppressed?: SuppressedFinding) {
  const { code, severity, fingerprint } = issue;
  const index = tools.ruleIndex.get(code);
  const fixes = fixesOf(issue, tools.locator);
  return {
    ruleId: code,
    ...(index !== undefined && { ruleIndex: index }),
    level: LEVELS[severity],
    message: { text: withoutLinks(wholeMessage(issue)) },
    locations: [locationOf(issue)],
    partialFingerprints: { "creeplint/v1": fingerprint },
    ...(fixes.length > 0 && { fixes }),
    ...(suppressed && { suppressions: [suppressionOf(suppressed)] }),
  };
}

/** Trouble with a file, which is no result. */
export function sarifNotification(issue: Issue) {
  return {
    descriptor: { id: issue.code },
    level: LEVELS[issue.severity],
    message: { text: withoutLinks(issue.message) },
    locations: [locationOf(issue)],
  };
}

function locationOf({ path, place, hasColumns }: Issue) {
  const { line, column, endLine, endColumn } = place;
  const columns = hasColumns ? { startColumn: column, endColumn } : {};
  return {
    physicalLocation: {
      artifactLocation: artifactOf(path),
      region: { startLine: line, endLine, ...columns },
    },
  };
}

function artifactOf(path: string) {
  if (ABSOLUTE.test(path)) return { uri: pathToFileURL(path).href };
  const uri = path.replace(HALF_PAIRS, "\ufffd").split("/").map(encodeURIComponent).join("/");
  return { uri, uriBaseId: "%SRCROOT%" };
}

function suppressionOf({ by, reason }: SuppressedFinding) {
  return { kind: by === "directive" ? "inSource" : "external", justification: visibleLine(reason) };
}

function fixesOf({ found, hasColumns, path }: Issue, locator: Locator) {
  if (found === undefined || !hasColumns) return [];
  const text = found.part?.text ?? "";
  const writable = found.finding.suggestions.filter(({ edit }) => edit.isUnwritable !== true);
  return writable.map(({ reason, edit }: Suggestion) => {
    const { line, column, endLine, endColumn } = locator.inText(text, edit.span);
    const region = { startLine: line, startColumn: column, endLine, endColumn };
    return {
      description: { text: visibleLine(reason) },
      artifactChanges: [
        {
          artifactLocation: artifactOf(path),
          replacements: [{ deletedRegion: region, insertedContent: { text: edit.text } }],
        },
      ],
    };
  });
}

/** `[words](1)` in a message would be a link, and `{0}` a place for an argument. */
function withoutLinks(text: string): string {
  return text.replaceAll("](", "] (").replace(ARGUMENT, "{ $1 }");
}

const ARGUMENT = /\{(\d+)\}/gu;
