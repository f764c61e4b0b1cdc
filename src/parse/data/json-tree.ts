import { decodeJsonString } from "../../embed/codecs/json-string.ts";
import type { Span } from "../../model/span.ts";
import { jsonTokens, type Token } from "./json-tokens.ts";
import type { DataTree, Entry, Node, TextNode } from "./tree.ts";

interface Frame {
  readonly isMap: boolean;
  readonly start: number;
  readonly entries: Entry[];
  readonly items: Node[];
  key: string | undefined;
}

interface State {
  readonly text: string;
  readonly frames: Frame[];
  /** How many of the frames are maps, so that a stray bracket costs nothing. */
  maps: number;
  readonly roots: Node[];
  readonly comments: Span[];
  readonly broken: Span[];
  /** A string that is a key if a colon follows. */
  pending: TextNode | undefined;
}

/** Data is not nested this deeply; walking it must not overflow the stack. */
const MAX_DEPTH = 200;

/** Reads JSON with comments, whatever is wrong with it. Places come from `shape`, words from `text`. */
export function readJsonTree(text: string, shape = text): DataTree {
  const state: State = {
    text,
    frames: [],
    maps: 0,
    roots: [],
    comments: [],
    broken: [],
    pending: undefined,
  };
  for (const token of jsonTokens(shape)) readToken(state, token, shape.charAt(token.span.start));
  if (state.frames.length > 0) {
    state.broken.push({ start: Math.max(0, shape.trimEnd().length - 1), end: shape.length });
  }
  settle(state);
  while (state.frames.length > 0) endFrame(state, shape.length);
  return state;
}

function readToken(state: State, { type, span }: Token, first: string): void {
  if (type === "comment") state.comments.push(span);
  else if (type === "open") openFrame(state, span, first === "{");
  else if (type === "close") closeFrame(state, span, first === "}");
  else if (type === "colon") takeKey(state, span);
  else if (type === "comma") endValue(state);
  else if (type === "string") readString(state, span);
  else if (type === "broken") breakOff(state, span);
  else readWord(state, span);
}

function openFrame(state: State, { start, end }: Span, isMap: boolean): void {
  settle(state);
  if (state.frames.length === MAX_DEPTH) state.broken.push({ start, end });
  if (isMap) state.maps += 1;
  state.frames.push({ isMap, start, entries: [], items: [], key: undefined });
}

function closeFrame(state: State, span: Span, isMap: boolean): void {
  settle(state);
  const { frames } = state;
  if (frames.at(-1)?.isMap !== isMap) state.broken.push(span);
  if ((isMap ? state.maps : frames.length - state.maps) === 0) return;
  while (frames.at(-1)?.isMap !== isMap) endFrame(state, span.start);
  endFrame(state, span.end);
}

function endFrame(state: State, end: number): void {
  const frame = state.frames.pop();
  if (frame === undefined) return;
  const { isMap, start, entries, items } = frame;
  if (isMap) state.maps -= 1;
  if (state.frames.length >= MAX_DEPTH) return;
  const span = { start, end };
  add(state, isMap ? { type: "map", span, entries } : { type: "list", span, items });
}

function add({ frames, roots }: State, node: Node): void {
  const frame = frames.at(-1);
  if (frame === undefined) roots.push(node);
  else if (!frame.isMap) frame.items.push(node);
  else if (frame.key !== undefined) {
    frame.entries.push({ key: frame.key, value: node });
    frame.key = undefined;
  }
}

function takeKey(state: State, span: Span): void {
  const frame = state.frames.at(-1);
  if (frame?.isMap && frame.key === undefined && state.pending !== undefined) {
    frame.key = state.pending.decode().text;
    state.pending = undefined;
  } else state.broken.push(span);
}

function endValue(state: State): void {
  settle(state);
  const frame = state.frames.at(-1);
  if (frame !== undefined) frame.key = undefined;
}

/** A string without a colon behind it: a value, or a stray one. */
function settle(state: State): void {
  const { pending, frames } = state;
  if (pending === undefined) return;
  state.pending = undefined;
  if (frames.at(-1)?.isMap) state.broken.push(pending.span);
  else add(state, pending);
}

function readString(state: State, span: Span): void {
  settle(state);
  const node = textNode(state.text, span);
  const frame = state.frames.at(-1);
  if (frame?.isMap && frame.key !== undefined) add(state, node);
  else if (frame?.isMap) state.pending = node;
  else add(state, node);
}

function textNode(file: string, span: Span): TextNode {
  const decode = () => {
    const { text, map } = decodeJsonString(file, { start: span.start + 1, end: span.end - 1 });
    return { text, embedding: { map, codec: "json-string", span } };
  };
  return { type: "text", span, decode };
}

function breakOff(state: State, span: Span): void {
  settle(state);
  state.broken.push(span);
  endValue(state);
}

const KNOWN = /^(?:true|false|null|[-+]?(?:\d|\.\d|Infinity|NaN|0x)[\w.+-]*)$/u;
const NAME = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

/** A number, a keyword, or a key without quotes as JSON5 has them. */
function readWord(state: State, span: Span): void {
  settle(state);
  const word = state.text.slice(span.start, span.end);
  const frame = state.frames.at(-1);
  if (frame?.isMap && frame.key === undefined && NAME.test(word)) {
    const map = { runs: [] };
    const decode = () => ({ text: word, embedding: { map, codec: "json-string", span } });
    state.pending = { type: "text", span, decode };
    return;
  }
  if (!KNOWN.test(word)) state.broken.push(span);
  add(state, { type: "other", span });
}
