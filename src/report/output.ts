import type { Edit, Finding, Tier } from "../model/finding.ts";
import type { Message } from "../model/message.ts";
import type { FileResult, MessageResult } from "../model/result.ts";
import { applyEdits } from "../text/edit.ts";

/** True for a message that was decoded from an archive record. */
export function isRecord(message: Message): boolean {
  return message.parts.some(({ field }) => field !== undefined);
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

/** The same for one record of an archive: its `text`, or else the first field with a finding. */
export function rewriteRecord({ message, findings }: MessageResult): string | undefined {
  const named = message.parts.findIndex(({ field }) => field === "text");
  const index = findings.some(({ part }) => part === named) ? named : findings[0]?.part;
  const text = index === undefined ? undefined : message.parts[index]?.text;
  if (text === undefined) return undefined;
  const edits = firstEdits(findings.filter(({ part }) => part === index));
  return changed(text, applyEdits(text, edits));
}

function changed(before: string, after: string): string | undefined {
  return before === after ? undefined : after;
}
