import type { Edit, Finding, Tier } from "../model/finding.ts";
import type { Message } from "../model/message.ts";
import type { FileResult, MessageResult } from "../model/result.ts";
import { applyEdits } from "../text/edit.ts";

/** True for a message that was taken from a record of an archive. */
export function isRecord({ parts }: Message): boolean {
  return parts.some(({ field, firstLine }) => field !== undefined || firstLine !== undefined);
}

/** What can be applied without a person. */
const APPLICABLE: readonly Tier[] = ["safe", "unsafe"];

/** The first suggestion of each finding that is of one of the tiers, as edits; notes are left. */
export function firstEdits(
  findings: readonly Finding[],
  tiers: readonly Tier[] = APPLICABLE,
): Edit[] {
  return findings
    .filter(({ severity }) => severity !== "info")
    .flatMap(({ suggestions }) => suggestions.find(({ tier }) => tiers.includes(tier))?.edit ?? []);
}

/** The file's text after the first suggestion of every finding; undefined where nothing changes. */
export function rewriteFile(
  file: FileResult,
  tiers: readonly Tier[] = APPLICABLE,
): string | undefined {
  const findings = file.messages.flatMap((message) =>
    isRecord(message.message) ? [] : message.findings,
  );
  return changed(file.text, applyEdits(file.text, firstEdits(findings, tiers)));
}

export interface RecordOutput {
  readonly output?: string;
  /** The field that was rewritten, for a record without a `text` field. */
  readonly outputField?: string;
}

/**
 * The same for one record of an archive: its `text`, or else its first field that changes. A mail
 * of an mbox is rewritten as a whole.
 */
export function recordOutput({ message, findings }: MessageResult): RecordOutput {
  const mail = message.parts.find(({ firstLine }) => firstLine !== undefined);
  if (mail !== undefined) {
    const output = changed(mail.text, applyEdits(mail.text, firstEdits(findings)));
    return output === undefined ? {} : { output };
  }
  const outputs = message.parts.map(({ field, text }, index) => {
    const edits = firstEdits(findings.filter(({ part }) => part === index));
    return { field, output: changed(text, applyEdits(text, edits)) };
  });
  const named = outputs.find(({ field }) => field === "text");
  const { field, output } = named ?? outputs.find((one) => one.output !== undefined) ?? {};
  if (output === undefined) return {};
  return named !== undefined || field === undefined ? { output } : { output, outputField: field };
}

/** The text of `recordOutput`; undefined where nothing changes. */
export function rewriteRecord(result: MessageResult): string | undefined {
  return recordOutput(result).output;
}

function changed(before: string, after: string): string | undefined {
  return before === after ? undefined : after;
}
