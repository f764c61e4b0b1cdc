import type { ChalkInstance } from "chalk";
import type { Finding } from "../model/finding.ts";
import type { RunResult } from "../model/result.ts";
import type { Severity } from "../model/rule.ts";
import { count, listed } from "../text/count.ts";
import { firstEdits, isRecord } from "./output.ts";
import type { ReportContext } from "./reporter.ts";
import { shownToPeople } from "./shown.ts";

/** How it went, in a line, and what to do next. */
export function summary(result: RunResult, context: ReportContext): string[] {
  const shown = totals(result, context);
  if (result.counts.files === 0) {
    return ["Nothing to read: no files with copy in them were found."];
  }
  const headline = isCalm(shown) ? calm(result, context) : troubled(result, shown, context.paint);
  return [headline, ...hidden(shown, context), ...nextSteps(result, shown.findings, context.paint)];
}

interface Totals {
  /** The findings that are shown. */
  readonly findings: readonly Finding[];
  /** How many files they are in. */
  readonly files: number;
  readonly unseen: number;
  readonly silenced: number;
  /** Files that could not be read. */
  readonly failed: number;
  /** Records that could not be read. */
  readonly skipped: number;
}

function totals({ files, counts }: RunResult, context: ReportContext): Totals {
  const perFile = files.map(({ messages }) =>
    messages.flatMap(({ findings }) => shownToPeople(findings, context)),
  );
  const messages = files.flatMap((file) => file.messages);
  const findings = perFile.flat();
  return {
    findings,
    files: perFile.filter((found) => found.length > 0).length,
    unseen: messages.flatMap((message) => message.findings).length - findings.length,
    silenced: messages.flatMap(({ suppressed }) => suppressed).length,
    failed: counts.failed,
    skipped: counts.unread,
  };
}

function isCalm({ findings, failed, skipped }: Totals): boolean {
  return findings.length + failed + skipped === 0;
}

function calm({ counts }: RunResult, { paint, quiet }: ReportContext): string {
  const files = count(counts.files, "file");
  if (counts.messages === 0) return `Nothing to read: no copy was found in ${files}.`;
  const what =
    counts.messages === counts.files ? files : `${count(counts.messages, "message")} in ${files}`;
  const words = quiet ? `No errors in ${what}.` : `Nothing creepy in ${what}.`;
  return `${paint.green("✔")} ${words} ${paint.dim("A stranger could have sent it.")}`;
}

function troubled({ counts }: RunResult, shown: Totals, paint: ChalkInstance): string {
  const found = `${foundWords(shown.findings, paint)} in ${shown.files} of ${count(counts.files, "file")}.`;
  const unread = [
    ...(shown.failed > 0 ? [count(shown.failed, "file")] : []),
    ...(shown.skipped > 0 ? [count(shown.skipped, "record")] : []),
  ];
  const trouble = unread.length === 0 ? "" : `${paint.red.bold(listed(unread))} could not be read.`;
  const hasRest = counts.files > shown.failed && counts.messages > 0;
  const rest = hasRest ? paint.dim("Nothing creepy in the rest.") : "";
  const sentences = shown.findings.length === 0 ? [trouble, rest] : [found, trouble];
  return `${paint.red("✖")} ${sentences.join(" ").trimEnd()}`;
}

/** `1 error, 2 warnings and 1 note`. */
function foundWords(findings: readonly Finding[], paint: ChalkInstance): string {
  const words = (severity: Severity, noun: string, tone: ChalkInstance) => {
    const amount = findings.filter((finding) => finding.severity === severity).length;
    return amount === 0 ? [] : [tone.bold(count(amount, noun))];
  };
  return listed([
    ...words("error", "error", paint.red),
    ...words("warning", "warning", paint.yellow),
    ...words("info", "note", paint.blue),
  ]);
}

function hidden({ silenced, unseen }: Totals, { paint, verbose, quiet }: ReportContext): string[] {
  const pieces = [
    ...(unseen > 0 && !quiet ? [count(unseen, "note")] : []),
    ...(silenced > 0 ? [`${count(silenced, "finding")} silenced on purpose`] : []),
  ];
  if (pieces.length === 0 || verbose) return [];
  return [paint.dim(`  Not shown: ${listed(pieces)}. Add --verbose to see them.`)];
}

function nextSteps(
  { files }: RunResult,
  shown: readonly Finding[],
  paint: ChalkInstance,
): string[] {
  const worst = shown.find(({ severity }) => severity === "error") ?? shown[0];
  if (worst === undefined) return [];
  const editable = files.flatMap(({ messages }) =>
    messages.flatMap(({ message, findings }) => (isRecord(message) ? [] : findings)),
  );
  const steps = [
    ["Read why:", `creeplint explain ${worst.rule}`],
    ...(firstEdits(editable).length > 0 ? [["See the rewrites in place:", "--diff"]] : []),
    ...(firstEdits(editable, ["safe"]).length > 0 ? [["Apply the safe ones:", "--fix"]] : []),
  ];
  return steps.map(([what = "", how = ""]) => `  ${paint.dim(what.padEnd(27))}${paint.cyan(how)}`);
}
