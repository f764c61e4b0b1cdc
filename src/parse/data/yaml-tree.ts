import { type CST, Parser } from "yaml";
import { decodeYaml, type YamlDetail } from "../../embed/codecs/yaml-scalar.ts";
import type { Span } from "../../model/span.ts";
import type { DataTree, Entry, Node, TextNode } from "./tree.ts";

interface State {
  readonly text: string;
  readonly comments: Span[];
  readonly broken: Span[];
}

interface Context {
  readonly depth: number;
  readonly isFlow: boolean;
}

const MAX_DEPTH = 200;

/**
 * Reads YAML token by token, whatever is wrong with it: aliases are not followed, since what they
 * name is read in its own place. Places come from `shape`, words from `text`.
 */
export function readYamlTree(text: string, shape = text): DataTree {
  const state: State = { text, comments: [], broken: [] };
  const roots: Node[] = [];
  for (const token of new Parser().parse(shape)) {
    if (token.type === "comment") addComment(state, token);
    else if (token.type === "document") {
      readMarks(state, token.start);
      readMarks(state, token.end);
      if (token.value !== undefined) {
        roots.push(readToken(state, token.value, { depth: 0, isFlow: false }));
      }
    } else if (token.type === "error") addBroken(state, token);
  }
  return { roots, comments: state.comments, broken: state.broken };
}

function readToken(state: State, token: CST.Token, context: Context): Node {
  const deeper = { ...context, depth: context.depth + 1 };
  if (context.depth > MAX_DEPTH) {
    state.broken.push({ start: token.offset, end: token.offset + 1 });
    return otherAt(token);
  }
  switch (token.type) {
    case "block-map":
      return mapOf(state, token.offset, token.items, deeper);
    case "block-seq":
      return listOf(state, token.offset, token.items, deeper);
    case "flow-collection":
      return flowOf(state, token, { ...deeper, isFlow: true });
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
      readMarks(state, token.end);
      return textAt(state, token, context);
    case "block-scalar":
      return blockAt(state, token);
    default:
      if ("end" in token) readMarks(state, token.end);
      return otherAt(token);
  }
}

function otherAt({ offset }: CST.Token): Node {
  return { type: "other", span: { start: offset, end: offset } };
}

function flowOf(state: State, token: CST.FlowCollection, context: Context): Node {
  readMarks(state, token.end);
  const { offset, start, items } = token;
  const read = start.type === "flow-map-start" ? mapOf : listOf;
  return read(state, offset, items, context);
}

type Item = CST.BlockMap["items"][number] | CST.CollectionItem;

function mapOf(state: State, start: number, items: readonly Item[], context: Context): Node {
  const entries: Entry[] = [];
  for (const item of items) {
    readMarks(state, item.start);
    readMarks(state, item.sep);
    if (item.key?.type === "error") addBroken(state, item.key);
    const value =
      item.value === undefined || item.value === null
        ? undefined
        : readToken(state, item.value, context);
    const key = keyOf(state, item.key, context);
    if (key !== undefined && value !== undefined) entries.push({ key, value });
  }
  return { type: "map", span: { start, end: start }, entries };
}

function keyOf(
  state: State,
  key: CST.Token | null | undefined,
  context: Context,
): string | undefined {
  const node = key === undefined || key === null ? undefined : readToken(state, key, context);
  return node?.type === "text" ? node.decode().text : undefined;
}

function listOf(state: State, start: number, items: readonly Item[], context: Context): Node {
  const nodes = items.flatMap((item): readonly Node[] => {
    readMarks(state, item.start);
    readMarks(state, item.sep);
    // In `[a: b]` the item is a map of its own.
    if (item.key !== undefined && item.key !== null) {
      const { start: _, ...rest } = item;
      return [mapOf(state, start, [{ start: [], ...rest }], context)];
    }
    if (item.value === undefined || item.value === null) return [];
    return [readToken(state, item.value, context)];
  });
  return { type: "list", span: { start, end: start }, items: nodes };
}

const STYLES: Readonly<Record<CST.FlowScalar["type"], YamlDetail["style"]>> = {
  alias: "plain",
  scalar: "plain",
  "single-quoted-scalar": "single",
  "double-quoted-scalar": "double",
};

function textAt(state: State, token: CST.FlowScalar, { isFlow }: Context): Node {
  const { offset, source, type } = token;
  const span = { start: offset, end: offset + source.length };
  const isOpen = type !== "scalar" && (source.length < 2 || !source.endsWith(source.charAt(0)));
  if (isOpen) {
    state.broken.push({ start: offset, end: offset + 1 });
    return otherAt(token);
  }
  return textNode(state.text, span, { style: STYLES[type], indent: token.indent, isFlow });
}

function blockAt(state: State, token: CST.BlockScalar): Node {
  readMarks(state, token.props);
  const props = token.props.reduce(
    (sum, one) => sum + ("source" in one ? one.source.length : 0),
    0,
  );
  const header = token.props.find(({ type }) => type === "block-scalar-header");
  const start = header?.offset ?? token.offset;
  const end = (token.props[0]?.offset ?? token.offset) + props + token.source.length;
  const detail = { style: "block", indent: Math.max(0, token.indent), isFlow: false } as const;
  return textNode(state.text, { start, end }, detail);
}

function textNode(file: string, span: Span, detail: YamlDetail): TextNode {
  return { type: "text", span, decode: () => decodeYaml(file, span, detail) };
}

/** Comments and errors stand between the tokens that matter. */
function readMarks(state: State, tokens: readonly CST.Token[] | undefined): void {
  for (const token of tokens ?? []) {
    if (token.type === "comment") addComment(state, token);
    else if (!BETWEEN.has(token.type)) addBroken(state, token);
  }
}

const BETWEEN = new Set([
  "space",
  "newline",
  "map-value-ind",
  "explicit-key-ind",
  "seq-item-ind",
  "anchor",
  "tag",
  "comma",
  "doc-start",
  "doc-end",
  "flow-map-start",
  "flow-map-end",
  "flow-seq-start",
  "flow-seq-end",
  "block-scalar-header",
]);

function addComment(state: State, { offset, source }: { offset: number; source: string }): void {
  state.comments.push({ start: offset, end: offset + source.length });
}

function addBroken(state: State, token: CST.Token): void {
  const length = "source" in token ? token.source.length : 1;
  state.broken.push({ start: token.offset, end: token.offset + length });
}
