import { Tokenizer } from "htmlparser2";
import type { Span } from "../../model/span.ts";

/** An element of XML with what it holds. */
export interface XmlElement {
  readonly name: string;
  /** From the `<` on. */
  readonly start: number;
  readonly end: number;
  /** Values as written, between their quotes. */
  readonly attributes: ReadonlyMap<string, Span>;
  readonly children: readonly XmlChild[];
}

export type XmlChild =
  | { readonly type: "element"; readonly element: XmlElement }
  | { readonly type: "text" | "cdata" | "comment"; readonly span: Span };

interface Open {
  readonly name: string;
  readonly start: number;
  readonly attributes: ReadonlyMap<string, Span>;
  readonly children: XmlChild[];
}

export interface XmlDocument {
  /** Elements at the top, of which there should be one. */
  readonly roots: readonly XmlElement[];
  readonly comments: readonly Span[];
  /** The first element that is not closed. */
  readonly unclosed: Span | undefined;
}

/** Deeper elements are taken for their outer one's text. */
const MAX_DEPTH = 200;

interface State {
  readonly text: string;
  readonly open: Open[];
  readonly roots: XmlElement[];
  readonly comments: Span[];
  /** Open elements by name, so that a stray closing tag costs nothing. */
  readonly counts: Map<string, number>;
  unclosed: Span | undefined;
}

/** Reads XML element by element. Survives any text; linear. */
export function readXml(text: string): XmlDocument {
  const state: State = {
    text,
    open: [],
    roots: [],
    comments: [],
    counts: new Map(),
    unclosed: undefined,
  };
  tokenize(state);
  while (state.open.length > 0) endElement(state, text.length, true);
  return state;
}

function tokenize(state: State): void {
  const { text } = state;
  let name = "";
  let start = 0;
  let attribute = "";
  let attributes = new Map<string, Span>();
  let textEnd = 0;
  const begin = () => beginElement(state, { name, start, attributes, children: [] });
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname: (from, to) => {
        name = text.slice(from, to);
        start = from - 1;
        attributes = new Map();
      },
      onattribname: (from, to) => {
        attribute = text.slice(from, to);
      },
      onattribdata: (from, to) => {
        const before = attributes.get(attribute);
        attributes.set(attribute, { start: before?.start ?? from, end: to });
      },
      onopentagend: begin,
      onselfclosingtag: (end) => {
        begin();
        endElement(state, end + 1);
      },
      onclosetag: (from, to) =>
        closeElement(state, text.slice(from, to), text.indexOf(">", to) + 1),
      ontext: (from, to) => {
        // A tag that the text ends in is handed over as text, from an offset long gone.
        if (from < textEnd) return;
        textEnd = to;
        addChild(state, { type: "text", span: { start: from, end: to } });
      },
      oncdata: (from, to, offset) =>
        addChild(state, { type: "cdata", span: { start: from, end: to - offset } }),
      oncomment: (from) => addComment(state, from),
      onattribentity: ignore,
      onattribend: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onprocessinginstruction: ignore,
      ontextentity: ignore,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
}

function ignore(): void {
  // Nothing of these is text.
}

function beginElement(state: State, element: Open): void {
  state.open.push(element);
  state.counts.set(element.name, (state.counts.get(element.name) ?? 0) + 1);
}

function closeElement(state: State, name: string, end: number): void {
  if ((state.counts.get(name) ?? 0) === 0) return;
  while (state.open.at(-1)?.name !== name) endElement(state, end, true);
  endElement(state, end);
}

function endElement(state: State, end: number, isCut = false): void {
  const element = state.open.pop();
  if (element === undefined) return;
  const { name, start } = element;
  state.counts.set(name, (state.counts.get(name) ?? 1) - 1);
  if (isCut) state.unclosed ??= { start, end: start + name.length + 1 };
  const outer = state.open.at(-1);
  const whole = { ...element, end };
  if (outer === undefined) state.roots.push(whole);
  else if (state.open.length < MAX_DEPTH) outer.children.push({ type: "element", element: whole });
}

function addChild({ open }: State, child: XmlChild): void {
  open.at(-1)?.children.push(child);
}

/** Broken tags come here as well, and are no comments. */
function addComment(state: State, start: number): void {
  const { text } = state;
  const from = start - OPENING.length;
  if (!text.startsWith(OPENING, from)) return;
  const close = text.indexOf(CLOSING, start);
  const span = { start: from, end: close === -1 ? text.length : close + CLOSING.length };
  state.comments.push(span);
  addChild(state, { type: "comment", span });
}

const OPENING = "<!--";
const CLOSING = "-->";

/** The elements of a name inside of another, however deep; none inside of one that is found. */
export function elementsIn(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.type !== "element") return [];
    return child.element.name === name ? [child.element] : elementsIn(child.element, name);
  });
}
