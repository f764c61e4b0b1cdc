import type { TransferEncoding } from "../../embed/mail/body.ts";
import type { Notice } from "../../model/notice.ts";
import type { Span } from "../../model/span.ts";
import { type Parameterized, readParameterized } from "./content-type.ts";
import { type HeaderField, readHeader } from "./header-fields.ts";
import { guessBoundary, splitMultipart } from "./multipart.ts";

export interface Mail {
  readonly span: Span;
  readonly fields: readonly HeaderField[];
  readonly bodies: readonly MailBody[];
}

/** A text that is shown to the reader. */
export interface MailBody {
  readonly span: Span;
  readonly isHtml: boolean;
  readonly transfer: TransferEncoding;
  /** As named. */
  readonly charset: string | undefined;
  readonly delsp: boolean;
}

interface Walk {
  readonly text: string;
  /** The text with line feeds only. */
  readonly shape: string;
  readonly mails: Mail[];
  readonly notices: Notice[];
}

const MAX_DEPTH = 20;
const MAX_PARTS = 2000;

/** The mail, and after it those that are forwarded in it. Never throws. */
export function readMails(
  text: string,
  span: Span,
): { readonly mails: readonly Mail[]; readonly notices: readonly Notice[] } {
  // Same length, so that places are the same.
  const shape = text.includes("\n") ? text : text.replaceAll("\r", "\n");
  const walk: Walk = { text, shape, mails: [], notices: [] };
  addMail(walk, span, 0);
  return walk;
}

function addMail(walk: Walk, span: Span, depth: number): void {
  const { fields, end } = readHeader(walk.shape, span, false);
  const bodies: MailBody[] = [];
  walk.mails.push({ span, fields, bodies });
  addEntity(walk, { fields, body: { start: end, end: span.end } }, bodies, depth);
}

interface Entity {
  readonly fields: readonly HeaderField[];
  readonly body: Span;
}

function addEntity(walk: Walk, entity: Entity, bodies: MailBody[], depth: number): void {
  const type = parameterized(walk, entity, "content-type");
  const { value } = parameterized(walk, entity, "content-disposition");
  if (value === "attachment" || bodies.length >= MAX_PARTS) return;
  if (type.value.startsWith("multipart/")) {
    addParts(walk, entity, bodies, { type, depth });
  } else if (type.value.startsWith("message/rfc822") || type.value === "message/global") {
    if (depth < MAX_DEPTH) addMail(walk, entity.body, depth + 1);
    else walk.notices.push(tooDeep(entity.body));
  } else if (isText(type.value)) {
    bodies.push(readBody(walk, entity, type));
  }
}

function addParts(
  walk: Walk,
  entity: Entity,
  bodies: MailBody[],
  { type, depth }: { readonly type: Parameterized; readonly depth: number },
): void {
  const { shape, notices } = walk;
  const { body } = entity;
  if (depth >= MAX_DEPTH) {
    notices.push(tooDeep(body));
    return;
  }
  const named = type.parameters.get("boundary") ?? "";
  const split = named === "" ? undefined : splitMultipart(shape, body, named);
  const isFound = split !== undefined && (split.isClosed || split.parts.length > 0);
  const guess = isFound ? undefined : guessBoundary(shape, body);
  const { parts, isClosed } =
    guess === undefined ? (split ?? NO_PARTS) : splitMultipart(shape, body, guess);
  if (parts.length === 0 && !isFound) {
    notices.push(noBoundary(body));
    bodies.push(readBody(walk, entity, PLAIN));
    return;
  }
  if (!isClosed) notices.push(notClosed(body));
  for (const span of parts) {
    const { fields, end } = readHeader(shape, span, true);
    addEntity(walk, { fields, body: { start: end, end: span.end } }, bodies, depth + 1);
  }
}

const NO_PARTS = { parts: [], isClosed: true } as const;
const PLAIN: Parameterized = { value: "text/plain", parameters: new Map() };
const KNOWN = /^[a-z-]+\/[\w.+-]+$/u;
const TEXTS = new Set(["text/plain", "text/html", "text/x-amp-html", "text/watch-html", "text"]);

/** Where the type is missing or means nothing, a part is plain text. */
function isText(type: string): boolean {
  return TEXTS.has(type) || !KNOWN.test(type);
}

function readBody({ text }: Walk, { fields, body }: Entity, type: Parameterized): MailBody {
  const field = fields.find(({ name }) => name === "content-transfer-encoding");
  const encoding = field === undefined ? "" : text.slice(field.value.start, field.value.end);
  return {
    span: body,
    isHtml: type.value.endsWith("html"),
    transfer: transferOf(readParameterized(encoding).value),
    charset: type.parameters.get("charset"),
    delsp:
      type.parameters.get("format")?.toLowerCase() === "flowed" &&
      type.parameters.get("delsp")?.toLowerCase() === "yes",
  };
}

function transferOf(name: string): TransferEncoding {
  if (name === "base64" || name === "quoted-printable") return name;
  return "none";
}

function parameterized({ text }: Walk, { fields }: Entity, name: string): Parameterized {
  const field = fields.find((one) => one.name === name);
  const { start, end } = field?.value ?? { start: 0, end: 0 };
  return readParameterized(text.slice(start, Math.min(end, start + MAX_VALUE)));
}

const MAX_VALUE = 4000;

function at({ start }: Span): Span {
  return { start, end: start + 1 };
}

function tooDeep(body: Span): Notice {
  return {
    level: "warning",
    code: "mail-too-deep",
    message: `Parts are nested more than ${MAX_DEPTH} deep; what is in this one was not read.`,
    span: at(body),
  };
}

function noBoundary(body: Span): Notice {
  return {
    level: "warning",
    code: "mail-no-parts",
    message: "Nothing in this mail separates its parts; it was read as one plain text.",
    hint: "Check that the boundary in Content-Type is the one in the body.",
    span: at(body),
  };
}

function notClosed(body: Span): Notice {
  return {
    level: "info",
    code: "mail-cut-off",
    message: "The last boundary of this mail is missing; it may have been cut off.",
    span: at(body),
  };
}
