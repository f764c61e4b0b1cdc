/** A node of a syntax tree, as far as a walk over trees of any kind has to know it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

export function nodeAt(node: Node, key: string): Node | undefined {
  const value = node[key];
  return isNode(value) ? value : undefined;
}

export function nodesAt(node: Node, key: string): readonly Node[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** A name, an operator, or the value of a string. */
export function wordAt(node: Node, key: string): string {
  const value = node[key];
  return typeof value === "string" ? value : "";
}

const ASIDE = /omments?$|^(?:loc|extra|errors|tokens|typeAnnotation|typeParameters|returnType)$/u;

/** Everything below a node that holds code. */
export function childrenOf(node: Node): readonly Node[] {
  return Object.entries(node).flatMap(([key, value]): readonly Node[] => {
    if (ASIDE.test(key)) return [];
    if (Array.isArray(value)) return value.filter(isNode);
    return isNode(value) ? [value] : [];
  });
}

const WRAPPERS =
  /^(?:TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|ParenthesizedExpression)$/u;

/** The expression without what only the compiler reads. */
export function plain(node: Node): Node {
  let at = node;
  while (WRAPPERS.test(at.type)) {
    const inner = nodeAt(at, "expression");
    if (inner === undefined) return at;
    at = inner;
  }
  return at;
}

const MARKUP = new WeakMap<Node, boolean>();

/** Whether there is markup in an expression. */
export function findMarkup(node: Node): boolean {
  const known = MARKUP.get(node);
  if (known !== undefined) return known;
  const found = node.type.startsWith("JSX") || childrenOf(node).some(findMarkup);
  MARKUP.set(node, found);
  return found;
}
