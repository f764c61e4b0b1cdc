import type { Role } from "../../model/segment.ts";
import type { Span } from "../../model/span.ts";
import type { Block, Document, Format } from "../block.ts";
import { decodeText } from "../entities.ts";
import { readHeaderLine } from "../header-lines.ts";
import { linesIn } from "../lines.ts";
import { htmlBlockEnd, startsHtml } from "../markdown-html.ts";
import { readInline } from "../markdown-inline.ts";
import { html } from "./html.ts";

/**
 * Markdown as far as prose goes: which lines belong together, and what on them is no text. A tree
 * is not needed for that, and parsers that build one take most of a second for 300 KB.
 */
export const markdown: Format = {
  extensions: [".md", ".markdown", ".mdx"],
  cut: (document) => {
    const state: State = {
      document,
      blocks: [],
      comments: [],
      dead: [],
      lines: [],
      role: document.role,
      inList: false,
      afterBlank: true,
      inTable: false,
    };
    const lines = linesIn(document.masked, document.range);
    for (let index = 0; index < lines.length; ) index = readLine(state, lines, index);
    endBlock(state);
    return state;
  },
};

interface State {
  readonly document: Document;
  readonly blocks: Block[];
  readonly comments: Span[];
  readonly dead: Span[];
  /** Lines of the block that is being read. */
  lines: Span[];
  role: Role;
  /** Indented lines go on with a list item. */
  inList: boolean;
  afterBlank: boolean;
  inTable: boolean;
}

