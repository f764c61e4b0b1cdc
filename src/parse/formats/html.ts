import { Tokenizer } from "htmlparser2";
import type { Role } from "../../model/segment.ts";
import type { Span } from "../../model/span.ts";
import type { Block, Cut, Document, Format, Piece } from "../block.ts";
import { decodeAttribute, decodeText } from "../entities.ts";
import { readHeaderLines } from "../header-lines.ts";
import {
  type Attributes,
  BLOCKS,
  describeElement,
  outlookContent,
  VOIDS,
  withoutOpenTitles,
} from "../html-elements.ts";
import { takeLinks } from "../links.ts";

/** HTML, MJML and fragments of them. Works on tokens, since templates are not trees. */
export const html: Format = {
  extensions: [".html", ".htm", ".mjml", ".xhtml"],
  cut: (document) => {
    const { blocks, start } = readHeaderLines(document);
    const cut = cutMarkup({ ...document, range: { start, end: document.range.end } });
    return { ...cut, blocks: [...blocks, ...cut.blocks] };
  },
};

interface Element {
  readonly name: string;
  readonly role: Role | undefined;
  /** Where the content of an element that is not read begins. */
  readonly deadFrom: number | undefined;
}

interface State {
  readonly document: Document;
  readonly blocks: Block[];
  readonly comments: Span[];
  readonly dead: Span[];
  readonly open: Element[];
  /** Open elements by name, so that a stray closing tag costs nothing. */
  readonly counts: Map<string, number>;
  /** Roles of open elements that have one. */
  readonly roles: Role[];
  /** Open elements that are not read. */
  deadDepth: number;
  textEnd: number;
  pieces: Piece[];
  name: string;
  attribute: string;
  attributes: Map<string, Span>;
  /** Something that everybody sees has been read. */
  sawBody: boolean;
}

function cutMarkup(document: Document): Cut {
  const state: State = {
    document,
    blocks: [],
    comments: [],
    dead: [],
    open: [],
    counts: new Map(),
    roles: [],
    deadDepth: 0,
    textEnd: document.range.start,
    pieces: [],
    name: "",
    attribute: "",
    attributes: new Map(),
    sawBody: false,
  };
  tokenize(state);
  endBlock(state);
  for (const { deadFrom } of state.open) addDead(state, deadFrom, document.range.end);
  return state;
}

function tokenize(state: State): void {
  const { masked, range } = state.document;
  const text = withoutOpenTitles(masked.slice(range.start, range.end));
  const at = (offset: number) => range.start + offset;
  const nothing = () => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname: (start, end) => {
        state.name = text.slice(start, end).toLowerCase();
        state.attributes = new Map();
      },
      onattribname: (start, end) => {
        state.attribute = masked.slice(at(start), at(end)).toLowerCase();
      },
      onattribdata: (start, end) => {
        const before = state.attributes.get(state.attribute);
        state.attributes.set(state.attribute, { start: before?.start ?? at(start), end: at(end) });
      },
      onopentagend: (end) => openElement(state, at(end) + 1),
      onselfclosingtag: (end) => openElement(state, at(end) + 1),
      onclosetag: (start, end) => closeElement(state, masked.slice(at(start), at(end)), at(start)),
      ontext: (start, end) => addText(state, at(start), at(end)),
      oncdata: (start, end) => addText(state, at(start), at(end)),
      oncomment: (start) => addComment(state, at(start)),
      onattribentity: nothing,
      onattribend: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
      ontextentity: nothing,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
}

