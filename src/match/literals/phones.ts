import type { Detector } from "./literal-text.ts";
import { spansOf } from "./literal-text.ts";

const NUMBER = /(?<![\w.,/-])(?:\+|\(?0|\(?\d)\d{0,4}\)?(?:[ .\-()]{0,2}\d{2,5}){2,5}(?![\w/-])/gu;
const DATE = /^\d{1,2}[.-]\d{1,2}[.-]\d{2,4}\b|^\d{4}-\d{2}-\d{2}\b/u;
/** A number in a template is the sender's own, unless the words in front say that it is not. */
const READER =
  /\b(?:your (?:[\w-]+ ){0,2}(?:phone|mobile|cell\w*|telephone|number|contact|handset|whatsapp|sms)\b|(?:call(?:ing|ed)?|text(?:ing|ed)?|ring|reach|phone|message[ds]?|contact|sms) (?:you|her|him|them) (?:back )?(?:on|at|via)|(?:number|phone|mobile)[\w ]{0,20} (?:for you|on file|you gave(?: us)?)|(?:sent|sending)[\w ]{0,24} (?:text|sms|code|message|pin|otp)[\w ]{0,16} to|code (?:was )?(?:sent|texted) to|(?:customer|recipient|patient|guest|passenger|subscriber|account holder|member|client|applicant)(?:'s|’s)? (?:phone|mobile|cell\w*|tel\w*|number|contact))\b[^.!?]{0,40}$/iu;
const SENDER = /\b(?:call|text|ring|phone|contact|reach) us\b/iu;

/** Phone numbers that are said to be the reader's. */
export const phoneNumbers: Detector = ({ text, isLink, before, checks }) =>
  isLink
    ? []
    : spansOf(text, NUMBER).filter(({ start, end }) => {
        const number = text.slice(start, end);
        const words = before(start);
        return (
          READER.test(words) && !SENDER.test(words) && !DATE.test(number) && checks.isPhone(number)
        );
      });
