import type { Match, ReadSegment } from "../model/match.ts";
import type { Rule } from "../model/rule.ts";
import type { Span } from "../model/span.ts";
import { toSource } from "../text/offset-map.ts";

/** A detector of literal personal data: ranges in the text. */
type Detector = (text: string) => readonly Span[];

const EMAIL = /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b/gu;
const CARD = /\b\d{4}(?:[ -]?\d{4}){3}\b/gu;
/** Written in fours as on a card: nobody writes another number so. */
const GROUPED = /^[3-6]\d{3}(?: \d{4}){3}$|^[3-6]\d{3}(?:-\d{4}){3}$/u;
/** First digits of the large card networks with sixteen digits. */
const CARD_START = /^(?:4|5[1-5]|2[2-7]|6)/u;
/** `jane.roe`, `j.roe`: a person's name before the sign, and a domain of letters behind it. */
const PERSON = /^[a-z]{1,20}\.[a-z]{2,25}@[a-z][a-z-]*(?:\.[a-z-]+)*\.[a-z]{2,10}$/iu;
const ROLE_ADDRESS =
  /^(?:help|hello|hi|info|support|sales|service|services|care|team|news|newsletter|no-?reply|do-?not-?reply|contact|orders?|billing|accounts?|press|jobs|careers|privacy|legal|feedback|unsubscribe|marketing|shop|store|admin|office|events?|bookings?|reservations|members?|membership|customer.*|cards?|returns?|security|abuse|postmaster|mail|email|enquiries|inquiries|donate|partners?|reception|studio|community|welcome|you|your|name|user|me|someone|somebody|example|test|subscriber|recipient|first\.?last|firstname.*)\b/iu;
const DIGITS = /\D/gu;

/** Detectors by the name that rules use. */
export const detectors: Readonly<Record<string, Detector>> = {
  "personal-email": (text) =>
    spansOf(text, EMAIL).filter((span) => isPersonal(text.slice(span.start, span.end))),
  "card-number": (text) =>
    spansOf(text, CARD).filter((span) => {
      const digits = text.slice(span.start, span.end);
      return GROUPED.test(digits) || (CARD_START.test(digits) && passesLuhn(digits));
    }),
};

/** Finds literal personal data with the rule's detectors, in prose and links alike. */
export function matchLiterals(read: ReadSegment, rule: Rule): readonly Match[] {
  return rule.literals
    .flatMap((name) => detectors[name]?.(read.segment.text) ?? [])
    .map((at) => ({
      rule,
      part: read.part,
      segment: read.segment,
      fields: [],
      at,
      span: toSource(read.segment.map, at),
      source: "unknown" as const,
      precise: false,
    }));
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** `jane.roe@…` names a person; `help@…` names a desk. */
function isPersonal(address: string): boolean {
  const local = address.split("@")[0] ?? "";
  return !ROLE_ADDRESS.test(local) && PERSON.test(address);
}

/** The check digit of payment cards (ISO/IEC 7812-1, annex B). */
function passesLuhn(text: string): boolean {
  const digits = text.replace(DIGITS, "");
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
