import type { Span } from "../../model/span.ts";
import type { Value } from "../containers/container.ts";

export interface DataTree {
  /** One for each document. */
  readonly roots: readonly Node[];
  readonly comments: readonly Span[];
  /** What could not be read. */
  readonly broken: readonly Span[];
}

/** What JSON and YAML have in common: maps, lists, and texts with their places in the file. */
export type Node =
  | { readonly type: "map"; readonly span: Span; readonly entries: readonly Entry[] }
  | { readonly type: "list"; readonly span: Span; readonly items: readonly Node[] }
  | TextNode
  | { readonly type: "other"; readonly span: Span };

export interface Entry {
  readonly key: string;
  readonly value: Node;
}

export interface TextNode {
  readonly type: "text";
  readonly span: Span;
  /** Decoded only where it is asked for. */
  readonly decode: () => Pick<Value, "text" | "embedding">;
}

/** The value of a key of a map, if it is there. */
export function valueAt(node: Node | undefined, key: string): Node | undefined {
  return node?.type === "map" ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}

/** The text of a node that is one. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.type === "text" ? node.decode().text : undefined;
}
