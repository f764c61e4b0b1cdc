import type { FileResult, MessageResult, Score } from "../../model/result.ts";
import { eslintMessage } from "../json-finding.ts";
import { jsonNotice } from "../json-notice.ts";
import { isRecord, recordOutput, rewriteFile } from "../output.ts";
import { absolute, createLocator, type Locator } from "../place.ts";
import type { ReportContext, Reporter } from "../reporter.ts";
import { shownToPrograms } from "../shown.ts";

/** One array in ESLint's shape: an entry a file, or a record of an archive. */
export const json: Reporter = (result, context) => {
  const locator = createLocator();
  const entries = result.files.flatMap((file) => entriesOf(file, context, locator));
  return `${JSON.stringify(entries)}\n`;
};

type Entry = Record<string, unknown>;

function entriesOf(file: FileResult, context: ReportContext, locator: Locator): Entry[] {
  const records = file.messages.filter(({ message }) => isRecord(message));
  const whole = file.messages.filter(({ message }) => !isRecord(message));
  const entries = records.map((record) => recordEntry(file, record, context, locator));
  if (records.length > 0 && file.notices.length === 0) return entries;
  return [fileEntry(file, whole, context, locator), ...entries];
}

function fileEntry(
  file: FileResult,
  messages: readonly MessageResult[],
  context: ReportContext,
  locator: Locator,
): Entry {
  const output = context.output ? rewriteFile(file) : undefined;
  const notices = file.notices
    .filter(({ level }) => !context.quiet || level === "error")
    .map((notice) => jsonNotice(file, notice, locator));
  const findings = messages.map((message) => findingsOf(message, context, locator));
  return {
    filePath: absolute(file.path, context.cwd),
    ...merge(
      [...notices, ...findings.flatMap(({ found }) => found)],
      findings.flatMap(({ suppressed }) => suppressed),
      file.score,
    ),
    ...(output === undefined ? {} : { output }),
  };
}

function recordEntry(
  file: FileResult,
  record: MessageResult,
  context: ReportContext,
  locator: Locator,
): Entry {
  const { id, line, channel, kind } = record.message;
  const { found, suppressed } = findingsOf(record, context, locator);
  return {
    filePath: absolute(file.path, context.cwd),
    line,
    ...(id === undefined ? {} : { id }),
    channel,
    kind,
    ...merge(found, suppressed, record.score),
    ...(context.output ? recordOutput(record) : {}),
  };
}

function findingsOf(result: MessageResult, context: ReportContext, locator: Locator) {
  const { message, findings, suppressed } = result;
  return {
    found: shownToPrograms(findings, context).map((one) => eslintMessage(message, one, locator)),
    suppressed: suppressed.map((one) => ({
      ...eslintMessage(message, one, locator),
      suppressions: [{ kind: one.by, justification: one.reason }],
    })),
  };
}

function merge(
  messages: readonly { readonly level: string }[],
  suppressedMessages: readonly unknown[],
  score: Score,
) {
  const amount = (level: string) => messages.filter((message) => message.level === level).length;
  return {
    messages,
    suppressedMessages,
    score: score.value,
    band: score.band,
    errorCount: amount("error"),
    warningCount: amount("warning"),
    infoCount: amount("info"),
  };
}
