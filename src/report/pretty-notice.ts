import type { Notice } from "../model/notice.ts";
import type { FileResult } from "../model/result.ts";
import type { Locator } from "./place.ts";
import type { ReportContext } from "./reporter.ts";
import { visibleLine } from "./visible.ts";
import { hang } from "./wrap.ts";

/** Trouble with a file, with its place and what to do about it. */
export function prettyNotices(
  file: FileResult,
  context: ReportContext,
  locator: Locator,
): readonly string[] {
  return noticesFor(file, context).flatMap((notice) => lines(file, notice, context, locator));
}

/** The notices that people want to read. */
export function noticesFor(
  { notices }: FileResult,
  { quiet, verbose }: ReportContext,
): readonly Notice[] {
  return notices.filter(
    ({ level }) => level === "error" || (!quiet && (verbose || level === "warning")),
  );
}

function lines(
  file: FileResult,
  notice: Notice,
  { paint, width }: ReportContext,
  locator: Locator,
): string[] {
  const text = [placeOf(file, notice, locator), visibleLine(notice.message), notice.hint ?? ""]
    .filter((piece) => piece !== "")
    .join(" ");
  const tones = { error: paint.red, warning: paint.yellow, info: paint.blue };
  return hang(tones[notice.level]("!"), `${text}  ${paint.dim(notice.code)}`, 2, width);
}

function placeOf(file: FileResult, { span, line: ofRecord }: Notice, locator: Locator): string {
  if (span === undefined) return ofRecord === undefined ? "" : `line ${ofRecord}:`;
  const { line, column } = locator.inText(file.text, span);
  return `${line}:${column}`;
}
