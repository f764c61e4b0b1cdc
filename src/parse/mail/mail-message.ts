import { bodyDetail } from "../../embed/codecs/mail-body.ts";
import { headerDetail } from "../../embed/codecs/mail-header.ts";
import { base64Stretch } from "../../embed/mail/base64.ts";
import { type BodyDetail, bodyBytes, bodyText, plainText } from "../../embed/mail/body.ts";
import { type Charset, settleCharset } from "../../embed/mail/charset.ts";
import { decodeHeader } from "../../embed/mail/header.ts";
import type { Reading } from "../../embed/mail/placed-bytes.ts";
import { CHANNELS, type Channel, KINDS, type Kind } from "../../model/message.ts";
import type { Notice } from "../../model/notice.ts";
import type { Span } from "../../model/span.ts";
import type { ContainedMessage, Value } from "../containers/container.ts";
import type { Mail, MailBody } from "./mail-tree.ts";

export interface MailContext {
  readonly text: string;
  readonly reading: Reading;
  readonly newline: string;
  readonly inMbox: boolean;
  readonly kind: Kind;
}

/** A mail as a message: its subject and its texts. */
export function messageOfMail(
  mail: Mail,
  context: MailContext,
): { readonly message: ContainedMessage; readonly notices: readonly Notice[] } {
  const { text } = context;
  const bodies = mail.bodies.map((body) => readBody(body, context));
  const charset = mail.bodies.find((body) => body.charset !== undefined)?.charset ?? "";
  const subject = fieldOf(mail, "subject");
  const said = (name: string) => {
    const span = fieldOf(mail, name);
    return span === undefined ? undefined : text.slice(span.start, span.end);
  };
  const id = context.inMbox ? said("message-id")?.replace(ANGLES, "") : undefined;
  return {
    message: {
      ...(id === undefined ? {} : { id }),
      start: mail.span.start,
      channel: oneOf(CHANNELS, said("x-creeplint-channel")?.toLowerCase()) ?? "email",
      kind: oneOf(KINDS, said("x-creeplint-kind")?.toLowerCase()) ?? context.kind,
      values: [
        ...(subject === undefined ? [] : [readSubject(subject, charset, context)]),
        ...bodies.map(({ value }) => value),
      ],
    },
    notices: bodies.flatMap(({ notices }) => notices),
  };
}

const ANGLES = /^<|>$/gu;

function fieldOf({ fields }: Mail, name: string): Span | undefined {
  return fields.find((field) => field.name === name)?.value;
}

function oneOf<T extends Channel | Kind>(all: readonly T[], said: string | undefined) {
  return all.find((one) => one === said);
}

/** No subject is longer; what is, is an attack or an accident. */
const MAX_SUBJECT = 10_000;

function readSubject(value: Span, charset: string, { text, reading, newline }: MailContext): Value {
  const span = { start: value.start, end: Math.min(value.end, value.start + MAX_SUBJECT) };
  const detail = { reading, charset, newline };
  const decoded = decodeHeader(text, span, detail);
  return {
    text: decoded.text,
    role: "subject",
    embedding: { map: decoded.map, codec: "mail-header", span, detail: headerDetail(detail) },
  };
}

function readBody(body: MailBody, context: MailContext) {
  const { text, reading, newline, inMbox } = context;
  const { isHtml, delsp } = body;
  const { span, transfer } = sentAs(body, text);
  const sent = { transfer, reading, newline, isHtml, delsp, inMbox };
  const { decoded, charset } = decode(text, span, body.charset, sent);
  const detail = { ...sent, charset: charset.name };
  const value: Value = {
    text: decoded.text,
    role: "body",
    embedding: { map: decoded.map, codec: "mail-body", span, detail: bodyDetail(detail) },
    ...(isHtml ? { format: "html" } : {}),
  };
  return { value, notices: charset.isKnown ? [] : [unknownCharset(body, charset)] };
}

/** What calls itself base64 may be plain text. */
function sentAs(body: MailBody, text: string): Pick<MailBody, "span" | "transfer"> {
  if (body.transfer !== "base64") return body;
  const span = base64Stretch(text, body.span);
  const isText = span.end === span.start && body.span.end > body.span.start;
  return isText ? { span: body.span, transfer: "none" } : { span, transfer: "base64" };
}

const ASCII = /^[\0-\x7f]*$/u;

function decode(
  text: string,
  span: Span,
  label: string | undefined,
  sent: Omit<BodyDetail, "charset">,
) {
  // Most bodies are text of the file as it stands.
  const isPlain = sent.transfer === "none" && sent.reading === "utf-8";
  const raw = isPlain ? text.slice(span.start, span.end) : "";
  const known = settleCharset(label, SAMPLE);
  const charset = isPlain && !ASCII.test(raw) ? { ...known, name: "utf-8" } : known;
  const plain = isPlain ? plainText(text, span, { ...sent, charset: charset.name }) : undefined;
  if (plain !== undefined) return { decoded: plain, charset };
  const placed = bodyBytes(text, span, sent);
  const settled = settleCharset(label, placed.bytes);
  return { decoded: bodyText(text, placed, { ...sent, charset: settled.name }), charset: settled };
}

/** Without bytes, only the name counts. */
const SAMPLE = new Uint8Array();

function unknownCharset({ span, charset }: MailBody, { name }: Charset): Notice {
  return {
    level: "info",
    code: "mail-charset",
    message: `The character set "${(charset ?? "").slice(0, MAX_NAME)}" is not known; the text was read as ${name}.`,
    span: { start: span.start, end: span.start + 1 },
  };
}

const MAX_NAME = 40;
