import type { Span } from "../model/span.ts";
import type { Block, Document, Piece } from "./block.ts";
import { html } from "./formats/html.ts";
import { type JoinedLines, joinLines } from "./joined-lines.ts";
import { bareUrlAt } from "./links.ts";
import { findLinks, type Link } from "./markdown-links.ts";

export interface Inline {
  readonly pieces: readonly Piece[];
  /** Link addresses and the texts of images and titles. */
  readonly blocks: readonly Block[];
  readonly comments: readonly Span[];
}

interface State {
  readonly document: Document;
  readonly joined: JoinedLines;
  readonly text: string;
  readonly blocks: Block[];
  readonly comments: Span[];
  /** The last of them is being written; those before it wait around an image. */
  readonly pieces: Piece[][];
  readonly links: ReadonlyMap<number, Link>;
  /** Runs of backticks that nothing closes, by their length. */
  readonly openRuns: Set<number>;
}

const SPECIAL = /[\\`*_~[\]!<]|https?:\/\/|www\./giu;

/** Reads the emphasis, links, images, code and HTML in a paragraph or a cell. */
export function readInline(document: Document, lines: readonly Span[]): Inline {
  const joined = joinLines(document.masked, lines);
  const { text } = joined;
  const state: State = {
    document,
    joined,
    text,
    blocks: [],
    comments: [],
    pieces: [[]],
    links: findLinks(text),
    openRuns: new Set(),
  };
  let at = 0;
  for (;;) {
    SPECIAL.lastIndex = at;
    const special = SPECIAL.exec(text);
    if (special === null) break;
    addText(state, at, special.index);
    at = readSpecial(state, special.index);
  }
  addText(state, at, text.length);
  return { pieces: state.pieces.flat(), blocks: state.blocks, comments: state.comments };
}

/** Reads what stands at a special character and returns where to go on. */
function readSpecial(state: State, at: number): number {
  switch (state.text.charAt(at)) {
    case "\\":
      return readEscape(state, at);
    case "`":
      return readCode(state, at);
    case "*":
    case "_":
    case "~":
      return readEmphasis(state, at);
    case "!":
    case "[":
    case "]":
      return readBracket(state, at);
    case "<":
      return readAngle(state, at);
    default:
      return readUrl(state, at);
  }
}

