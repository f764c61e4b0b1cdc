import type { Detector } from "./literal-text.ts";
import { domainOf, spansOf } from "./literal-text.ts";

const EMAIL = /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b/gu;
const WHOLE = /^[\w.+-]{1,64}@[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,10}$/iu;
/** `jane.roe`, `j.roe`: a person's name before the sign, and a domain of letters behind it. */
const PERSON = /^[a-z]{1,20}\.[a-z]{2,25}\d{0,4}@[a-z][a-z-]*(?:\.[a-z-]+)*\.[a-z]{2,10}$/iu;
const ROLE_ADDRESS =
  /^(?:help|hello|hi|info|support|sales|service|services|care|team|news|newsletter|no-?reply|do-?not-?reply|contact|orders?|billing|accounts?|press|jobs|careers|privacy|legal|feedback|unsubscribe|marketing|shop|store|admin|office|events?|bookings?|reservations|members?|membership|customer.*|cards?|returns?|security|abuse|postmaster|mail|email|enquiries|inquiries|donate|partners?|reception|studio|community|welcome|you|your|name|user|username|me|my|someone|somebody|example|test|subscriber|recipient|sender|reply|bounce|first\.?last|firstname.*|xx+)\b/iu;
/** Anybody can have an address here, so the domain says nothing about the sender. */
const FREE_MAIL =
  /@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|aol|icloud|me|mac|gmx|web|t-online|proton|protonmail|pm|fastmail|mail|yandex|qq|163|orange|wanadoo|free|laposte|libero|btinternet|sky|virginmedia|comcast|verizon|att)\.(?:com|co\.uk|net|de|fr|it|es|me|ru|at|ch|org|ca|com\.au|co\.in|in|ie|nl|pl|com\.br)$/iu;
/** Whom the reader is to write to. */
const CONTACT =
  /\b(?:contact|e-?mail|e-?mails|mail|write|reach|reply|respond|message|ask|rsvp|questions?|support|help|press|media|enquir\w*|inquir\w*|touch|apply|cv|resume|submit|send|forward|call|from|by|via|written|author\w*|editor\w*|maintain\w*|copyright|feedback|suggest\w*|talk|speak|phone|tel|visit|invoices?|@)\b[^.!?]*$|[|·•©][^.!?]*$|(?:^|\W)(?:cc|bcc|from|to|reply-to)\W{0,3}:[^.!?]*$/iu;
/** What is said of the reader's own address. */
const READER =
  /\b(?:your (?:account|e-?mail|address|file|login|profile|order|user ?name|name|number)|(?:sent|delivered|addressed|registered|belongs?|linked|mailed) (?:[\w ]{0,30} )?(?:to|for|with|under|as)|signed in as|logged in as|hello|hi|dear)\b[^.!?]*$|\b(?:customer|passenger|recipient|guest|patient|subscriber|account holder)(?: e-?mail)?: ?[^.!?]*$/iu;

/** E-mail addresses of a person who is not the sender. */
export const personalAddresses: Detector = ({ text, isLink, before, ownDomains }) =>
  isLink
    ? []
    : spansOf(text, EMAIL).filter(({ start, end }) => {
        const address = text.slice(start, end);
        if (!isPersonal(address)) return false;
        const words = before(start);
        if (READER.test(words)) return true;
        if (CONTACT.test(words)) return false;
        const isFree = FREE_MAIL.test(address);
        if (!isFree && ownDomains().has(domainOf(address.slice(address.indexOf("@") + 1)))) {
          return false;
        }
        return isFree || PERSON.test(address);
      });

/** Whether this is the address of somebody: not of a desk, and no stand-in for one. */
export function isPersonal(address: string): boolean {
  return (
    WHOLE.test(address) &&
    !ROLE_ADDRESS.test(address) &&
    !OFFICE.test(address) &&
    !FILE.test(address)
  );
}

/** Authorities, and `logo@2x.png` */
const OFFICE = /\.gov(?:\.[a-z]{2})?$/iu;
const FILE = /@\dx|\.(?:png|jpe?g|gif|svg|webp|css|js)$/iu;
