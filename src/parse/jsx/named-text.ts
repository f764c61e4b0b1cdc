import type { Role } from "../../model/segment.ts";
import { roleOfKey } from "./names.ts";
import { type Node, nodeAt, plain, wordAt } from "./nodes.ts";

const SAMPLES = /\.(?:PreviewProps|defaultProps|propTypes|args)$/u;

/** What a preview is filled with is no copy. */
export function isSample(text: string, node: Node): boolean {
  const target = node.type === "AssignmentExpression" ? nodeAt(node, "left") : undefined;
  return target !== undefined && SAMPLES.test(text.slice(target.start, target.end));
}

/** `subject = "…"`, `{ subject: "…" }`: a text under a name that says what it is for. */
export function namedText(node: Node): { readonly role: Role; readonly value: Node } | undefined {
  const [target, value] = partsOf(node);
  if (target === undefined || value === undefined) return undefined;
  const role = roleOfKey(nameOf(target));
  return role !== undefined && holdsText(plain(value)) ? { role, value } : undefined;
}

function partsOf(node: Node): readonly [Node | undefined, Node | undefined] {
  switch (node.type) {
    case "VariableDeclarator":
      return [nodeAt(node, "id"), nodeAt(node, "init")];
    case "AssignmentExpression":
    case "AssignmentPattern":
      return [nodeAt(node, "left"), nodeAt(node, "right")];
    case "ObjectProperty":
    case "ClassProperty":
      return [nodeAt(node, "key"), nodeAt(node, "value")];
    default:
      return [undefined, undefined];
  }
}

export function nameOf(node: Node): string {
  const property = nodeAt(node, "property");
  if (property !== undefined) return nameOf(property);
  return wordAt(node, "name") || wordAt(node, "value");
}

const IDENTIFIER = /^[a-z][\w-]*[-_\d][\w-]*$|^#?[\da-f]{3,8}$/u;

/** Something among what an expression prints is written out. */
export function holdsText(node: Node): boolean {
  switch (node.type) {
    case "StringLiteral":
      return !IDENTIFIER.test(wordAt(node, "value"));
    case "TemplateLiteral":
      return true;
    case "ConditionalExpression":
      return [nodeAt(node, "consequent"), nodeAt(node, "alternate")].some(isTextual);
    case "LogicalExpression":
    case "BinaryExpression":
      return [nodeAt(node, "left"), nodeAt(node, "right")].some(isTextual);
    default:
      return false;
  }
}

function isTextual(node: Node | undefined): boolean {
  return node !== undefined && holdsText(plain(node));
}
