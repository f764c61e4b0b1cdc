import type { Role } from "../../model/segment.ts";
import { addBlank, addLiteral, addTag, apart, type Collector, endBlock } from "./collect.ts";
import { printExpression } from "./expression.ts";
import { fieldsIn } from "./fields-in.ts";
import { holdsText, isSample, namedText, nameOf } from "./named-text.ts";
import { kindOfElement, roleOfAttribute } from "./names.ts";
import { childrenOf, findMarkup, type Node, nodeAt, nodesAt, plain } from "./nodes.ts";

/** Collects the copy of a program: its markup, and texts under names that tell what they are for. */
export function walkProgram(collector: Collector, node: Node): void {
  if (isMarkup(node)) {
    endBlock(collector);
    walkElement(collector, node);
    endBlock(collector);
    return;
  }
  if (isSample(collector.text, node)) return;
  const named = namedText(node);
  if (named !== undefined && !findMarkup(named.value)) {
    printApart(collector, named.value, named.role);
    return;
  }
  if (isLoop(node)) walkLoop(collector, node);
  else for (const child of childrenOf(node)) walkProgram(collector, child);
}

function isMarkup({ type }: Node): boolean {
  return type === "JSXElement" || type === "JSXFragment";
}

function printApart(collector: Collector, value: Node, role: Role): void {
  apart(collector, role, () => print(collector, value));
}

function print(collector: Collector, value: Node, outer = value): void {
  printExpression(collector, value, {
    outer: { start: outer.start, end: outer.end },
    visit: (node) => visit(collector, node),
  });
}

/** Markup in an expression: an element stands in its place, anything else is gone through. */
function visit(collector: Collector, node: Node): void {
  if (isMarkup(node)) walkElement(collector, node);
  else walkProgram(collector, node);
}

const ITERATES = /^(?:map|flatMap|forEach)$/u;

function isLoop(node: Node): boolean {
  const callee = node.type === "CallExpression" ? nodeAt(node, "callee") : undefined;
  const property = callee === undefined ? undefined : nodeAt(callee, "property");
  return property !== undefined && ITERATES.test(nameOf(property)) && findMarkup(node);
}

/** `items.map((item) => …)`: what `item` has comes from `items`. */
function walkLoop(collector: Collector, node: Node): void {
  const [callback] = nodesAt(node, "arguments");
  const list = nodeAt(nodeAt(node, "callee") ?? node, "object");
  const body = callback === undefined ? undefined : nodeAt(callback, "body");
  if (callback === undefined || list === undefined || body === undefined) {
    for (const child of childrenOf(node)) walkProgram(collector, child);
    return;
  }
  const [of] = fieldsIn(collector.text, list);
  const name = nameOf(nodesAt(callback, "params")[0] ?? callback);
  endBlock(collector);
  addTag(collector, { start: node.start, end: body.start }, [
    {
      kind: "open",
      block: "map",
      loop: true,
      fields: of === undefined ? [] : [of],
      test: collector.text.slice(list.start, list.end),
      negated: false,
      ...(of === undefined || name === "" ? {} : { alias: { name, of } }),
    },
  ]);
  walkProgram(collector, body);
  addTag(collector, { start: body.end, end: node.end }, [{ kind: "close", block: "map" }]);
  endBlock(collector);
}

function walkElement(collector: Collector, node: Node): void {
  const opening = nodeAt(node, "openingElement");
  if (opening === undefined) {
    walkChildren(collector, node);
    return;
  }
  const name = elementName(collector.text, opening);
  const { flow, role } = kindOfElement(name);
  if (flow === "break") addBlank(collector, node.start);
  for (const attribute of nodesAt(opening, "attributes")) walkAttribute(collector, attribute, name);
  if (flow === "skip" || flow === "break") return;
  const isInline = collector.beside ? flow !== "block" : flow === "inline" && !ANCHOR.test(name);
  const own = role ?? hiddenRole(collector, opening);
  if (!isInline || own !== undefined) endBlock(collector);
  if (own !== undefined) collector.roles.push(own);
  walkChildren(collector, node);
  if (!isInline || own !== undefined) endBlock(collector);
  if (own !== undefined) collector.roles.pop();
}

