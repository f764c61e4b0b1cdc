import type { Literal, Quoting } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import type { Piece } from "./block.ts";
import { decodeAttribute, decodeText } from "./entities.ts";

/** The content of a literal as pieces, its escapes decoded. */
export function decodeLiteral(text: string, { span, quoting }: Literal): readonly Piece[] {
  const escapes = ESCAPES[quoting];
  if (escapes === "references") return decodeAttribute(text, span);
  if (escapes === "text") return decodeText(text, span);
  return escapes === undefined ? [{ type: "text", span }] : decodeEscapes(text, span, escapes);
}

const BACKSLASH = /\\(?:u\{[\da-f]{1,6}\}|u[\da-f]{4}|x[\da-f]{2}|\r\n|.)/gisu;
const SINGLE_BACKSLASH = /\\./gsu;
const DOUBLED_DOUBLE = /""/gu;
const DOUBLED_SINGLE = /''/gu;

const ESCAPES: Readonly<Record<Quoting, RegExp | "references" | "text" | undefined>> = {
  double: BACKSLASH,
  single: BACKSLASH,
  template: BACKSLASH,
  heredoc: SINGLE_BACKSLASH,
  "bare-double": undefined,
  "bare-single": undefined,
  "doubled-double": DOUBLED_DOUBLE,
  "doubled-single": DOUBLED_SINGLE,
  "attribute-double": "references",
  "attribute-single": "references",
  markup: "text",
};

function decodeEscapes(text: string, { start, end }: Span, escapes: RegExp): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const { 0: sequence, index } of text.slice(start, end).matchAll(escapes)) {
    const span = { start: start + index, end: start + index + sequence.length };
    if (span.start > at) pieces.push({ type: "text", span: { start: at, end: span.start } });
    const decoded = decodeEscape(sequence);
    if (decoded !== "") pieces.push({ type: "whole", text: decoded, span });
    at = span.end;
  }
  if (at < end) pieces.push({ type: "text", span: { start: at, end } });
  return pieces;
}

const CODE_POINT = /^\\[ux]\{?([\da-f]+)\}?$/iu;
const LINE_END = /^\\[\r\n\u2028\u2029]/u;
const BLANK = /^\\[nrtvf]$/u;
const LAST_CODE_POINT = 0x10_ff_ff;

function decodeEscape(sequence: string): string {
  const code = CODE_POINT.exec(sequence)?.[1];
  if (code !== undefined) {
    const point = Number.parseInt(code, 16);
    return point > LAST_CODE_POINT ? "" : String.fromCodePoint(point);
  }
  if (LINE_END.test(sequence)) return "";
  return BLANK.test(sequence) ? " " : sequence.slice(1);
}
