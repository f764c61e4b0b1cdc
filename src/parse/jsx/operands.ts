import { type Node, nodeAt, plain, wordAt } from "./nodes.ts";

const MOST_OPERANDS = 200;

/** The operands of a chain of `+`, from left to right; undefined where none of them is a text. */
export function operandsOf(node: Node): readonly Node[] | undefined {
  const found: Node[] = [];
  let at = node;
  while (
    at.type === "BinaryExpression" &&
    wordAt(at, "operator") === "+" &&
    found.length < MOST_OPERANDS
  ) {
    const left = nodeAt(at, "left");
    const right = nodeAt(at, "right");
    if (left === undefined || right === undefined) return undefined;
    found.unshift(plain(right));
    at = plain(left);
  }
  found.unshift(at);
  return found.some(isText) ? found : undefined;
}

export function isText({ type }: Node): boolean {
  return type === "StringLiteral" || type === "TemplateLiteral";
}
