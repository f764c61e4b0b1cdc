import type { Span } from "../../model/span.ts";
import { isCopy } from "../copy.ts";
import type { Reading } from "../language.ts";
import { addLiteral, addTag, type Collector } from "./collect.ts";
import { fieldsIn } from "./fields-in.ts";
import { findMarkup, type Node, nodeAt, nodesAt, plain, wordAt } from "./nodes.ts";
import { isText, operandsOf } from "./operands.ts";

/** What the rest of the walk does with markup that stands in an expression. */
export type Visit = (node: Node) => void;

/**
 * Reads an expression that is printed. `outer` is what stands for it in the source, with the
 * braces or quotes around it: tags take these up, so that nothing is left between two texts.
 */
export function printExpression(
  collector: Collector,
  given: Node,
  { outer, visit }: { readonly outer: Span; readonly visit: Visit },
): void {
  const node = plain(given);
  const print = PRINTERS[node.type] ?? printOther;
  print({ collector, node, outer, visit });
}

interface Printed {
  readonly collector: Collector;
  readonly node: Node;
  readonly outer: Span;
  readonly visit: Visit;
}

const PRINTERS: Readonly<Record<string, (printed: Printed) => void>> = {
  StringLiteral: ({ collector, node }) =>
    addLiteral(collector, contentOf(node), quotingAt(collector.text, node)),
  TemplateLiteral: printTemplate,
  ConditionalExpression: printConditional,
  LogicalExpression: printLogical,
  BinaryExpression: printBinary,
  JSXElement: ({ node, visit }) => visit(node),
  JSXFragment: ({ node, visit }) => visit(node),
  JSXEmptyExpression: () => {},
  NullLiteral: () => {},
  BooleanLiteral: () => {},
  NumericLiteral: ({ collector, node }) =>
    void collector.pieces.push({ type: "text", span: spanOf(node) }),
};

function spanOf({ start, end }: Node): Span {
  return { start, end };
}

/** Without the quotes. */
function contentOf(node: Node): Span {
  return node.type === "StringLiteral"
    ? { start: node.start + 1, end: node.end - 1 }
    : spanOf(node);
}

function quotingAt(text: string, { start }: Node): "double" | "single" {
  return text.charAt(start) === "'" ? "single" : "double";
}

function printTemplate({ collector, node, visit }: Printed): void {
  const { literals } = collector;
  const expressions = nodesAt(node, "expressions");
  const quasis = nodesAt(node, "quasis");
  const first = literals.length;
  for (const [index, quasi] of quasis.entries()) {
    addLiteral(collector, spanOf(quasi), "template");
    const expression = expressions[index];
    const next = quasis[index + 1];
    if (expression === undefined || next === undefined) continue;
    printExpression(collector, expression, { outer: { start: quasi.end, end: next.start }, visit });
  }
  const own = literals.slice(first);
  const isPlain = own.every(({ span }) => quasis.some(({ start }) => start === span.start));
  const [head, last] = [own[0], own.at(-1)];
  if (!isPlain || head === undefined || last === undefined) return;
  // Values alone stand between the texts: words can move past them.
  const span = { start: head.span.start, end: last.span.end };
  literals.splice(first, own.length, { span, quoting: "template" });
}

function printConditional({ collector, node, outer, visit }: Printed): void {
  const test = nodeAt(node, "test");
  const taken = nodeAt(node, "consequent");
  const other = nodeAt(node, "alternate");
  if (test === undefined || taken === undefined || other === undefined) return;
  const [from, to] = [contentOf(plain(taken)), contentOf(plain(other))];
  addTag(collector, { start: outer.start, end: from.start }, [opening(collector, test)]);
  printExpression(collector, taken, { outer: from, visit });
  addTag(collector, { start: from.end, end: to.start }, [ELSE()]);
  printExpression(collector, other, { outer: to, visit });
  addTag(collector, { start: to.end, end: outer.end }, [CLOSE()]);
}

