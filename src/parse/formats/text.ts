import type { Role } from "../../model/segment.ts";
import type { Span } from "../../model/span.ts";
import type { Block, Document, Format, Piece } from "../block.ts";
import { readHeaderLine } from "../header-lines.ts";
import { linesIn } from "../lines.ts";
import { takeLinks } from "../links.ts";
import { blankOut, directiveComments, stretchesBetween } from "../text-comments.ts";

/** Plain text: paragraphs, list items, and header lines such as `Subject: …`. */
export const text: Format = {
  extensions: [".txt", ".text", ".sms"],
  cut: (document) => {
    const comments = directiveComments(document);
    const state: State = {
      document: { ...document, masked: blankOut(document.masked, comments) },
      without: stretchesBetween(comments),
      blocks: [],
      pieces: [],
      role: document.role,
      inHeader: true,
      inMail: false,
      inQuote: false,
    };
    for (const line of linesIn(document.masked, document.range)) {
      if (isCopy(document.masked, state.document.masked, line)) readLine(state, line);
    }
    endBlock(state);
    return { blocks: state.blocks, comments, dead: [] };
  },
};

interface State {
  /** With blanks in place of the comments. */
  readonly document: Document;
  /** What is left of a line without its comments. Asked for in the order of the text. */
  readonly without: (span: Span) => readonly Span[];
  readonly blocks: Block[];
  pieces: Piece[];
  role: Role;
  /** Nothing but header lines has been seen. */
  inHeader: boolean;
  /** Among the header lines of a mail, which end at a blank line. */
  inMail: boolean;
  inQuote: boolean;
}

const BLANK = /^[\s\u00a0]*$/u;
const RULE = /^\s*[-=_*~#•·]{3,}\s*$/u;
const ITEM = /^\s*(?:>\s?)*(?:[-*+•·–—▪►✓✔»]|\d{1,2}[.)]|\(\d{1,2}\))\s+/u;
const MAIL_LINE = /^(?:[A-Za-z][\w-]*:|[ \t])/u;
const QUOTE = /^\s*(?:>\s?)+/u;

/** A line of comments alone does not even end the paragraph that it stands in. */
function isCopy(masked: string, blanked: string, { start, end }: Span): boolean {
  return !BLANK.test(blanked.slice(start, end)) || BLANK.test(masked.slice(start, end));
}

function readLine(state: State, span: Span): void {
  const line = state.document.masked.slice(span.start, span.end);
  if (BLANK.test(line) || RULE.test(line)) {
    endBlock(state);
    state.inMail = false;
    return;
  }
  const header = readHeaderLine(line, state.inHeader, state.document.channel);
  if (header !== undefined) {
    readHeader(state, span, header);
    state.inMail ||= header.role === undefined;
    return;
  }
  if (state.inMail && MAIL_LINE.test(line)) return;
  state.inHeader = false;
  const item = ITEM.exec(line);
  const marker = item ?? QUOTE.exec(line);
  const inQuote = QUOTE.test(line);
  if (item !== null || inQuote !== state.inQuote) endBlock(state);
  state.inQuote = inQuote;
  addProse(state, { start: span.start + (marker?.[0].length ?? 0), end: span.end });
}

function readHeader(
  state: State,
  span: Span,
  { role, length }: { readonly role: Role | undefined; readonly length: number },
): void {
  endBlock(state);
  if (role === undefined) return;
  state.role = role;
  addProse(state, { start: span.start + length, end: span.end });
  if (role !== "body") endBlock(state);
  state.role = state.document.role;
}

function addProse(state: State, span: Span): void {
  for (const stretch of state.without(span)) {
    const { pieces, links } = takeLinks(state.document.masked, stretch);
    state.pieces.push(...pieces);
    state.blocks.push(...links);
  }
}

function endBlock(state: State): void {
  if (state.pieces.length > 0) state.blocks.push({ role: state.role, pieces: state.pieces });
  state.pieces = [];
}
