import { isCopy } from "../copy.ts";
import { type Node, textOf, valueAt } from "./tree.ts";

const FOLDER =
  /(?:^|[/\\])_?(?:locales?|i18n|l10n|lang|langs|languages?|translations?|intl)[/\\]/iu;
const FILE =
  /(?:^|[/\\.])(?:(?:[a-z]{2}(?:[-_][a-z]{2,4})?)|translations?|i18n|strings)\.(?:json[c5]?|ya?ml)$/iu;
const ARB = /\.arb$/iu;

/** Whether every text of a tree is copy: it lies where translations do, or is made of sentences. */
export function isCatalogue(root: Node, path: string): boolean {
  if (ARB.test(path) || FOLDER.test(path) || FILE.test(path)) return true;
  return !isConfig(root) && isMadeOfSentences(root);
}

/** Keys at the top of files that set up a tool or describe an interface. */
const CONFIG_KEYS = [
  "$schema",
  "$id",
  "openapi",
  "swagger",
  "asyncapi",
  "dependencies",
  "devDependencies",
  "compilerOptions",
  "lockfileVersion",
  "definitions",
  "$defs",
  "scripts",
  "jobs",
  "services",
  "manifest_version",
  "apiVersion",
  "plugins",
  "rules",
  "presets",
];

/** Whether the top of a tree says that it holds settings, where `description` describes those. */
export function isConfig(root: Node): boolean {
  return CONFIG_KEYS.some((key) => valueAt(root, key) !== undefined);
}

/** Of how many texts, and what share of them, reads like prose. */
const FEW = 2;
const MOST = 0.6;

function isMadeOfSentences(root: Node): boolean {
  const texts = [...leaves(root)];
  if (texts.length < FEW) return false;
  return texts.filter((text) => isCopy(text)).length >= texts.length * MOST;
}

function* leaves(node: Node): Generator<string> {
  const text = textOf(node);
  if (text !== undefined) yield text;
  else if (node.type === "map") for (const { value } of node.entries) yield* leaves(value);
  else if (node.type === "list") for (const item of node.items) yield* leaves(item);
}
