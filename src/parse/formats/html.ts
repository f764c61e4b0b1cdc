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
} from "../html-elements.ts";
import { takeLinks } from "../links.ts";
import { type OpenElement, walkMarkup } from "../markup-tokens.ts";

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
  /** Where the last closing tag of a name stands. */
  readonly lastEnds: Map<string, number>;
  pieces: Piece[];
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
    lastEnds: new Map(),
    pieces: [],
    sawBody: false,
  };
  walkMarkup(document.masked, document.range, {
    open: (element) => openElement(state, element),
    close: (name, at) => closeElement(state, name, at),
    text: (span) => addText(state, span),
    comment: (start) => addComment(state, start),
  });
  endBlock(state);
  for (const { deadFrom } of state.open) addDead(state, deadFrom, document.range.end);
  return state;
}

function openElement(state: State, { name, attributes, contentStart }: OpenElement): void {
  const { document } = state;
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
  addAttributes(state, attributes, element.attributes);
  if (BLOCKS.has(name) || element.role !== undefined) endBlock(state);
  if (VOIDS.has(name)) return;
  const deadFrom = element.skip && hasEnd(state, name, contentStart) ? contentStart : undefined;
  state.open.push({ name, role: element.role, deadFrom });
  if (element.role !== undefined) state.roles.push(element.role);
  if (deadFrom !== undefined) state.deadDepth += 1;
  state.counts.set(name, (state.counts.get(name) ?? 0) + 1);
}

/** An element that is never closed would hide the rest of the message. */
function hasEnd({ document, lastEnds }: State, name: string, from: number): boolean {
  const last = lastEnds.get(name) ?? document.masked.lastIndexOf(`</${name}`);
  lastEnds.set(name, last);
  return last > from || name === "style" || name === "script";
}

function addAttributes(
  state: State,
  values: OpenElement["attributes"],
  attributes: Attributes,
): void {
  if (state.deadDepth > 0) return;
  for (const [name, role] of attributes) {
    const span = values.get(name);
    if (span === undefined || span.end === span.start) continue;
    const pieces = decodeAttribute(state.document.masked, span);
    state.blocks.push({ role, pieces });
  }
}

function closeElement(state: State, name: string, at: number): void {
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

function addText(state: State, span: Span): void {
  if (state.deadDepth > 0) return;
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
