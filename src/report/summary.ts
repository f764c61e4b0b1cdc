import type { RunResult } from "../model/result.ts";
import { count, listed } from "./count.ts";
import { firstEdits, isRecord } from "./output.ts";
import type { ReportContext } from "./reporter.ts";
import { shownToPeople } from "./shown.ts";

/** How it went, in a line, and what to do next. */
export function summary(result: RunResult, context: ReportContext): string[] {
  const { files, failed } = result.counts;
  if (files === 0 && failed === 0)
    return ["Nothing to read: no files with copy in them were found."];
  const shown = totals(result, context);
  if (shown.total === 0 && failed === 0) return [calm(result, context), ...hidden(shown, context)];
  return [
    headline(result, shown, context),
    ...hidden(shown, context),
    ...nextSteps(result, context),
  ];
}

interface Totals {
  readonly total: number;
  readonly files: number;
  readonly silenced: number;
  readonly unseen: number;
}

function totals({ files }: RunResult, context: ReportContext): Totals {
  const shown = files.map(({ messages }) =>
    messages.flatMap(({ findings }) => shownToPeople(findings, context)),
  );
  const all = files.flatMap(({ messages }) => messages.flatMap(({ findings }) => findings));
  const total = shown.flat().length;
  return {
    total,
    files: shown.filter((findings) => findings.length > 0).length,
    silenced: files.flatMap(({ messages }) => messages.flatMap(({ suppressed }) => suppressed))
      .length,
    unseen: all.length - total,
  };
}

function calm({ counts }: RunResult, { paint, quiet }: ReportContext): string {
  const what = listed([
    ...(counts.messages === counts.files ? [] : [count(counts.messages, "message")]),
    count(counts.files, "file"),
  ]).replace(" and ", " in ");
  const words = quiet ? `No errors in ${what}.` : `Nothing creepy in ${what}.`;
  return `${paint.green("✔")} ${words} ${paint.dim("A stranger could have sent it.")}`;
}

function headline({ counts }: RunResult, shown: Totals, { paint, quiet }: ReportContext): string {
  const found = [
    ...(counts.errors > 0 ? [paint.red.bold(count(counts.errors, "error"))] : []),
    ...(counts.warnings > 0 && !quiet
      ? [paint.yellow.bold(count(counts.warnings, "warning"))]
      : []),
    ...(shown.total > 0 && counts.errors + counts.warnings === 0
      ? [paint.blue.bold(count(counts.infos, "note"))]
      : []),
  ];
  const place = ` in ${shown.files} of ${count(counts.files, "file")}.`;
  const unread = paint.red.bold(count(counts.failed, "file"));
  const failed = counts.failed > 0 ? `${unread} could not be read.` : "";
  const words =
    shown.total === 0 ? paint.dim("Nothing creepy in the rest.") : `${listed(found)}${place}`;
  const sentences = shown.total === 0 ? [failed, words] : [words, failed];
  return `${paint.red("✖")} ${sentences.join(" ").trimEnd()}`;
}

function hidden({ silenced, unseen }: Totals, { paint, verbose, quiet }: ReportContext): string[] {
  const pieces = [
    ...(unseen > 0 && !quiet ? [count(unseen, "note")] : []),
    ...(silenced > 0 ? [`${count(silenced, "finding")} silenced on purpose`] : []),
  ];
  if (pieces.length === 0 || verbose) return [];
  return [paint.dim(`  Not shown: ${listed(pieces)}. Add --verbose to see them.`)];
}

function nextSteps({ files }: RunResult, context: ReportContext): string[] {
  const { paint } = context;
  const findings = files.flatMap(({ messages }) =>
    messages.flatMap((message) => shownToPeople(message.findings, context)),
  );
  const worst = findings.find(({ severity }) => severity === "error") ?? findings[0];
  const editable = files.flatMap(({ messages }) =>
    messages.flatMap(({ message, findings: found }) => (isRecord(message) ? [] : found)),
  );
  const steps = [
    ...(worst === undefined ? [] : [["Read why:", `creeplint explain ${worst.rule}`]]),
    ...(firstEdits(editable).length > 0 ? [["See the rewrites in place:", "--diff"]] : []),
    ...(firstEdits(editable, ["safe"]).length > 0 ? [["Apply the safe ones:", "--fix"]] : []),
  ];
  return steps.map(([what = "", how = ""]) => `  ${paint.dim(what.padEnd(27))}${paint.cyan(how)}`);
}
