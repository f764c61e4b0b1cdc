import type { Suggestion } from "../model/finding.ts";
import type { Part } from "../model/message.ts";
import { rewrittenLine } from "./rewritten-line.ts";
import { visibleLine } from "./visible.ts";

export interface SendInstead {
  /** One line, ready to be shown. */
  readonly words: string;
  /** The words are copy; else nothing is left to send, and they say what to do. */
  readonly isCopy: boolean;
}

/** What a suggestion comes to: the sentence that a reader would get. */
export function sendInstead(part: Part | undefined, suggestion: Suggestion): SendInstead {
  const { edit, reason } = suggestion;
  const line = part === undefined ? undefined : rewrittenLine(part, edit);
  const words = visibleLine(line ?? edit.decoded ?? edit.text);
  return words === "" ? { words: visibleLine(reason), isCopy: false } : { words, isCopy: true };
}
