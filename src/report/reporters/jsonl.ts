import type { FileResult, MessageResult } from "../../model/result.ts";
import { lineFinding } from "../json-finding.ts";
import { jsonNotice } from "../json-notice.ts";
import { isRecord, type RecordOutput, recordOutput, rewriteFile } from "../output.ts";
import { absolute, createLocator, type Locator } from "../place.ts";
import type { ReportContext, Reporter } from "../reporter.ts";
import { shownToPrograms } from "../shown.ts";

/**
 * One line of JSON for each message. Notices stand with the only message of a file or record,
 * else on a line of their own after the messages.
 */
export const jsonl: Reporter = (result, context) => {
  const locator = createLocator();
  const lines = result.files.flatMap((file) => fileLines(file, context, locator));
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
};

function fileLines(file: FileResult, context: ReportContext, locator: Locator) {
  const lines = file.messages.map((message) => messageLine(file, message, context, locator));
  const notices = file.notices
    .filter(({ level }) => !context.quiet || level === "error")
    .map((notice) => jsonNotice(file, notice, locator));
  const [only] = lines;
  if (notices.length === 0) return lines;
  if (only !== undefined && lines.length === 1) return [{ ...only, notices }];
  const filePath = absolute(file.path, context.cwd);
  return [...lines, { filePath, findings: [], notices }];
}

function messageLine(
  file: FileResult,
  result: MessageResult,
  context: ReportContext,
  locator: Locator,
) {
  const { message, findings, score } = result;
  return {
    ...(message.id === undefined ? {} : { id: message.id }),
    filePath: absolute(file.path, context.cwd),
    line: message.line,
    channel: message.channel,
    kind: message.kind,
    score: score.value,
    band: score.band,
    findings: shownToPrograms(findings, context).map((finding) =>
      lineFinding(message, finding, locator),
    ),
    ...(context.output ? outputOf(file, result) : {}),
  };
}

function outputOf(file: FileResult, result: MessageResult): RecordOutput {
  if (isRecord(result.message)) return recordOutput(result);
  const output = rewriteFile({ ...file, messages: [result] });
  return output === undefined ? {} : { output };
}