function openElement(state: State, contentStart: number): void {
  const { name, attributes, document } = state;
  const read = (attribute: string) => {
    const span = attributes.get(attribute);
    return span === undefined ? undefined : document.masked.slice(span.start, span.end);
  };
  const element = describeElement(name, read, state.sawBody);
  if (name === "br" || name === "wbr") {
    if (name === "br")
      state.pieces.push({
        type: "whole",
        text: " ",
        span: { start: contentStart, end: contentStart },
      });
    return;
  }
  addAttributes(state, element.attributes);
  if (BLOCKS.has(name) || element.role !== undefined) endBlock(state);
  if (VOIDS.has(name)) return;
  const deadFrom = element.skip && hasEnd(state, name, contentStart) ? contentStart : undefined;
  state.open.push({ name, role: element.role, deadFrom });
  if (element.role !== undefined) state.roles.push(element.role);
  if (deadFrom !== undefined) state.deadDepth += 1;
  state.counts.set(name, (state.counts.get(name) ?? 0) + 1);
}

/** An element that is never closed would hide the rest of the message. */
function hasEnd({ document }: State, name: string, from: number): boolean {
  return document.masked.lastIndexOf(`</${name}`) > from || name === "style" || name === "script";
}

function addAttributes(state: State, attributes: Attributes): void {
  if (state.deadDepth > 0) return;
  for (const [name, role] of attributes) {
    const span = state.attributes.get(name);
    if (span === undefined || span.end === span.start) continue;
    const pieces = decodeAttribute(state.document.masked, span);
    state.blocks.push({ role, pieces });
  }
}

function closeElement(state: State, raw: string, at: number): void {
  const name = raw.toLowerCase();
  if (BLOCKS.has(name)) endBlock(state);
  if ((state.counts.get(name) ?? 0) === 0) return;
  for (;;) {
    const element = state.open.at(-1);
    if (element === undefined) return;
    if (element.role !== undefined) endBlock(state);
    state.open.pop();
    state.counts.set(element.name, (state.counts.get(element.name) ?? 1) - 1);
    if (element.role !== undefined) state.roles.pop();
    if (element.deadFrom !== undefined) state.deadDepth -= 1;
    addDead(state, element.deadFrom, at);
    if (element.name === name) return;
  }
}

function addDead(state: State, from: number | undefined, end: number): void {
  if (from !== undefined && from < end) state.dead.push({ start: from, end });
}

const VISIBLE = /[\p{L}\p{N}]/u;

function addText(state: State, start: number, end: number): void {
  // A tag that the text ends in is handed over as text, from an offset long gone.
  if (state.deadDepth > 0 || start < state.textEnd) return;
  state.textEnd = end;
  const span = { start, end };
  const { masked } = state.document;
  const { pieces, links } = takeLinks(masked, span);
  state.blocks.push(...links);
  for (const piece of pieces) {
    if (piece.type === "text") state.pieces.push(...decodeText(masked, piece.span));
    else state.pieces.push(piece);
  }
  if (roleOf(state) === state.document.role && !state.counts.get("head")) {
    state.sawBody ||= VISIBLE.test(masked.slice(span.start, span.end));
  }
}

function roleOf({ roles, document }: State): Role {
  return roles.at(-1) ?? document.role;
}

const TITLES = new Set(["title", "mj-title"]);

function endBlock(state: State): void {
  if (state.pieces.length === 0) return;
  const role = roleOf(state);
  const inTitle = TITLES.has(state.open.at(-1)?.name ?? "");
  state.blocks.push({ role, pieces: state.pieces, ...(inTitle ? { rank: "spare" } : {}) });
  state.pieces = [];
}

function addComment(state: State, start: number): void {
  const { masked, range } = state.document;
  if (!masked.startsWith("<!--", start - 4)) return;
  const close = masked.indexOf("-->", start);
  const end = close === -1 ? range.end : close;
  state.comments.push({ start: start - 4, end: Math.min(end + 3, range.end) });
  const inner = outlookContent(masked, { start, end });
  if (inner === undefined) return;
  const hidden = cutMarkup({ ...state.document, range: inner });
  state.dead.push(...hidden.dead);
  state.blocks.push(...hidden.blocks.map((block): Block => ({ ...block, rank: "twin" })));
}
