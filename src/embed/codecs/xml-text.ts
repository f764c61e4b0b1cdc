import { decodeXML } from "entities";
import type { Embedding } from "../../model/embedding.ts";
import type { Edit } from "../../model/finding.ts";
import type { Span } from "../../model/span.ts";
import { buildProse, type ProseBuilder } from "../../text/offset-map.ts";
import type { Codec, Decoded, Embedded } from "../codec.ts";
import { writeDecoded } from "../escapes.ts";
import { splicing } from "../splice.ts";

/** A stretch of the content of an element, in order. What is left out is no part of the text. */
export interface XmlPiece {
  readonly type: "text" | "cdata" | "stand-in";
  readonly span: Span;
  /** What an element that prints something stands for. */
  readonly text?: string;
}

/**
 * `text`: character references are read. `markup`: they are left, since the text is markup.
 * `cdata`: there are none.
 */
export const XML_STYLES = ["text", "markup", "cdata"] as const;
export type XmlStyle = (typeof XML_STYLES)[number];

export interface XmlDetail {
  readonly style: XmlStyle;
  /** Backslashes escape, as in the resources of Android. */
  readonly isAndroid: boolean;
}

const ENTITY = String.raw`&(?:#x[\da-f]{1,8}|#\d{1,8}|[a-z][a-z\d]{1,31});`;
const BACKSLASH = String.raw`\\(?:u[\da-f]{4}|[\s\S])|"`;
const NEVER = /(?!)/g;

const MARKS: Readonly<Record<XmlStyle, readonly [plain: RegExp, android: RegExp]>> = {
  text: [new RegExp(ENTITY, "gi"), new RegExp(`${ENTITY}|${BACKSLASH}`, "gi")],
  markup: [NEVER, /\\(?:u[\da-f]{4}|[\s\S])/gi],
  cdata: [NEVER, new RegExp(BACKSLASH, "gi")],
};

/** Reads the content of an element. */
export function decodeXml(
  file: string,
  pieces: readonly XmlPiece[],
  { style, isAndroid }: XmlDetail,
): Decoded {
  const prose = buildProse();
  for (const piece of pieces) writePiece(prose, file, piece, { style, isAndroid });
  return prose.build();
}

function writePiece(
  prose: ProseBuilder,
  file: string,
  { type, span, text }: XmlPiece,
  { style, isAndroid }: XmlDetail,
): void {
  if (type === "stand-in") prose.whole(text ?? "", span);
  else {
    const [plain, android] = MARKS[type === "cdata" ? "cdata" : style];
    writeDecoded(prose, file, span, { mark: isAndroid ? android : plain, read: readMark });
  }
}

const LETTERS: Readonly<Record<string, string>> = { n: "\n", t: "\t" };

function readMark(mark: string): string {
  if (mark.startsWith("&")) return decodeXML(mark);
  // Quotes around a text keep its blanks.
  if (mark === '"') return "";
  const letter = mark.charAt(1);
  if (mark.length > 2) return String.fromCharCode(Number.parseInt(mark.slice(2), 16));
  return LETTERS[letter] ?? letter;
}

const SPECIAL = /[&<>]/g;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const ANDROID_SPECIAL = /[\\'"\n\t]/g;
const ANDROID_WRITTEN: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "'": "\\'",
  '"': '\\"',
  "\n": "\\n",
  "\t": "\\t",
};
const IN_TAGS = /<[^<>]*>|[\\'"\n\t]/g;

const splice = splicing((text, { embedding }) => {
  const { style, isAndroid } = detailOf(embedding);
  const escaped = isAndroid ? escapeAndroid(text, style) : text;
  return style === "text" ? escaped.replace(SPECIAL, (unit) => ENTITIES[unit] ?? unit) : escaped;
});

/** In markup, the quotes of attributes are none of the text. */
function escapeAndroid(text: string, style: XmlStyle): string {
  return text.replace(
    style === "markup" ? IN_TAGS : ANDROID_SPECIAL,
    (unit) => ANDROID_WRITTEN[unit] ?? unit,
  );
}

function detailOf({ detail = {} }: Embedding): XmlDetail {
  const { style, android } = detail;
  return { style: XML_STYLES.find((known) => known === style) ?? "text", isAndroid: android === 1 };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML does not take these.
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/u;
const CDATA_END = "]]>";
const REFERENCE = /^[@?]/u;
const LONE_QUOTE = /(?:^|[^\\])"/u;

/**
 * The content of an element. Where an edit would touch a tag or a mark that is not part of the
 * text, a person has to make it.
 */
export const xmlText: Codec = {
  edit: (edit, embedded) => {
    const placed = splice.edit(edit, embedded);
    if (placed === undefined || CONTROL.test(edit.text)) return undefined;
    const detail = detailOf(embedded.embedding);
    return touchesMarks(placed, embedded, detail)
      ? undefined
      : keepReference(edit, placed, embedded);
  },
};

function touchesMarks({ span, text }: Edit, { file }: Embedded, { style, isAndroid }: XmlDetail) {
  const before = file.slice(span.start, span.end);
  if (before.includes("<![") || before.includes(CDATA_END)) return true;
  if (style === "text" && before.includes("<")) return true;
  if (isAndroid && style !== "markup" && LONE_QUOTE.test(before)) return true;
  const around = file.slice(span.start - 2, span.start) + text + file.slice(span.end, span.end + 2);
  return style === "cdata" && around.includes(CDATA_END);
}

/** A resource of Android that begins with one of these is a reference to another. */
function keepReference(edit: Edit, placed: Edit, { text, embedding }: Embedded): Edit | undefined {
  if (!detailOf(embedding).isAndroid || edit.span.start > 0) return placed;
  if (REFERENCE.test(placed.text)) return { ...placed, text: `\\${placed.text}` };
  const isNew = placed.text === "" && REFERENCE.test(text.slice(edit.span.end));
  return isNew ? undefined : placed;
}
