import type { Guard, Hole, Role, Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { buildProse, type ProseBuilder } from "../text/offset-map.ts";
import { placeholderFor } from "./placeholder.ts";

/** One thing to write, its template tag already read. */
export type Item =
  | { readonly type: "text"; readonly span: Span }
  | { readonly type: "whole"; readonly text: string; readonly span: Span }
  | { readonly type: "hole"; readonly hole: Omit<Hole, "at"> };

interface Writer {
  readonly source: string;
  /** A URL is written as it is: its holes touch their neighbours. */
  readonly isLink: boolean;
  readonly prose: ProseBuilder;
  readonly holes: Hole[];
  /** The blank that is written as soon as anything follows it. */
  blank: Span | undefined;
  afterHole: boolean;
  /** What was written last: asking the prose for it would copy all of it each time. */
  last: string;
  /** The next word starts a sentence. */
  atStart: boolean;
}

/** Writes items as prose: blanks collapsed, holes filled by a word that keeps its distance. */
export function writeProse(
  source: string,
  items: readonly Item[],
  { role, guards }: { readonly role: Role; readonly guards: readonly Guard[] },
): Segment | undefined {
  const writer: Writer = {
    source,
    isLink: role === "link",
    prose: buildProse(),
    holes: [],
    blank: undefined,
    afterHole: false,
    last: "",
    atStart: true,
  };
  for (const item of items) {
    if (item.type === "text") writeText(writer, item.span);
    else if (item.type === "whole") writeWhole(writer, item.text, item.span);
    else writeHole(writer, item.hole);
  }
  if (writer.prose.length === 0) return undefined;
  return { role, ...writer.prose.build(), holes: writer.holes, guards };
}

// Blanks of any kind, and marks that nobody sees: padding of preheaders, soft hyphens.
const SPECIAL = /[\s\u00a0]+|(?:\u034f|[\u00ad\u061c\u180e\u200b\u200c\u2060\ufeff])+/gu;
const BLANK = /^[\s\u00a0]/u;

function writeText(writer: Writer, { start, end }: Span): void {
  const text = writer.source.slice(start, end);
  let at = 0;
  for (const { 0: special, index } of text.matchAll(SPECIAL)) {
    copy(writer, text.slice(at, index), start + at);
    at = index + special.length;
    if (BLANK.test(special)) addBlank(writer, { start: start + index, end: start + at });
  }
  copy(writer, text.slice(at), start + at);
}

function copy(writer: Writer, text: string, start: number): void {
  if (text === "") return;
  prepare(writer, text, start);
  writer.prose.copy(text, start);
}

function writeWhole(writer: Writer, text: string, span: Span): void {
  const visible = text.replace(SPECIAL, (special) => (BLANK.test(special) ? " " : ""));
  if (visible === " ") addBlank(writer, span);
  else if (visible !== "") {
    prepare(writer, visible, span.start);
    writer.prose.whole(visible, span);
  }
}

/** Of blanks with markup or a tag between them the first one stands for all. */
function addBlank(writer: Writer, span: Span): void {
  const { blank } = writer;
  if (blank === undefined) writer.blank = span;
  else if (blank.end === span.start) writer.blank = { start: blank.start, end: span.end };
}

const WORD_START = /^[\p{L}\p{N}]/u;
const WORD_END = /[\p{L}\p{N}]$/u;
const PLURAL = /^s(?![\p{L}\p{N}])/u;
const SENTENCE_END = /[.!?…:][)"'”’]*$/u;

/** Writes the blank that is due, and keeps a word apart from the placeholder before it. */
function prepare(writer: Writer, next: string, start: number): void {
  const { prose, blank, isLink, source } = writer;
  const glued = blank === undefined && WORD_START.test(next) && !PLURAL.test(next);
  if (blank !== undefined && prose.length > 0) {
    if (source.slice(blank.start, blank.end) === " ") prose.copy(" ", blank.start);
    else prose.whole(" ", blank);
  } else if (writer.afterHole && glued && !isLink) prose.whole(" ", { start, end: start });
  writer.blank = undefined;
  writer.afterHole = false;
  writer.last = next;
  writer.atStart = SENTENCE_END.test(next);
}

/** The mark of a share, not the first of a tag. */
const PER_CENT = /^%(?![%A-Z[=])/u;
const CURRENCY = /[$€£¥#]$/u;

function writeHole(writer: Writer, hole: Omit<Hole, "at">): void {
  const { prose, source, isLink, atStart } = writer;
  const { span } = hole;
  const before = writer.blank === undefined ? writer.last : " ";
  prepare(writer, "", span.start);
  if (WORD_END.test(before) && !isLink) prose.whole(" ", { start: span.start, end: span.start });
  const isFigure = CURRENCY.test(before) || PER_CENT.test(source.slice(span.end, span.end + 2));
  const word = isFigure ? "7" : placeholderFor(hole.fields);
  const at = prose.length;
  prose.whole(atStart && !isLink ? capitalize(word) : word, span);
  writer.holes.push({ at: { start: at, end: prose.length }, ...hole });
  writer.afterHole = true;
  writer.last = word;
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
