import type { Span } from "../../model/span.ts";
import { isPersonal } from "./addresses.ts";
import type { Detector } from "./literal-text.ts";
import type { NumberChecks } from "./number-checks.ts";

/** Personal data that is written out in the steps and parameters of a URL. */
export const linkData: Detector = ({ text, isLink, checks }) => {
  if (!isLink || NO_URL.test(text)) return [];
  const query = text.indexOf("?");
  const path = text.slice(0, query < 0 ? text.length : query);
  const steps = MAILTO.test(path) ? [] : piecesOf(path, STEP, 0);
  const parameters = query < 0 ? [] : piecesOf(text.slice(query + 1), PARAMETER, query + 1);
  return [
    ...steps.filter(({ value }) => !value.startsWith("@") && isSomebody(addressIn(value))),
    ...parameters.filter((one) => tells(one, checks)),
  ].map(({ span }) => span);
};

/** A number to call, or an image that stands in the link itself. */
const NO_URL = /^\s*(?:tel|sms|data|cid|javascript):/iu;
/** Whom to write to is the sender's to say; what the mail would hold is looked at. */
const MAILTO = /^\s*mailto:/iu;
const STEP = /(?<name>)(?<=[^/:]\/)(?<value>[^/?#\s]{6,400})/gu;
const PARAMETER = /(?<=^|[&;])(?<name>[\w.[\]-]{1,60})=(?<value>[^&;#\s]{1,600})/gu;

interface Piece {
  readonly name: string;
  /** Decoded. */
  readonly value: string;
  readonly span: Span;
}

function piecesOf(text: string, pattern: RegExp, offset: number): readonly Piece[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const { name = "", value = "" } = match.groups ?? {};
    const end = offset + match.index + match[0].length;
    return { name, value: decoded(value), span: { start: end - value.length, end } };
  });
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll("+", "%2B")).trim();
  } catch {
    return value;
  }
}

const CAMEL = /(?<=[a-z])(?=[A-Z])/gu;
const NOT_LETTER = /[^a-z0-9]+/gu;
const DIGEST = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/iu;
/** Parameters whose digest is that of an address or a number, and no key of the sender's. */
const HASHED =
  /^(?:(?:hashed |user |customer |subscriber |contact |recipient )?(?:e|em|eml|email|e mail|mail|emailaddress|email address|phone|hem|user|subscriber)(?: hash| hashed| md5| sha1| sha256)?|md5(?: email)?|sha256(?: email)?|sha1(?: email)?)$/u;
const MAIL =
  /(?:^| )(?:e|em|eml|email|mail|emailaddress|to|cc|bcc|user|recipient|subscriber)(?: |$)/u;
const PHONE = /(?:^| )(?:phone|tel|telephone|mobile|cell|msisdn|phonenumber|sms|whatsapp)(?: |$)/u;
const NAME =
  /^(?:(?:user |customer |contact )?(?:first name|firstname|fname|last name|lastname|lname|surname|full name|fullname|given name))$/u;
const A_NAME = /^\p{Lu}\p{Ll}+(?:[ +_-]\p{Lu}\p{Ll}+)*$/u;
const BIRTH = /^(?:dob|birth ?date|birthday|date of birth|born)$/u;
const A_DATE = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{8})$/u;
/** Parameters that carry what group somebody was sorted into. */
const GROUP =
  /(?:^| )(?:seg|segment|segments|audience|persona|cohort|cluster|trait|group|utm content|utm term|utm campaign)$/u;
const GUESSED =
  /(?:^|[^a-z])(?:likely|predicted|inferred|probably|suspected|propensity|churn(?:er)?|pregnant|divorced|divorcee|widow(?:ed|er)?|bereaved|diabetic|depressed|bankrupt|indebted|low[ _-]income|high[ _-]income|single[ _-]mom|infertile|hiv)(?:[^a-z]|$)/iu;

function tells({ name: written, value }: Piece, checks: NumberChecks): boolean {
  const name = written.replace(CAMEL, " ").toLowerCase().replace(NOT_LETTER, " ").trim();
  const address = addressIn(value);
  if (address !== undefined) return MAIL.test(name) || isSomebody(address);
  if (HASHED.test(name) && DIGEST.test(value)) return true;
  if (PHONE.test(name)) return checks.isPhone(value);
  if (NAME.test(name)) return A_NAME.test(value);
  if (BIRTH.test(name)) return A_DATE.test(value);
  return GROUP.test(name) && GUESSED.test(value);
}

const ADDRESS =
  /(?<![^\s:,;|"<({[])[\w.+-]{1,64}@[a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){0,3}\.[a-z]{2,10}(?![\w.])/iu;
const BASE64 = /^[\w+/-]{12,400}={0,2}$/u;
/** Written as people write theirs; a message's own id has such a form, too, but no such name. */
const NAME_LIKE = /^[a-z]{1,20}(?:[._+-][a-z]{1,20}){0,3}\d{0,4}@/u;

function isSomebody(address: string | undefined): boolean {
  return address !== undefined && NAME_LIKE.test(address);
}

/** The address of a person, as it is or in base64. */
function addressIn(value: string): string | undefined {
  const plain = ADDRESS.exec(value)?.[0];
  const found = plain ?? (BASE64.test(value) ? ADDRESS.exec(fromBase64(value))?.[0] : undefined);
  return found !== undefined && isPersonal(found) ? found : undefined;
}

function fromBase64(value: string): string {
  try {
    return atob(value.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}
