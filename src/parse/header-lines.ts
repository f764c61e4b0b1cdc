import type { Channel } from "../model/message.ts";
import type { Role } from "../model/segment.ts";
import type { Block, Document } from "./block.ts";
import { decodeText } from "./entities.ts";
import { linesIn } from "./lines.ts";

export interface HeaderLine {
  /** Undefined where the line is no copy. */
  readonly role: Role | undefined;
  /** Characters up to the text. */
  readonly length: number;
}

const LABEL =
  /^\s*(?:\*\*|__)?([A-Za-z][A-Za-z -]{1,24}?)(?: ?\d{1,2})?(?: ?\([^)]{0,24}\))?\s?:(?:\*\*|__)?[ \t]*/u;

/** Reads `Subject: …` and its like. Lines of a mail's header count only at the top of the text. */
export function readHeaderLine(
  line: string,
  atTop: boolean,
  channel: Channel,
): HeaderLine | undefined {
  const match = LABEL.exec(line);
  if (match?.[1] === undefined) return undefined;
  const label = match[1].toLowerCase().replaceAll("-", " ").trim();
  const role = roleOfName(label, channel);
  if (role !== undefined) return { role, length: match[0].length };
  return atTop && MAIL_HEADERS.has(label) ? { role: undefined, length: 0 } : undefined;
}

const MAX_HEADER = 4000;

/** The header lines that stand above markup, and where they end. */
export function readHeaderLines({ masked, range, channel }: Document): {
  readonly blocks: readonly Block[];
  readonly start: number;
} {
  const blocks: Block[] = [];
  const top = { start: range.start, end: Math.min(range.end, range.start + MAX_HEADER) };
  let { start } = range;
  for (const line of linesIn(masked, top)) {
    const text = masked.slice(line.start, line.end);
    const header = readHeaderLine(text, true, channel);
    if (header === undefined && text.trim() !== "") break;
    if (header === undefined) continue;
    if (header.role === "body") return { blocks, start: line.start + header.length };
    start = line.end;
    if (header.role === undefined) continue;
    const pieces = decodeText(masked, { start: line.start + header.length, end: line.end });
    blocks.push({ role: header.role, pieces });
  }
  return { blocks, start };
}

const MAIL_HEADERS = new Set([
  "to",
  "from",
  "reply to",
  "from name",
  "sender",
  "cc",
  "bcc",
  "date",
  "sent",
  "message id",
  "mime version",
  "content type",
  "content transfer encoding",
  "return path",
  "received",
  "delivered to",
  "x mailer",
  "precedence",
  "list unsubscribe",
  "channel",
  "segment",
  "audience",
  "campaign",
  "template",
  "language",
  "locale",
]);

const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["subject", "subject"],
  ["subject line", "subject"],
  ["email subject", "subject"],
  ["preheader", "preheader"],
  ["pre header", "preheader"],
  ["preview", "preheader"],
  ["preview text", "preheader"],
  ["previewtext", "preheader"],
  ["preheader text", "preheader"],
  ["headline", "headline"],
  ["long headline", "headline"],
  ["ad headline", "headline"],
  ["heading", "heading"],
  ["h1", "heading"],
  ["description", "description"],
  ["link description", "description"],
  ["push title", "push-title"],
  ["notification title", "push-title"],
  ["body", "body"],
  ["text", "body"],
  ["copy", "body"],
  ["message", "body"],
  ["primary text", "body"],
  ["intro", "body"],
  ["introduction", "body"],
  ["content", "body"],
  ["push", "body"],
  ["push body", "body"],
  ["sms", "body"],
  ["html", "body"],
  ["body html", "body"],
  ["body text", "body"],
  ["email body", "body"],
  ["alert", "body"],
  ["cta", "button"],
  ["button", "button"],
  ["button text", "button"],
  ["cta text", "button"],
  ["call to action", "button"],
  ["alt", "alt"],
  ["footer", "footer"],
]);

const TITLE: Record<Channel, Role> = {
  email: "subject",
  ad: "headline",
  push: "push-title",
  sms: "body",
  web: "heading",
};

/** What a label, key or column of this name holds; undefined where it holds no copy. */
export function roleOfName(name: string, channel: Channel): Role | undefined {
  return name === "title" ? TITLE[channel] : ROLES.get(name);
}
