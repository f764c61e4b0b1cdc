import type { Finding } from "../model/finding.ts";
import type { Message, Part } from "../model/message.ts";
import type { Notice } from "../model/notice.ts";
import type { FileResult, RunResult } from "../model/result.ts";
import { SEVERITIES, type Severity } from "../model/rule.ts";
import { createFingerprints } from "../text/fingerprint.ts";
import { createLocator, fromRoot, type Locator, type Place } from "./place.ts";
import type { ReportContext } from "./reporter.ts";
import { type SendInstead, sendInstead } from "./send-instead.ts";
import { visibleLine } from "./visible.ts";

/** A finding, or trouble, as other programs list them. */
export interface Issue {
  /** From the root of the repository. */
  readonly path: string;
  readonly severity: Severity;
  /** The rule's id, or the notice's code. */
  readonly code: string;
  /** One line in which nothing steers a terminal. */
  readonly message: string;
  readonly place: Place;
  /** False where the columns do not count in the file. */
  readonly hasColumns: boolean;
  readonly fingerprint: string;
  /** The words of the first suggestion. */
  readonly instead?: SendInstead;
  /** Absent for trouble. */
  readonly found?: Found;
}

export interface Found {
  readonly finding: Finding;
  readonly message: Message;
  readonly part: Part | undefined;
}

type Choose = (findings: readonly Finding[], context: ReportContext) => readonly Finding[];

/** Everything that a run found, and the trouble it had, in the order of the files. */
export function issuesOf(result: RunResult, context: ReportContext, choose: Choose): Issue[] {
  return issuesByFile(result, context, choose).flatMap(({ issues }) => issues);
}

/** The same for each file. */
export function issuesByFile(
  { files }: RunResult,
  context: ReportContext,
  choose: Choose,
): readonly { readonly file: FileResult; readonly issues: readonly Issue[] }[] {
  const locator = createLocator();
  const nameOf = createFingerprints();
  return files.map((file) => ({
    file,
    issues: [
      ...noticeIssues(file, context, { locator, nameOf }),
      ...file.messages.flatMap(({ message, findings }) =>
        choose(findings, context).map((finding) =>
          findingIssue(fromRoot(file.path, context), message, finding, { locator, nameOf }),
        ),
      ),
    ],
  }));
}

interface Tools {
  readonly locator: Locator;
  readonly nameOf: ReturnType<typeof createFingerprints>;
}

export function findingIssue(
  path: string,
  message: Message,
  finding: Finding,
  { locator, nameOf }: Tools,
): Issue {
  const part = message.parts[finding.part];
  const [first] = finding.suggestions;
  return {
    path,
    severity: finding.severity,
    code: finding.rule,
    message: visibleLine(finding.message),
    place: locator.ofFinding(message, finding),
    hasColumns: part?.field === undefined,
    fingerprint: nameOf(path, finding),
    ...(first && { instead: sendInstead(part, first) }),
    found: { finding, message, part },
  };
}

function noticeIssues(file: FileResult, context: ReportContext, tools: Tools): Issue[] {
  const path = fromRoot(file.path, context);
  return file.notices
    .filter(({ level }) => level === "error" || (level === "warning" && !context.quiet))
    .map((notice) => {
      const { level, code, message, hint } = notice;
      const words = visibleLine(hint === undefined ? message : `${message} ${hint}`);
      return {
        path,
        severity: level,
        code,
        message: words,
        place: noticePlace(file, notice, tools.locator),
        hasColumns: notice.span !== undefined,
        fingerprint: tools.nameOf(path, { rule: code, sentence: words }),
      };
    });
}

function noticePlace(file: FileResult, notice: Notice, locator: Locator): Place {
  if (notice.span !== undefined) return locator.inText(file.text, notice.span);
  const { line, column } = locator.ofNotice(file.text, notice);
  return { line, column, endLine: line, endColumn: column };
}

/** Sorts the worst first; issues of one severity keep their order. */
export function worstFirst(issues: readonly Issue[]): Issue[] {
  return issues.toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
}

/** The message with what to send in its place. */
export function wholeMessage({ message, instead }: Issue): string {
  if (instead === undefined) return message;
  return instead.isCopy
    ? `${message} Send instead: ${instead.words}`
    : `${message} ${instead.words}`;
}
