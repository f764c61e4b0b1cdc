import type { RunResult } from "../model/result.ts";
import type { Severity } from "../model/rule.ts";
import { count, listed } from "../text/count.ts";
import type { ReportContext } from "./reporter.ts";
import { shownToPeople } from "./shown.ts";

const NOUNS: readonly (readonly [Severity, string])[] = [
  ["error", "error"],
  ["warning", "warning"],
  ["info", "note"],
];

/** A run in one line without colour. */
export function headline(result: RunResult, context: ReportContext): string {
  const { counts, files } = result;
  const perFile = files.map(({ messages }) =>
    messages.flatMap(({ findings }) => shownToPeople(findings, context)),
  );
  const found = perFile.flat();
  const unread = counts.failed + counts.unread;
  const trouble =
    unread === 0
      ? ""
      : ` ${count(unread, "file or record", "files or records")} could not be read.`;
  if (found.length === 0) {
    if (counts.files === 0) return "Nothing to read.";
    return unread > 0 ? trouble.trim() : `Nothing creepy in ${count(counts.files, "file")}.`;
  }
  const words = NOUNS.flatMap(([severity, noun]) => {
    const amount = found.filter((finding) => finding.severity === severity).length;
    return amount === 0 ? [] : [count(amount, noun)];
  });
  const touched = perFile.filter((one) => one.length > 0).length;
  return `${listed(words)} in ${touched} of ${count(counts.files, "file")}.${trouble}`;
}
