import type { Directive } from "../model/directive.ts";
import type { Notice } from "../model/notice.ts";

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u;

/** Why a directive silences nothing, or undefined where it is in order. */
export function problemOf(directive: Directive, today: string): Notice | undefined {
  const { scope, rules, reason, until } = directive;
  if (scope === "end") return undefined;
  if (rules.length === 0) {
    return warning("suppression-without-rule", directive, {
      message: "The suppression names no rule, so it silences nothing.",
      hint: "Write the rule's id before the reason.",
    });
  }
  if (reason.trim() === "") {
    return warning("suppression-without-reason", directive, {
      message: "The suppression gives no reason, so it silences nothing.",
      hint: `Write why behind two dashes: ${rules.join(", ")} -- the reason.`,
    });
  }
  return until === undefined ? undefined : dateProblem(directive, until, today);
}

/** A notice about a directive. */
export function warning(
  code: string,
  { span }: Directive,
  { message, hint }: { readonly message: string; readonly hint: string },
): Notice {
  return { level: "warning", code, message, span, ...(hint !== "" && { hint }) };
}

function dateProblem(directive: Directive, until: string, today: string): Notice | undefined {
  if (!isDate(until)) {
    return warning("suppression-date", directive, {
      message: `"${until}" is not a date, so the suppression silences nothing.`,
      hint: "Write until=YYYY-MM-DD.",
    });
  }
  if (until >= today) return undefined;
  return warning("suppression-expired", directive, {
    message: `The suppression ended on ${until}.`,
    hint: "Mend the copy, or give a new date.",
  });
}

function isDate(text: string): boolean {
  if (!ISO_DATE.test(text)) return false;
  const time = Date.parse(text);
  // Date.parse takes 30 February for a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