const PUNCTUATION = /^[!-/:-@[-`{-~]/u;

function readEscape(state: State, at: number): number {
  const escaped = PUNCTUATION.test(state.text.charAt(at + 1));
  if (escaped) addText(state, at + 1, at + 2);
  else if (state.text.charAt(at + 1) !== "\n") addText(state, at, at + 1);
  return escaped ? at + 2 : at + 1;
}

const BACKTICKS = /`+/uy;
const PLAIN_CODE = /^[\p{L}\p{N} %&'.,!?-]*$/u;

/** Code between backticks may be a voucher; if it is program text, a word stands for it. */
function readCode(state: State, at: number): number {
  BACKTICKS.lastIndex = at;
  const run = BACKTICKS.exec(state.text)?.[0] ?? "`";
  const start = at + run.length;
  const end = state.openRuns.has(run.length) ? -1 : closingRun(state.text, run, start);
  if (end === -1) {
    state.openRuns.add(run.length);
    addText(state, at, start);
    return start;
  }
  if (PLAIN_CODE.test(state.text.slice(start, end))) addText(state, start, end);
  else addWhole(state, "code", { start, end });
  return end + run.length;
}

function closingRun(text: string, run: string, from: number): number {
  for (let at = text.indexOf(run, from); at !== -1; ) {
    BACKTICKS.lastIndex = at;
    const length = BACKTICKS.exec(text)?.[0].length ?? run.length;
    if (length === run.length) return at;
    at = text.indexOf(run, at + length);
  }
  return -1;
}

const RUN = /([*_~])\1*/uy;
const SPACE = /^\s?$/u;
const WORD = /^[\p{L}\p{N}]$/u;

/** Marks that lean on a word are emphasis; the others are what they look like. */
function readEmphasis(state: State, at: number): number {
  RUN.lastIndex = at;
  const end = at + (RUN.exec(state.text)?.[0].length ?? 1);
  const before = state.text.charAt(at - 1);
  const after = state.text.charAt(end);
  const isLoose = SPACE.test(before) && SPACE.test(after);
  const isInner = state.text.charAt(at) === "_" && WORD.test(before) && WORD.test(after);
  const isTilde = state.text.charAt(at) === "~" && end - at < 2;
  if (isLoose || isInner || isTilde) addText(state, at, end);
  return end;
}

const FOOTNOTE = /\[\^[^\]\s]{1,40}\]/uy;

function readBracket(state: State, at: number): number {
  const { text, links, pieces } = state;
  FOOTNOTE.lastIndex = at;
  const footnote = FOOTNOTE.exec(text);
  if (footnote !== null) return at + footnote[0].length;
  const opened = links.get(text.charAt(at) === "!" ? at + 1 : at);
  const link = text.charAt(at) === "]" ? links.get(at) : undefined;
  if (link !== undefined) {
    closeLink(state, link);
    return link.end;
  }
  if (opened !== undefined && text.charAt(at) !== "]") {
    if (opened.isImage) pieces.push([]);
    return text.charAt(at) === "!" ? at + 2 : at + 1;
  }
  addText(state, at, at + 1);
  return at + 1;
}

function closeLink(state: State, link: Link): void {
  if (link.isImage && state.pieces.length > 1) {
    const alt = state.pieces.pop() ?? [];
    if (alt.length > 0) state.blocks.push({ role: "alt", pieces: alt });
  }
  if (link.address !== undefined) state.blocks.push(state.joined.block("link", link.address));
  if (link.title !== undefined) state.blocks.push(state.joined.block("alt", link.title));
}

const AUTOLINK = /<((?:https?|mailto|tel):[^\s<>]+)>/iuy;
const MAIL = /<([^\s<>@]+@[^\s<>@]+)>/uy;
const TAG = /<(?:!--|\/?[a-z])[^<>]*>/iuy;
const BREAK = /^<br\b/iu;

function readAngle(state: State, at: number): number {
  const { text } = state;
  const link = matchAt(AUTOLINK, text, at);
  if (link?.[1] !== undefined) {
    const address = { start: at + 1, end: at + 1 + link[1].length };
    addWhole(state, "link", address);
    state.blocks.push(state.joined.block("link", address));
    return at + link[0].length;
  }
  const mail = matchAt(MAIL, text, at);
  if (mail !== null) {
    addText(state, at + 1, at + mail[0].length - 1);
    return at + mail[0].length;
  }
  const tag = matchAt(TAG, text, at)?.[0];
  if (tag === undefined) addText(state, at, at + 1);
  else addTag(state, at, tag);
  return at + (tag?.length ?? 1);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function addTag(state: State, at: number, tag: string): void {
  const range = state.joined.span(at, at + tag.length);
  if (BREAK.test(tag)) state.pieces.at(-1)?.push({ type: "whole", text: " ", span: range });
  const cut = html.cut({ ...state.document, range });
  state.blocks.push(...cut.blocks);
  state.comments.push(...cut.comments);
}

function readUrl(state: State, at: number): number {
  const end = bareUrlAt(state.text, at);
  if (end === undefined) {
    addText(state, at, at + 1);
    return at + 1;
  }
  addWhole(state, "link", { start: at, end });
  state.blocks.push(state.joined.block("link", { start: at, end }));
  return end;
}

function addText(state: State, from: number, to: number): void {
  if (from < to) state.pieces.at(-1)?.push(...state.joined.pieces(from, to));
}

function addWhole(state: State, text: string, { start, end }: Span): void {
  state.pieces.at(-1)?.push({ type: "whole", text, span: state.joined.span(start, end) });
}
