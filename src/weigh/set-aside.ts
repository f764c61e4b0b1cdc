import type { Finding, SuppressedFinding } from "../model/finding.ts";
import type { Message } from "../model/message.ts";
import type { FileResult, MessageResult } from "../model/result.ts";
import { scoreOf } from "./score.ts";
import { told } from "./told.ts";

/** What becomes of a finding: it counts, is silenced with a reason, or is none of this run's. */
export type Verdict = "keep" | "drop" | Pick<SuppressedFinding, "by" | "reason">;

/** A result in which only some of the findings count, scored anew. */
export function setAside(
  file: FileResult,
  verdictOn: (finding: Finding, message: Message) => Verdict,
): FileResult {
  const messages = file.messages.map((result) => inMessage(result, verdictOn));
  if (messages.every((result, index) => result === file.messages[index])) return file;
  const scores = messages.map(({ score }) => score);
  const score = scores.reduce((a, b) => (b.value > a.value ? b : a), scoreOf([]));
  return { ...file, messages, score };
}

function inMessage(
  result: MessageResult,
  verdictOn: (finding: Finding, message: Message) => Verdict,
): MessageResult {
  const judged = result.findings.map((finding) => ({
    finding,
    verdict: verdictOn(finding, result.message),
  }));
  if (judged.every(({ verdict }) => verdict === "keep")) return result;
  const findings = judged.filter(({ verdict }) => verdict === "keep").map(({ finding }) => finding);
  const silenced = judged.flatMap(({ finding, verdict }) =>
    typeof verdict === "string" ? [] : [{ ...finding, ...verdict }],
  );
  const suppressed = [...result.suppressed, ...silenced];
  return { ...result, findings, suppressed, score: scoreOf(told(findings)) };
}
