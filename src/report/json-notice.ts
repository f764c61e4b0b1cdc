import type { Notice } from "../model/notice.ts";
import type { FileResult } from "../model/result.ts";
import type { Locator } from "./place.ts";

const NUMBERS: Record<Notice["level"], 0 | 1 | 2> = { error: 2, warning: 1, info: 0 };

/** A notice in ESLint's shape: no rule, and `fatal` where something could not be linted. */
export function jsonNotice(file: FileResult, notice: Notice, locator: Locator) {
  const { level, code, message, hint, span } = notice;
  return {
    ruleId: null,
    severity: NUMBERS[level],
    level,
    ...(level === "error" ? { fatal: true } : {}),
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(span === undefined ? locator.ofNotice(file.text, notice) : locator.inText(file.text, span)),
  };
}
