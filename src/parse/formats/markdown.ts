import { parse, postprocess, preprocess } from "micromark";
import { gfm } from "micromark-extension-gfm";
import type { Event, Token } from "micromark-util-types";
import type { Role } from "../../model/segment.ts";
import type { Span } from "../../model/span.ts";
import type { Block, Document, Format, Piece } from "../block.ts";
import { decodeText } from "../entities.ts";
import { readHeaderLine } from "../header-lines.ts";
import { html } from "./html.ts";

/** CommonMark with GitHub's extensions, read from the tokens of micromark. */
export const markdown: Format = {
  extensions: [".md", ".markdown", ".mdx"],
  cut: (document) => {
    const state = startState(document);
    for (const [kind, token] of eventsOf(document)) {
      if (kind === "enter") enter(state, token);
      else exit(state, token);
    }
    endBlock(state);
    return state;
  },
};

interface State {
  readonly document: Document;
  readonly blocks: Block[];
  readonly comments: Span[];
  readonly dead: Span[];
  pieces: Piece[];
  role: Role;
  /** Open tokens whose content is no prose. */
  skipped: number;
  /** Up to here the text is the label of a header line. */
  labelEnd: number;
  /** The prose around an image, whose own text is an `alt`. */
  readonly around: Piece[][];
}

function startState(document: Document): State {
  return {
    document,
    blocks: [],
    comments: [],
    dead: [],
    pieces: [],
    role: document.role,
    skipped: 0,
    labelEnd: 0,
    around: [],
  };
}

// micromark takes a byte order mark off, which would move every offset.
const MARK = "\ufeff";

function eventsOf({ masked, range }: Document): readonly Event[] {
  const text = masked.slice(range.start, range.end);
  const chunks = preprocess()(text.startsWith(MARK) ? ` ${text.slice(1)}` : text, undefined, true);
  return postprocess(
    parse({ extensions: [gfm()] })
      .document()
      .write(chunks),
  );
}

type Kinds = ReadonlySet<string>;

const SKIPPED: Kinds = new Set([
  "autolinkProtocol",
  "codeFenced",
  "codeIndented",
  "definitionDestinationString",
  "definitionLabelString",
  "definitionTitleString",
  "htmlFlow",
  "htmlText",
  "literalAutolinkHttp",
  "literalAutolinkWww",
  "reference",
  "resourceDestinationString",
  "resourceTitleString",
]);
const BLOCKS: Kinds = new Set([
  "blockQuotePrefix",
  "codeFenced",
  "codeIndented",
  "definition",
  "gfmFootnoteDefinition",
  "htmlFlow",
  "listItemPrefix",
  "paragraph",
  "tableData",
  "tableHeader",
  "thematicBreak",
]);
const HEADINGS: Kinds = new Set(["atxHeading", "setextHeading"]);
const LINES: Kinds = new Set(["paragraph", "atxHeadingText", "setextHeadingText"]);
const TEXTS: Kinds = new Set([
  "characterEscapeValue",
  "characterReference",
  "codeTextData",
  "data",
]);
const LINKS: Kinds = new Set(["definitionDestinationString", "resourceDestinationString"]);
const BARE_LINKS: Kinds = new Set([
  "autolinkProtocol",
  "literalAutolinkHttp",
  "literalAutolinkWww",
]);

function enter(state: State, token: Token): void {
  const type: string = token.type;
  if (state.skipped === 0) open(state, type, spanOf(state, token));
  if (SKIPPED.has(type)) state.skipped += 1;
}

function exit(state: State, token: Token): void {
  const type: string = token.type;
  if (SKIPPED.has(type)) state.skipped -= 1;
  if (BLOCKS.has(type) || HEADINGS.has(type)) {
    endBlock(state);
    state.role = state.document.role;
  } else if (type === "image") closeImage(state);
}

function spanOf({ document }: State, { start, end }: Token): Span {
  return { start: document.range.start + start.offset, end: document.range.start + end.offset };
}

function open(state: State, type: string, span: Span): void {
  const { masked } = state.document;
  if (BLOCKS.has(type)) endBlock(state);
  if (HEADINGS.has(type)) openHeading(state);
  if (LINES.has(type)) openLine(state, span.start);
  if (TEXTS.has(type)) addText(state, span);
  else if (type === "codeTextData") addCode(state, span);
  else if (type === "lineEnding") endLine(state, span);
  else if (LINKS.has(type)) addBlock(state, "link", span);
  else if (type === "resourceTitleString") addBlock(state, "alt", span);
  else if (BARE_LINKS.has(type)) {
    state.pieces.push({ type: "whole", text: "link", span });
    addBlock(state, "link", span);
  } else if (type === "image") state.around.push(state.pieces.splice(0));
  else if (type === "htmlFlow" || type === "htmlText") addHtml(state, span, masked);
}

function openHeading(state: State): void {
  endBlock(state);
  state.role = "heading";
}

/** A line of a paragraph may be a header line: `**Subject:** You left`. */
function openLine(state: State, start: number): void {
  const { masked, channel, role } = state.document;
  const rest = masked.slice(start, start + LONGEST_LABEL);
  const header = readHeaderLine(rest, state.blocks.length === 0, channel);
  if (header === undefined) return;
  endBlock(state);
  const isCopy = header.role !== undefined;
  state.role = header.role ?? role;
  state.labelEnd = isCopy ? start + header.length : lineEnd(masked, start);
}

const LONGEST_LABEL = 80;

function lineEnd(masked: string, start: number): number {
  const end = masked.indexOf("\n", start);
  return end === -1 ? masked.length : end;
}

function addText(state: State, span: Span): void {
  const start = Math.max(span.start, state.labelEnd);
  if (start < span.end) {
    state.pieces.push(...decodeText(state.document.masked, { start, end: span.end }));
  }
}

const PLAIN_CODE = /^[\p{L}\p{N} %&'.,!?-]*$/u;

/** Code between backticks may be a voucher; if it is program text, a word stands for it. */
function addCode(state: State, span: Span): void {
  if (PLAIN_CODE.test(state.document.masked.slice(span.start, span.end))) addText(state, span);
  else state.pieces.push({ type: "whole", text: "code", span });
}

function endLine(state: State, span: Span): void {
  if (state.labelEnd > 0) {
    endBlock(state);
    state.labelEnd = 0;
    state.role = state.document.role;
  }
  state.pieces.push({ type: "whole", text: " ", span });
  openLine(state, span.end);
}

function addBlock(state: State, role: Role, span: Span): void {
  state.blocks.push({ role, pieces: decodeText(state.document.masked, span) });
}

function closeImage(state: State): void {
  if (state.pieces.length > 0) state.blocks.push({ role: "alt", pieces: state.pieces });
  state.pieces = state.around.pop() ?? [];
}

const BREAK = /^<br\b/iu;

function addHtml(state: State, range: Span, masked: string): void {
  if (BREAK.test(masked.slice(range.start, range.end))) {
    state.pieces.push({ type: "whole", text: " ", span: range });
  }
  const cut = html.cut({ ...state.document, range });
  state.blocks.push(...cut.blocks);
  state.comments.push(...cut.comments);
  state.dead.push(...cut.dead);
}

function endBlock(state: State): void {
  if (state.pieces.length > 0) state.blocks.push({ role: state.role, pieces: state.pieces });
  state.pieces = [];
}
