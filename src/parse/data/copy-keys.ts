import type { Channel } from "../../model/message.ts";
import type { Role } from "../../model/segment.ts";
import { fieldParts } from "../field-parts.ts";
import { roleOfName } from "../header-lines.ts";

/** What a key, column or field of a data file holds. */
export interface CopyKey {
  readonly role: Role;
  /** The channel that only such a key has. */
  readonly channel?: Channel;
  /** Nothing but messages has such a key; others are found in any kind of data. */
  readonly isSure: boolean;
}

const SURE: readonly (readonly [Role, Channel | undefined, readonly string[]])[] = [
  ["subject", "email", ["subject line", "email subject", "mail subject", "subjectline"]],
  ["subject", "email", ["alternate subject", "subject a", "subject b"]],
  ["preheader", "email", ["preheader", "pre header", "preheader text", "preview text"]],
  ["preheader", "email", ["previewtext", "email preview", "inbox preview"]],
  ["body", "email", ["email body", "html body", "body html", "text body", "body text"]],
  ["body", "email", ["email html", "html content", "text content", "html part", "text part"]],
  ["headline", "ad", ["headline", "headlines", "long headline", "long headlines", "ad headline"]],
  ["headline", "ad", ["short headline", "creative headline", "ad title", "link title"]],
  ["headline", "ad", ["expanded text ad headline", "responsive search ad headline", "call out"]],
  ["headline", "ad", ["callout text", "sitelink text", "link text"]],
  ["description", "ad", ["link description", "ad description", "description line"]],
  ["description", "ad", ["creative description", "news feed link description"]],
  ["body", "ad", ["primary text", "primary texts", "ad copy", "ad text", "ad body", "bodies"]],
  ["body", "ad", ["introductory text", "intro text", "creative body", "post text", "tweet text"]],
  ["push-title", "push", ["push title", "notification title", "alert title", "push headline"]],
  ["body", "push", ["push", "push body", "push text", "push message", "notification body"]],
  ["body", "push", ["notification text", "notification message", "alert", "alert body"]],
  ["body", "sms", ["sms", "sms text", "sms body", "sms message", "sms copy", "mms", "whatsapp"]],
];

const WEAK: readonly (readonly [Role, readonly string[]])[] = [
  ["subject", ["subject", "subjects"]],
  ["preheader", ["preview"]],
  ["description", ["description", "descriptions"]],
  [
    "heading",
    ["heading", "headings", "subheading", "subheadline", "sub headline", "subtitle", "tagline"],
  ],
  [
    "body",
    [
      "body",
      "text",
      "html",
      "message",
      "messages",
      "content",
      "contents",
      "copy",
      "intro",
      "greeting",
    ],
  ],
  ["body", ["introduction", "caption", "paragraph", "paragraphs", "plain text", "plaintext"]],
  ["body", ["markdown", "texts", "variant", "variants", "closing", "signature", "ps"]],
  ["button", ["cta", "button", "button text", "button label", "cta text", "cta label"]],
  ["button", ["call to action"]],
  ["alt", ["alt", "alt text", "image alt", "alttext"]],
  ["footer", ["footer", "disclaimer"]],
];

const KEYS: ReadonlyMap<string, CopyKey> = new Map([
  ...WEAK.flatMap(([role, names]) =>
    names.map((name): readonly [string, CopyKey] => [name, { role, isSure: false }]),
  ),
  ...SURE.flatMap(([role, channel, names]) =>
    names.map((name): readonly [string, CopyKey] => [
      name,
      { role, isSure: true, ...(channel === undefined ? {} : { channel }) },
    ]),
  ),
]);

/** `Headline 1`, `Title Option 2`, `Subject Line B`. */
const COUNT = /^(?:\d{1,2}|option|part|variation|[a-e])$/u;

/** What a key of this name holds, in whichever way it is written; undefined where it is no copy. */
export function copyKeyOf(name: string, channel: Channel): CopyKey | undefined {
  const parts = fieldParts(name);
  const words = parts.filter((part, index) => index === 0 || !COUNT.test(part)).join(" ");
  if (words === "title" || words === "titles") {
    return { role: roleOfName("title", channel) ?? "body", isSure: false };
  }
  return KEYS.get(words);
}

/** Words of keys around a message that tell how it is sent. */
const AROUND: Readonly<Record<string, Channel>> = {
  email: "email",
  emails: "email",
  mail: "email",
  mails: "email",
  newsletter: "email",
  newsletters: "email",
  ad: "ad",
  ads: "ad",
  advert: "ad",
  adverts: "ad",
  push: "push",
  notification: "push",
  notifications: "push",
  aps: "push",
  apns: "push",
  alert: "push",
  sms: "sms",
  mms: "sms",
};

/** The channel that a key says of all that is below it. */
export function channelOfKey(key: string): Channel | undefined {
  return fieldParts(key)
    .map((part) => (Object.hasOwn(AROUND, part) ? AROUND[part] : undefined))
    .find((channel) => channel !== undefined);
}

const NEVER = new Set(
  (
    "id ids uuid guid url urls uri href link links src source slug sku path file filename class " +
    "classname type kind channel status color colour background image images img icon font key " +
    "locale lang language version schema ref code regex pattern format selector action method " +
    "tag tags category categories segment segments audience keyword keywords name names note notes " +
    "date timestamp created updated email domain host from to cc bcc sender author comment comments"
  ).split(" "),
);

/** Whether a key never holds copy, whatever its text looks like: names, addresses, looks. */
export function isNoCopyKey(key: string): boolean {
  if (NO_COPY_MARK.test(key)) return true;
  return NEVER.has(fieldParts(key).at(-1) ?? "");
}

const NO_COPY_MARK = /^(?:[@$]|_comment|\/\/)/u;
