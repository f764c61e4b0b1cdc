import type { SuppressedFinding } from "../model/finding.ts";
import type { FileResult, MessageResult } from "../model/result.ts";
import { diffFile, paintDiff } from "./diff-file.ts";
import { meter } from "./meter.ts";
import { isRecord, recordOutput } from "./output.ts";
import type { Locator } from "./place.ts";
import { prettyFinding } from "./pretty-finding.ts";
import { noticesFor, prettyNotices } from "./pretty-notice.ts";
import type { ReportContext } from "./reporter.ts";
import { shownToPeople } from "./shown.ts";
import { visibleLine } from "./visible.ts";
import { hang } from "./wrap.ts";

/** A file for people: its heading, its trouble, its messages. Clean files only with `verbose`. The
 * reason behind a rule is given once. */
export function prettyFile(file: FileResult, context: ReportContext, locator: Locator): string[] {
  const messages = file.messages.filter((result) => isShown(result, context));
  if (messages.length === 0 && noticesFor(file, context).length === 0) return [];
  const { paint } = context;
  const single = file.messages.length === 1 ? file.messages[0] : undefined;
  const heading = paint.bold.underline(visibleLine(file.path));
  const aside = single === undefined || isRecord(single.message) ? "" : asideOf(single, context);
  const notices = prettyNotices(file, context, locator);
  const explained = new Set<string>();
  const findingLines = ({ message, findings }: MessageResult) =>
    shownToPeople(findings, context).flatMap((finding) => {
      const saysWhy = !explained.has(finding.rule);
      explained.add(finding.rule);
      return [...prettyFinding(message, finding, { context, locator, saysWhy }), ""];
    });
  return [
    `${heading}${aside}`,
    ...(notices.length === 0 ? [] : ["", ...notices]),
    ...messages.flatMap((result) => [
      "",
      ...(aside === "" ? messageHeading(result, context) : []),
      ...messageLines(result, context, findingLines(result)),
    ]),
    ...(context.output ? outputLines(file, messages, context) : []),
  ];
}

function isShown({ findings }: MessageResult, context: ReportContext): boolean {
  return context.verbose || shownToPeople(findings, context).length > 0;
}

function asideOf({ message }: MessageResult, { paint }: ReportContext): string {
  return paint.dim(`  ${message.channel}, ${message.kind}`);
}

function messageHeading(result: MessageResult, context: ReportContext): string[] {
  const { id, line } = result.message;
  const name = id === undefined ? "" : `, ${visibleLine(id)}`;
  return [`  ${context.paint.bold(`line ${line}${name}`)}${asideOf(result, context)}`, ""];
}

function messageLines(
  { suppressed, score }: MessageResult,
  context: ReportContext,
  findings: readonly string[],
): string[] {
  const silenced = context.verbose
    ? suppressed.flatMap((finding) => silencedLines(finding, context))
    : [];
  return [...findings, ...silenced, `  ${meter(score, context.paint)}`];
}

function silencedLines(
  { rule, text, reason }: SuppressedFinding,
  { paint, width }: ReportContext,
): string[] {
  const words = `silenced  “${visibleLine(text)}”  ${rule}: ${visibleLine(reason)}`;
  return [...hang(paint.dim("○"), paint.dim(words), 2, width), ""];
}

function outputLines(
  file: FileResult,
  messages: readonly MessageResult[],
  { paint, width }: ReportContext,
): string[] {
  const diff = paintDiff(diffFile(file), paint).trimEnd();
  const records = messages.flatMap((result) => {
    const { output, outputField } = isRecord(result.message) ? recordOutput(result) : {};
    if (output === undefined) return [];
    const field = outputField === undefined ? "" : `, ${visibleLine(outputField)}`;
    const line = `line ${result.message.line}${field}: ${visibleLine(output)}`;
    return hang(paint.green("+"), line, 2, width);
  });
  const lines = [...(diff === "" ? [] : diff.split("\n")), ...records];
  return lines.length === 0 ? [] : ["", ...lines];
}
