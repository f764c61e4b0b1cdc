import { copyIn } from "./copy.ts";
import { type Token, tokenize } from "./expression.ts";
import type { Copy, Reading } from "./language.ts";
import { fieldsOf } from "./output.ts";

const BREAKS =
  /^(?:(?:end_?)?(?:capture|block|macro|set|embed)|extends|include|import|from|render|section|layout|plural|pluralize)$/u;
const ASSIGNS = /^\s*([\w.]+)\s*=(.*)$/su;
/** `with a = b`, `blocktrans with a = b`, `with b as a` */
const ALIAS = /\b(\w+)\s*=\s*([\w.]+)/u;
const ALIAS_AS = /^\s*([\w.]+)\s+as\s+(\w+)\s*$/u;

/** Words that print; what they print where they name no field of their own. */
const PRINTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["trans", []],
  ["translate", []],
  ["_", []],
  ["t", []],
  ["cycle", []],
  ["increment", ["count"]],
  ["decrement", ["count"]],
  ["currency_format", []],
  ["now", ["date"]],
  ["url", ["url"]],
  ["static", ["url"]],
  ["coupon_code", ["coupon_code"]],
  ["unsubscribe", ["unsubscribe"]],
  ["unsubscribe_link", ["unsubscribe"]],
  ["manage_preferences", ["manage_preferences"]],
  ["manage_preferences_link", ["manage_preferences"]],
  ["web_view", ["web_view_link"]],
  ["web_view_link", ["web_view_link"]],
]);
/** Without a text they enclose one. */
const ENCLOSES = /^(?:trans|translate)$/u;
/** What they say nobody is sent. */
const SILENT = /^abort_message$/u;

/** Reads a word that is neither a condition nor a loop. */
export function readBlockWord(word: string, rest: string, start: number): Reading {
  const tokens = tokenize(rest, start);
  const prints = PRINTS.get(word);
  if (prints !== undefined) return readPrinting(word, tokens, prints);
  const copy = SILENT.test(word) ? [] : copyIn(withoutLabels(tokens));
  if (copy.length === 0 && BREAKS.test(word) && !rest.includes("=")) return { kind: "break" };
  const alias = aliasOf(word, rest);
  return { kind: "statement", copy, ...(alias === undefined ? {} : { alias }) };
}

const PHRASE = /\p{L}\s|^\p{Lu}\p{L}/u;

function readPrinting(word: string, tokens: readonly Token[], prints: readonly string[]): Reading {
  const text = tokens.find(({ type }) => type === "string");
  if (text === undefined && ENCLOSES.test(word)) return { kind: "statement", copy: [] };
  const isText = text !== undefined && PHRASE.test(text.text) && word !== "now";
  const copy: readonly Copy[] = isText ? [text.span] : [];
  const named = fieldsOf(tokens);
  const fields = named.length > 0 ? named : prints;
  return { kind: "output", fields: isText ? [] : fields, copy };
}

const LABELS = /^(?:label|name|path|class|id|help_text|inline_help_text|overrideable|type)$/u;

/** What only editors of the template see. */
function withoutLabels(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter((_, index) => {
    const isValue = tokens[index - 1]?.text === "=";
    return !isValue || !LABELS.test(tokens[index - 2]?.text ?? "");
  });
}

function aliasOf(word: string, rest: string): { name: string; of: string } | undefined {
  if (ASSIGN_WORD.test(word)) {
    const [, name, value = ""] = ASSIGNS.exec(rest) ?? [];
    return paired(name, fieldsOf(tokenize(value, 0))[0]);
  }
  if (!SCOPE_WORD.test(word)) return undefined;
  const [, of, name] = ALIAS_AS.exec(rest) ?? [];
  if (of !== undefined) return paired(name, of);
  const [, left, right] = ALIAS.exec(rest) ?? [];
  return paired(left, right);
}

const ASSIGN_WORD = /^(?:assign|set|let)$/u;
const SCOPE_WORD = /^(?:with|trans|blocktrans|blocktranslate)$/u;

function paired(name: string | undefined, of: string | undefined) {
  return name === undefined || of === undefined ? undefined : { name, of };
}
