import { isLanguage } from "./locale-path.ts";
import { isProse } from "./prose.ts";
import { type Node, textOf, valueAt } from "./tree.ts";

const FOLDER =
  /(?:^|[/\\])_?(?:locales?|i18n|l10n|lang|langs|languages?|translations?|intl)[/\\]/iu;
const FILE = /(?:^|[/\\.])(?:translations?|i18n|strings)\.(?:json[c5]?|ya?ml)$/iu;
const LANGUAGE_FILE = /(?:^|[/\\.])([a-z]{2})(?:[-_][a-z]{2,4}){0,2}\.(?:json[c5]?|ya?ml)$/iu;
const FORMAT = /\.(?:po|pot|xlf|xliff|resx|strings)$|strings\.xml$/iu;
const ARB = /\.(?:arb|xcstrings)$/iu;

const SENT =
  /(?:^|[/\\._-])(?:e?mails?|newsletters?|campaigns?|push(?:es)?|notifications?|sms|ads?|adverts?|marketing|copy|drip|lifecycle|crm)(?=[/\\._-])/iu;
const PROPERTIES =
  /(?:messages?|strings|texts?|labels|translations?|i18n|locale|resources?)[\w.-]*\.properties$|_[a-z]{2}(?:_[a-z]{2})?\.properties$/iu;

/** Whether a path is that of a catalogue of translations. */
export function isCataloguePath(path: string): boolean {
  if ([ARB, FOLDER, FILE, PROPERTIES, FORMAT].some((pattern) => pattern.test(path))) return true;
  const language = LANGUAGE_FILE.exec(path)?.[1];
  return language !== undefined && isLanguage(language);
}

/** Whether a path says that what lies there is sent to people. */
export function isSentPath(path: string): boolean {
  return SENT.test(path);
}

/** Whether every text of a tree is copy, since most of them are sentences. */
export function isMadeOfSentences(root: Node): boolean {
  const texts = [...leaves(root)];
  return texts.filter((text) => isProse(text)).length > texts.length * MOST;
}

/** What share of the texts has to read like prose. */
const MOST = 0.6;

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
  "severity",
];

/** Whether the top of a tree says that it holds settings, where `description` describes those. */
export function isConfig(root: Node): boolean {
  return CONFIG_KEYS.some((key) => valueAt(root, key) !== undefined);
}

function* leaves(node: Node): Generator<string> {
  const text = textOf(node);
  if (text !== undefined) yield text;
  else if (node.type === "map") for (const { value } of node.entries) yield* leaves(value);
  else if (node.type === "list") for (const item of node.items) yield* leaves(item);
}
