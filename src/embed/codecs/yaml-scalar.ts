import type { Embedding } from "../../model/embedding.ts";
import type { Edit } from "../../model/finding.ts";
import type { Span } from "../../model/span.ts";
import { placeIn } from "../../text/compose-map.ts";
import { applyEdits } from "../../text/edit.ts";
import type { Codec, Decoded, Embedded } from "../codec.ts";
import { widen } from "../splice.ts";
import { decodeBlock } from "./yaml-block.ts";
import { decodeFlow, type FlowStyle } from "./yaml-flow.ts";

/** How a YAML scalar is written; kept in the embedding's detail. */
export interface YamlDetail {
  readonly style: FlowStyle | "block";
  /** Blanks before the lines of the collection that a block stands in. */
  readonly indent: number;
  /** Inside of brackets, where a comma ends a plain scalar. */
  readonly isFlow: boolean;
}

/** Reads a YAML scalar of which `span` has the quotes, or the header and the lines of a block. */
export function decodeYaml(
  file: string,
  span: Span,
  { style, indent, isFlow }: YamlDetail,
): Decoded & { readonly embedding: Embedding } {
  const detail = { style, indent, flow: isFlow ? 1 : 0 };
  const { text, map } = read(file, span, { style, indent });
  return { text, map, embedding: { map, codec: "yaml-scalar", span, detail } };
}

function read(
  file: string,
  span: Span,
  { style, indent }: Pick<YamlDetail, "style" | "indent">,
): Decoded {
  if (style === "block") return decodeBlock(file, span, indent);
  if (style === "plain") return decodeFlow(file, span, style);
  return decodeFlow(file, { start: span.start + 1, end: span.end - 1 }, style);
}

/** Past this, a value is not read again to see whether an edit came out right. */
const LONG = 100_000;

/**
 * A YAML scalar. The style is kept where it can say the new text; else a scalar that is no block
 * is put in double quotes.
 */
export const yamlScalar: Codec = {
  edit: (edit, embedded) => {
    const { style, indent, isFlow } = detailOf(embedded.embedding);
    const spliced = splice(edit, embedded, { style, indent });
    const { file, text, embedding } = embedded;
    const { span } = embedding;
    if (span.end - span.start > LONG) return isWithinLine(edit, embedded) ? spliced : undefined;
    const wanted = applyEdits(text, [edit]);
    const before = file.slice(span.start, span.end);
    const after = applyEdits(before, [
      {
        text: spliced.text,
        span: { start: spliced.span.start - span.start, end: spliced.span.end - span.start },
      },
    ]);
    const whole = { start: 0, end: after.length };
    // A line break of a flow scalar would have to be folded anew.
    const isKept =
      !(style !== "block" && spliced.text.includes("\n")) &&
      read(after, whole, { style, indent }).text === wanted &&
      (style === "block"
        ? isSafeBlock(wanted)
        : style !== "plain" || isSafe(after, before, isFlow));
    if (isKept) return spliced;
    if (style === "block") return undefined;
    return { span, text: JSON.stringify(wanted), decoded: wanted };
  },
};

function detailOf({ detail = {} }: Embedding): YamlDetail {
  const { style, indent = 0, flow } = detail;
  const known = STYLES.find((one) => one === style) ?? "double";
  return { style: known, indent: Number(indent), isFlow: flow === 1 };
}

const STYLES = ["plain", "single", "double", "block"] as const;

function splice(
  edit: Edit,
  embedded: Embedded,
  { style, indent }: Pick<YamlDetail, "style" | "indent">,
): Edit {
  const { span, text } = widen(edit, embedded);
  const place = placeIn(embedded.embedding.map, span);
  const encoded = ENCODERS[style](text, embedded, indent);
  // Behind the last break of a block there is no line to indent.
  const isAtEnd = style === "block" && span.end === embedded.text.length;
  return { span: place, text: isAtEnd ? encoded.replace(LAST_INDENT, "\n") : encoded };
}

type Encode = (text: string, embedded: Embedded, indent: number) => string;

const BREAK = /\n/g;
const LAST_INDENT = /\n +$/u;
const QUOTE = /'/g;

const ENCODERS: Readonly<Record<YamlDetail["style"], Encode>> = {
  plain: (text) => text,
  single: (text) => text.replace(QUOTE, "''"),
  double: (text) => JSON.stringify(text).slice(1, -1),
  block: (text, embedded, indent) =>
    text.includes("\n") ? text.replace(BREAK, `\n${indentOf(embedded, indent)}`) : text,
};

const FIRST_LINE = /[\r\n]( +)[^\s]/u;

/** The blanks before the lines of a block. */
function indentOf({ file, embedding: { span } }: Embedded, indent: number): string {
  const [, blanks] = FIRST_LINE.exec(file.slice(span.start, span.end)) ?? [];
  return blanks ?? " ".repeat(indent + 2);
}

/** Of the long ones, only edits inside of a line are sure to come out right. */
function isWithinLine({ span, text }: Edit, embedded: Embedded): boolean {
  const around = embedded.text.slice(span.start - 1, span.end + 1);
  return (
    around.length > span.end - span.start + 1 &&
    !`${around}${text}`.includes("\n") &&
    EDGES.test(text)
  );
}

const EDGES = /^\S(?:.*\S)?$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: YAML does not take these.
const CONTROL = /[\0-\x08\x0b-\x1f\x7f]/u;

function isSafeBlock(text: string): boolean {
  return !CONTROL.test(text);
}

/** What ends or changes a plain scalar. */
const DANGERS = [
  // Indicators at its start.
  /^(?:[-?:](?:\s|$)|[,[\]{}#&*!|>'"%@`])/u,
  // A comment, or a key.
  /\s#|:(?:\s|$)/u,
  // Marks of documents.
  /^(?:---|\.\.\.)/mu,
  // Other types.
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\d[\d_,.:eE+-]*|0x[\da-f]+|0o[0-7]+|\.inf|\.\d+)|\.nan|\d{4}-\d\d-\d\d.*)?$/iu,
  /^\s|\s$|\n[ \t]*#/u,
  CONTROL,
];
const FLOW_DANGER = /[,[\]{}]/u;

/** A scalar that is odd already, since a template tag begins it, may stay so. */
function isSafe(after: string, before: string, isFlow: boolean): boolean {
  return [...DANGERS, ...(isFlow ? [FLOW_DANGER] : [])].every(
    (danger) => !danger.test(after) || danger.test(before),
  );
}