function printLogical(printed: Printed): void {
  const { collector, node, outer, visit } = printed;
  const left = nodeAt(node, "left");
  const right = nodeAt(node, "right");
  if (left === undefined || right === undefined) return;
  if (wordAt(node, "operator") === "&&") {
    const shown = contentOf(plain(right));
    addTag(collector, { start: outer.start, end: shown.start }, [opening(collector, left)]);
    printExpression(collector, right, { outer: shown, visit });
    addTag(collector, { start: shown.end, end: outer.end }, [CLOSE()]);
    return;
  }
  const other = plain(right);
  if (findMarkup(other)) {
    printExpression(collector, left, { outer: spanOf(left), visit });
    visit(other);
    return;
  }
  addTag(collector, outer, [
    {
      kind: "output",
      fields: fieldsIn(collector.text, left),
      ...(other.type === "StringLiteral" ? { fallback: wordAt(other, "value") } : {}),
      copy: [],
    },
  ]);
}

// Built anew each time: control tags are told apart by identity.
const ELSE = (): Reading => ({ kind: "middle", fields: [], test: "", inherits: false });
const CLOSE = (): Reading => ({ kind: "close", block: "" });

function opening({ text }: Collector, given: Node): Reading {
  const test = plain(given);
  const argument = nodeAt(test, "argument");
  const negated = test.type === "UnaryExpression" && wordAt(test, "operator") === "!";
  const read = negated && argument !== undefined ? plain(argument) : test;
  const isTwice = negated && read.type === "UnaryExpression" && wordAt(read, "operator") === "!";
  return {
    kind: "open",
    block: "",
    loop: false,
    fields: fieldsIn(text, read),
    test: text.slice(read.start, read.end),
    negated: negated && !isTwice,
  };
}

/** Strings and values put together with `+`. */
function printBinary(printed: Printed): void {
  const { collector, node, outer, visit } = printed;
  const parts = operandsOf(node);
  if (parts === undefined) {
    printOther(printed);
    return;
  }
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    const after = parts[index + 1];
    const own = contentOf(part);
    const start = before === undefined ? outer.start : edgeOf(before, part, "end");
    const end = after === undefined ? outer.end : edgeOf(after, part, "start");
    printExpression(collector, part, { outer: isText(part) ? own : { start, end }, visit });
  }
}

/** A value takes up the quotes and marks between it and the text beside it. */
function edgeOf(beside: Node, part: Node, edge: "start" | "end"): number {
  if (isText(beside)) return contentOf(beside)[edge];
  return edge === "end" ? part.start : part.end;
}

const TRANSLATES = /^(?:t|_|__|gettext|translate|msg|trans|i18n)$/u;

function printOther({ collector, node, outer, visit }: Printed): void {
  const translated = translatedText(collector.text, node);
  if (translated !== undefined) {
    printExpression(collector, translated, { outer: contentOf(translated), visit });
    return;
  }
  if (findMarkup(node)) {
    visit(node);
    return;
  }
  const fields = fieldsIn(collector.text, node);
  addTag(collector, outer, [{ kind: "output", fields, copy: [] }]);
}

/** The text in `t("We miss you")`; undefined where it is a key. */
function translatedText(text: string, node: Node): Node | undefined {
  if (node.type === "TaggedTemplateExpression") {
    const tag = nodeAt(node, "tag");
    return tag !== undefined && isTranslator(text, tag) ? nodeAt(node, "quasi") : undefined;
  }
  const callee = nodeAt(node, "callee");
  const [first] = nodesAt(node, "arguments");
  if (node.type !== "CallExpression" || callee === undefined || first === undefined)
    return undefined;
  if (!isTranslator(text, callee) || !isText(first)) return undefined;
  const { start, end } = first;
  return isCopy(text.slice(start + 1, end - 1)) ? first : undefined;
}

function isTranslator(text: string, { start, end }: Node): boolean {
  return TRANSLATES.test(text.slice(start, end).split(".").at(-1) ?? "");
}
