import type { Span } from "../../model/span.ts";
import { buildProse, type ProseBuilder } from "../../text/offset-map.ts";
import type { Decoded } from "../codec.ts";
import { type Line, linesOf } from "../lines.ts";

const HEADER = /^([|>])(?:([1-9])([-+]?)|([-+]?)([1-9]?))[^\r\n]*(?:\r\n|\n|\r|$)/u;

interface Header {
  readonly isFolded: boolean;
  readonly chomp: string;
  /** Blanks that every line begins with; undefined where the first line tells. */
  readonly indent: number | undefined;
  readonly length: number;
}

/** A line of the content: how many blanks it begins with, and whether it has more than blanks. */
interface ContentLine extends Line {
  readonly blanks: number;
  readonly isEmpty: boolean;
}

interface Block {
  readonly file: string;
  readonly prose: ProseBuilder;
  readonly isFolded: boolean;
  readonly indent: number;
}

/** Reads a YAML block scalar of which `span` has the header and the lines of the content. */
export function decodeBlock(file: string, span: Span, parentIndent: number): Decoded {
  const header = readHeader(file.slice(span.start, span.end), parentIndent);
  const lines = contentLines(file, { start: span.start + header.length, end: span.end });
  const first = lines.findIndex(({ isEmpty }) => !isEmpty);
  const indent = header.indent ?? lines[first]?.blanks ?? 0;
  const last = lines.findLastIndex((line) => !line.isEmpty || line.blanks > indent);
  const block = { file, prose: buildProse(), isFolded: header.isFolded, indent };
  if (first === -1) return block.prose.build();
  for (const line of lines.slice(0, first)) writeBlank(block, line);
  writeLines(block, lines.slice(first, last + 1));
  writeEnd(block, lines.slice(last), header.chomp);
  return block.prose.build();
}

function readHeader(raw: string, parentIndent: number): Header {
  const [whole = "", style, before, chompBehind, chomp, behind] = HEADER.exec(raw) ?? [];
  const digit = before ?? (behind === "" ? undefined : behind);
  return {
    isFolded: style === ">",
    chomp: chompBehind ?? chomp ?? "",
    indent: digit === undefined ? undefined : parentIndent + Number(digit),
    length: whole.length,
  };
}

function contentLines(file: string, span: Span): readonly ContentLine[] {
  return linesOf(file, span).map((line) => {
    let at = line.span.start;
    while (at < line.span.end && file.charAt(at) === " ") at += 1;
    return { ...line, blanks: at - line.span.start, isEmpty: at === line.span.end };
  });
}

/** A line without its indentation. */
function insideOf({ indent }: Block, { span: { start, end } }: Line): Span {
  return { start: Math.min(end, start + indent), end };
}

function writeBlank(block: Block, line: ContentLine): void {
  const { start, end } = insideOf(block, line);
  block.prose.copy(block.file.slice(start, end), start);
  block.prose.whole("\n", { start: end, end: line.next });
}

function writeLines(block: Block, lines: readonly ContentLine[]): void {
  const { file, prose, isFolded, indent } = block;
  let separator = "";
  let from = 0;
  let wasDeep = false;
  for (const line of lines) {
    const { start, end } = insideOf(block, line);
    const text = file.slice(start, end);
    const isDeep = isFolded && (line.blanks > indent || text.startsWith("\t"));
    if (isFolded && text === "") {
      separator = separator === " " ? "\n" : `${separator}\n`;
      continue;
    }
    const fold = isDeep ? foldBeforeDeep(separator, wasDeep) : separator;
    prose.whole(fold, { start: from, end: line.span.start });
    prose.copy(text, start);
    separator = isFolded && !isDeep ? " " : "\n";
    from = end;
    wasDeep = isDeep;
  }
}

/** Lines that are indented more keep their breaks, and the one before them. */
function foldBeforeDeep(separator: string, wasDeep: boolean): string {
  if (separator === " ") return "\n";
  return wasDeep || separator === "" ? separator : `${separator}\n`;
}

/** The break of the last line, and with `+` the empty lines behind it. */
function writeEnd(block: Block, [last, ...rest]: readonly ContentLine[], chomp: string): void {
  if (chomp === "-" || last === undefined) return;
  block.prose.whole("\n", { start: last.span.end, end: last.next });
  if (chomp === "+") for (const line of rest.slice(0, -1)) writeBlank(block, line);
}
