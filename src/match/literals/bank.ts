import type { Span } from "../../model/span.ts";
import type { Detector, LiteralText } from "./literal-text.ts";
import { spansOf } from "./literal-text.ts";

const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gu;
const UK_ACCOUNT =
  /\bsort[ -]?code\W{0,3}(?:is |no\.? )?(\d{2}[- ]?\d{2}[- ]?\d{2})\b[^\d]{1,60}?\b(\d{8})\b/giu;
/** Where the reader is to pay to: the sender's own account. */
const OWN =
  /\b(?:our|us|donat\w*|pay(?:able|ments?)?|transfer|deposit to|standing order|bank details|invoice|fees? to|beneficiary|account name)\b/iu;

/** Bank accounts that are not the sender's. */
export const bankAccounts: Detector = (literal) => {
  const { text, isLink, before } = literal;
  if (isLink) return [];
  const found = [...ibansIn(literal), ...ukAccountsIn(text)];
  return found.filter(({ start }) => !OWN.test(before(start)));
};

function ibansIn({ text }: LiteralText): readonly Span[] {
  return spansOf(text, IBAN).filter(({ start, end }) => isIban(text.slice(start, end)));
}

function ukAccountsIn(text: string): readonly Span[] {
  return Array.from(text.matchAll(UK_ACCOUNT), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const BLANKS = / /gu;
/** Lengths by country (ISO 13616); other countries have no such accounts. */
const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 XK20"
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

function isIban(shown: string): boolean {
  const text = shown.replace(BLANKS, "");
  if (LENGTHS[text.slice(0, 2)] !== text.length) return false;
  let rest = 0;
  for (const char of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
