import type { Detector } from "./literal-text.ts";
import { spansOf } from "./literal-text.ts";

const MONTH =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const YEAR = "(?:19[2-9]\\d|20[0-2]\\d)";
const DATE = new RegExp(
  [
    `\\b\\d{1,2}[./-]\\d{1,2}[./-]${YEAR}\\b`,
    `\\b${YEAR}-\\d{2}-\\d{2}\\b`,
    `\\b\\d{1,2}(?:st|nd|rd|th)? ${MONTH}\\.?,? ${YEAR}\\b`,
    `\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? ${YEAR}\\b`,
  ].join("|"),
  "giu",
);
const LABEL =
  /\b(?:dates? of birth|d\.?o\.?b\.?|birth ?date|birth ?day|geburtsdatum|date de naissance)\W{0,3}(?:is |on |was )?$|\byou were born (?:on )?$|\bborn(?: on)?: $/iu;
/** `Jane Roe, born`: two names, so that no company is meant. */
const NAMED = /\p{Lu}\p{L}+ \p{Lu}\p{L}+, born (?:on )?$/u;

/** Dates on which a person was born. */
export const birthDates: Detector = ({ text, isLink, before }) =>
  isLink
    ? []
    : spansOf(text, DATE).filter(({ start }) => {
        const words = before(start);
        return LABEL.test(words) || NAMED.test(words);
      });
