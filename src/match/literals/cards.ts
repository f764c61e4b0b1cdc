import type { Detector } from "./literal-text.ts";
import { spansOf } from "./literal-text.ts";

const CARD = /(?<![\d-])\d{4}(?:[ -]?\d{2,6}){2,3}\b(?!-?\d)/gu;
/** Written in fours as on a card of a known network: nobody writes another number so. */
const GROUPED =
  /^(?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2}|6011|6[245]\d{2}|35\d{2})(?:(?: \d{4}){3}|(?:-\d{4}){3})$/u;
/** American Express sets its fifteen digits so. */
const AMEX = /^3[47]\d{2}[ -]\d{6}[ -]\d{5}$/u;
/** First digits and lengths of the card networks. */
const NETWORK =
  /^(?:4\d{15}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|4[4-9]\d|5\d\d)\d{12}|62\d{14}|35(?:2[89]|[3-8]\d)\d{12})$/u;
/** What the digits are said to be in place of a card. */
const OTHER =
  /(?:gift ?card|voucher|coupon|order|track\w*|parcel|shipment|serial|imei|isbn|ean|sku|upc|gtin|ref\w*|invoice|ticket|booking|id|part|model|article|#)\W*(?:(?:number|no|nr|code|id|is)\W*){0,2}$/iu;
const DIGITS = /\D/gu;

/** Numbers of payment cards. */
export const cardNumbers: Detector = ({ text, isLink, before }) =>
  isLink
    ? []
    : spansOf(text, CARD).filter(({ start, end }) => {
        const shown = text.slice(start, end);
        const digits = shown.replace(DIGITS, "");
        if (!GROUPED.test(shown) && !(NETWORK.test(digits) && passesLuhn(digits))) return false;
        return GROUPED.test(shown) || AMEX.test(shown) || !OTHER.test(before(start));
      });

/** The check digit of payment cards (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