/** Links stand in a row where no words are between them. */
const ANCHOR = /^(?:a|A|Link|MjmlNavbarLink)$/u;

function elementName(text: string, opening: Node): string {
  const name = nodeAt(opening, "name");
  return name === undefined ? "" : text.slice(name.start, name.end);
}

const HIDDEN =
  /display["']?\s*:\s*["']none|max-?height["']?\s*:\s*["']?0|className="[^"]*\bhidden\b/iu;

/** Hidden text above everything that is seen is what mail programs show beside the subject. */
function hiddenRole({ text, sawBody }: Collector, opening: Node): Role | undefined {
  return !sawBody && HIDDEN.test(text.slice(opening.start, opening.end)) ? "preheader" : undefined;
}

const VISIBLE = /[\p{L}\p{N}]/u;

function walkChildren(collector: Collector, node: Node): void {
  const { text, beside } = collector;
  const children = nodesAt(node, "children");
  const isText = (child: Node) =>
    child.type === "JSXText" && VISIBLE.test(text.slice(child.start, child.end));
  const hasWords = children.some(isText);
  collector.beside = hasWords;
  for (const child of children) {
    if (isText(child)) collector.sawBody ||= collector.roles.length === 0;
    walkChild(collector, child);
    collector.beside = hasWords;
  }
  collector.beside = beside;
}

function walkChild(collector: Collector, child: Node): void {
  const expression = nodeAt(child, "expression");
  if (child.type === "JSXText") addJsxText(collector, child);
  else if (isMarkup(child)) walkElement(collector, child);
  else if (child.type === "JSXExpressionContainer" && expression !== undefined) {
    print(collector, expression, child);
  }
}

const LEADING_BREAK = /^\s*[\r\n]\s*/u;
const TRAILING_BREAK = /\s*[\r\n]\s*$/u;

/** Blanks beside a line end are no text. */
function addJsxText(collector: Collector, { start, end }: Node): void {
  const text = collector.text.slice(start, end);
  const skipped = LEADING_BREAK.exec(text)?.[0].length ?? 0;
  if (skipped === text.length) return;
  const kept = text.length - (TRAILING_BREAK.exec(text)?.[0].length ?? 0);
  addLiteral(collector, { start: start + skipped, end: start + kept }, "markup");
}

function walkAttribute(collector: Collector, attribute: Node, element: string): void {
  const value = nodeAt(attribute, "value");
  if (attribute.type !== "JSXAttribute" || value === undefined) return;
  const key = nodeAt(attribute, "name");
  const name = key === undefined ? "" : collector.text.slice(key.start, key.end);
  const isComponent = element !== element.toLowerCase();
  const role = roleOfAttribute(name, isComponent);
  const inner = nodeAt(value, "expression") ?? value;
  if (findMarkup(inner) && inner.type !== "JSXEmptyExpression") {
    apart(collector, "body", () => walkProgram(collector, inner));
  } else if (role !== undefined && holdsText(plain(inner))) {
    const isSentence = () => SENTENCE.test(collector.text.slice(inner.start + 1, inner.end - 1));
    if (role !== "copy") addAttribute(collector, value, role);
    else if (isSentence()) addAttribute(collector, value, "body");
  }
}

const SENTENCE = /^\s*["“‘(]?[\p{Lu}\d][^\n]{0,200}?\p{L}\s+\S+\s+\S/u;

function addAttribute(collector: Collector, value: Node, role: Role): void {
  const inner = nodeAt(value, "expression");
  apart(collector, role, () => {
    if (inner !== undefined) print(collector, inner);
    else {
      const quoting =
        collector.text.charAt(value.start) === "'" ? "attribute-single" : "attribute-double";
      addLiteral(collector, { start: value.start + 1, end: value.end - 1 }, quoting);
    }
  });
}
