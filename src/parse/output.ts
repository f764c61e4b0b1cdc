import { copyIn } from "./copy.ts";
import { type Token, tokenize } from "./expression.ts";
import type { Output } from "./language.ts";

const KEYWORDS = new Set(
  "and or not in is if else elif unless true false none null nil undefined empty blank contains with as by eq ne neq lt gt le ge lte gte then end".split(
    " ",
  ),
);
const FILTERS = new Set(
  "abs append attr batch camelcase capfirst capitalize ceil center currency cut date date_format datetimeformat day dictsort divided_by downcase e ellipsis escape escape_html escapejs filesizeformat first float floor floatformat force_escape format h handleize html_escape humanize img_url int intcomma iriencode join json json_escape json_parse last length length_is limit linebreaks linebreaksbr list lookup lower lowercase md5 merge minus modulo money money_with_currency money_without_currency month newline_to_br nl2br number number_format pluralize plus prepend proper_case property_escape random raw remove remove_first replace replace_first reverse round safe sha1 size slice slugify sort split strftime string strip strip_html strip_newlines striptags sum t time_ago times timesince timeuntil title titlecase to_json trans trim truncate truncatechars truncatewords tojson uniq unescape upcase upper uppercase url url_encode url_escape url_param_escape urlencode urlize where wordcount wordwrap xml_escape year yesno".split(
    " ",
  ),
);
const SOFT_WORDS = /^[\p{L}][\p{L}\p{N}' -]*$/u;
const TEXT_FILTER = /^(?:append|prepend|default|t|trans|translate|yesno|pluralize)$/u;
const DEFAULT_FILTER = /^(?:default|default_if_none|d|fallback|or)$/iu;

/** Reads an expression with filters: `a.b | lookup: 'Key' | default: 'there'`. */
export function readOutput(inner: string, innerStart: number): Output {
  const tokens = tokenize(inner, innerStart);
  const [head = [], ...filters] = splitAtPipes(tokens);
  const call = readTokenCall(head);
  if (call !== undefined) return call;
  const fallback = fallbackOf(head, filters, inner);
  const fields = [...fieldsOf(head), ...filters.flatMap(fieldsOfFilter)];
  const looked = filters.find((filter) => filter[0]?.text === "lookup")?.find(isString);
  const last = looked === undefined ? undefined : fields.shift();
  return {
    kind: "output",
    fields: last === undefined ? fields : [`${last}.${looked?.text ?? ""}`, ...fields],
    ...(fallback === undefined ? {} : { fallback }),
    copy: copyIn([...head, ...filters.filter(printsText).flat()]),
  };
}

function splitAtPipes(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type === "mark" && token.text === "|") groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups;
}

const TOKEN_CALL = /^(?:personalization_token|lookup|insert|attr|attribute)$/iu;

/** `user.get('city', 'your town')` */
const GETTER = /^(.+)\.(?:get|fetch|getValue)$/u;

/** `personalization_token('contact.firstname', 'there')`: the first string is the field's name. */
function readTokenCall(head: readonly Token[]): Output | undefined {
  const [name, bracket] = head;
  if (name?.type !== "path" || bracket?.text !== "(") return undefined;
  const owner = GETTER.exec(name.text)?.[1];
  if (owner === undefined && !TOKEN_CALL.test(name.text)) return undefined;
  const [field, fallback] = head.filter(isString);
  if (field === undefined) return undefined;
  return {
    kind: "output",
    fields: [owner === undefined ? field.text : `${owner}.${field.text}`],
    ...(fallback === undefined ? {} : { fallback: fallback.text }),
    copy: [],
  };
}

function isString({ type }: Token): boolean {
  return type === "string";
}

/** The merge variables among tokens: paths that are no keyword, function or argument name. */
export function fieldsOf(tokens: readonly Token[]): readonly string[] {
  return tokens
    .filter(({ type, text }, index) => {
      const next = tokens[index + 1]?.text;
      if (type !== "path" || KEYWORDS.has(text) || next === "=") return false;
      // A method without arguments reads a value as well.
      return next !== "(" || (text.includes(".") && tokens[index + 2]?.text === ")");
    })
    .map(({ text }) => text);
}

function fieldsOfFilter([, ...args]: readonly Token[]): readonly string[] {
  return fieldsOf(args);
}

function printsText([name]: readonly Token[]): boolean {
  return TEXT_FILTER.test(name?.text ?? "") && !DEFAULT_FILTER.test(name?.text ?? "");
}

function fallbackOf(
  head: readonly Token[],
  filters: readonly (readonly Token[])[],
  inner: string,
): string | undefined {
  const named = filters.find(([name]) => DEFAULT_FILTER.test(name?.text ?? ""));
  if (named !== undefined) {
    return named.slice(1).find(({ type }) => type !== "mark")?.text ?? "";
  }
  const either = head.findIndex(({ text }) => EITHER.has(text));
  if (either > 0) return head[either + 1]?.text;
  const other = head.findIndex(({ text }) => text === "else" || text === ":");
  if (other > 0 && head[other + 1]?.type === "string") return head[other + 1]?.text;
  return bareFallback(filters, inner);
}

/** Operators that print what is behind them where nothing is in front. */
const EITHER: ReadonlySet<string> = new Set(["or", "||", "??", "?:"]);

/** Cold mail tools write `{{firstName|there}}`: the one "filter" is the text itself. */
function bareFallback(filters: readonly (readonly Token[])[], inner: string): string | undefined {
  const [only] = filters;
  const name = only?.[0];
  if (only === undefined || filters.length > 1 || name === undefined) return undefined;
  if (name.type === "string") return name.text;
  const text = inner.slice(inner.indexOf("|") + 1).trim();
  return FILTERS.has(name.text) || !SOFT_WORDS.test(text) ? undefined : text;
}