const QUOTE = /^[ \t]{0,3}>[ \t]?/u;
const BLANK = /^\s*$/u;
const FENCE = /^[ \t]*(`{3,}|~{3,})/u;
/** `[//]: # (…)`: a link definition that nobody uses stands for a comment. */
const COMMENT = /^ {0,3}\[(?:\/\/|comment)\]:[ \t]*(?:#|<>)[ \t]+[("']/iu;
const INDENTED = /^(?: {4}|\t)/u;

/** Reads the block that starts on a line, or adds the line to it. Returns the next line's index. */
function readLine(state: State, lines: readonly Span[], index: number): number {
  const line = lines[index] ?? { start: 0, end: 0 };
  const span = withoutQuotes(state, line);
  const text = state.document.masked.slice(span.start, span.end);
  const fence = FENCE.exec(text)?.[1];
  if (fence !== undefined) return skipFence(state, lines, index + 1, fence);
  if (BLANK.test(text)) endParagraph(state);
  else if (COMMENT.test(text)) addComment(state, span, text);
  else if (state.afterBlank && !state.inList && INDENTED.test(text)) return index + 1;
  else if (startsHtml(text, state.lines.length > 0)) return readHtml(state, lines, index);
  else {
    readText(state, span, text, lines[index + 1]);
    state.afterBlank = false;
  }
  return index + 1;
}

function addComment(state: State, { start }: Span, text: string): void {
  state.comments.push({ start: start + text.indexOf("["), end: start + text.trimEnd().length });
}

function withoutQuotes({ document }: State, line: Span): Span {
  let { start } = line;
  for (let depth = 0; depth < MAX_QUOTES; depth += 1) {
    const mark = QUOTE.exec(document.masked.slice(start, Math.min(line.end, start + 8)));
    if (mark === null) break;
    start += mark[0].length;
  }
  return { start, end: line.end };
}

const MAX_QUOTES = 8;

function endParagraph(state: State): void {
  endBlock(state);
  state.afterBlank = true;
  state.inTable = false;
}

function skipFence(state: State, lines: readonly Span[], from: number, fence: string): number {
  endBlock(state);
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? { start: 0, end: 0 };
    const text = state.document.masked.slice(line.start, line.end).trim().replace(QUOTE, "");
    if (text.startsWith(fence) && text.replaceAll(fence.charAt(0), "") === "") return index + 1;
  }
  return lines.length;
}

function readHtml(state: State, lines: readonly Span[], index: number): number {
  endBlock(state);
  const { masked } = state.document;
  const next = htmlBlockEnd(masked, lines, index);
  const range = { start: lines[index]?.start ?? 0, end: lines[next - 1]?.end ?? 0 };
  const cut = html.cut({ ...state.document, range });
  state.blocks.push(...cut.blocks);
  state.comments.push(...cut.comments);
  state.dead.push(...cut.dead);
  return next;
}

const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\s*$/u;
const UNDERLINE = /^ {0,3}(?:=+|-+)\s*$/u;
const HEADING = /^ {0,3}#{1,6}(?=\s)[ \t]*/u;
const CLOSING_MARKS = /[ \t]#+\s*$/u;
const ITEM = /^[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/u;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*<?([^\s<>]+)/u;
const DELIMITERS = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?\s*$/u;

function readText(state: State, span: Span, text: string, next: Span | undefined): void {
  const heading = HEADING.exec(text);
  const address = state.lines.length === 0 ? DEFINITION.exec(text) : null;
  if (UNDERLINE.test(text) && state.lines.length > 0) endHeading(state);
  else if (RULE.test(text)) endBlock(state);
  else if (heading !== null) readHeading(state, span, text, heading[0].length);
  else if (address !== null) addAddress(state, span.start, address);
  else if (isTableRow(state, text, next)) readRow(state, span, text);
  else readItemOrLine(state, span, text);
}

function endHeading(state: State): void {
  state.role = "heading";
  endBlock(state);
}

function readHeading(state: State, span: Span, text: string, markLength: number): void {
  endBlock(state);
  const end = span.start + text.replace(CLOSING_MARKS, "").length;
  state.role = "heading";
  addLine(state, { start: span.start + markLength, end });
  endBlock(state);
}

function addAddress(state: State, start: number, [whole, address = ""]: RegExpExecArray): void {
  const end = start + whole.length;
  const pieces = decodeText(state.document.masked, { start: end - address.length, end });
  state.blocks.push({ role: "link", pieces });
}

function readItemOrLine(state: State, span: Span, text: string): void {
  const item = ITEM.exec(text);
  if (item !== null) {
    endBlock(state);
    state.inList = true;
  } else if (state.afterBlank && !INDENT.test(text)) state.inList = false;
  addLine(state, { start: span.start + (item?.[0].length ?? 0), end: span.end });
}

const INDENT = /^[ \t]/u;

/** A line of prose; it may be a header line such as `**Subject:** You left`. */
function addLine(state: State, span: Span): void {
  const { masked, channel, role } = state.document;
  const header = readHeaderLine(
    masked.slice(span.start, span.end),
    state.blocks.length === 0 && state.lines.length === 0,
    channel,
  );
  if (header === undefined) {
    state.lines.push(span);
    return;
  }
  endBlock(state);
  if (header.role === undefined) return;
  state.role = header.role;
  state.lines.push({ start: span.start + header.length, end: span.end });
  if (header.role !== role) endBlock(state);
}

function isTableRow({ document, inTable }: State, text: string, next: Span | undefined): boolean {
  if (!text.includes("|")) return false;
  if (inTable) return true;
  const following = next === undefined ? "" : document.masked.slice(next.start, next.end);
  return following.includes("|") && DELIMITERS.test(following);
}

const CELL = /(?:\\.|[^|\\\r\n])+/gsu;

function readRow(state: State, span: Span, text: string): void {
  endBlock(state);
  state.inTable = true;
  if (DELIMITERS.test(text)) return;
  for (const { 0: cell, index } of text.matchAll(CELL)) {
    const start = span.start + index;
    state.lines.push({ start, end: start + cell.length });
    endBlock(state);
  }
}

function endBlock(state: State): void {
  const { document, lines, role } = state;
  if (lines.length > 0) {
    const { pieces, blocks, comments } = readInline(document, lines);
    state.blocks.push(...blocks);
    state.comments.push(...comments);
    if (pieces.length > 0) state.blocks.push({ role, pieces });
  }
  state.lines = [];
  state.role = document.role;
}
