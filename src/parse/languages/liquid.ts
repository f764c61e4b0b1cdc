import { type Token, tokenize } from "../expression.ts";
import type { Language, RawTag, Reading } from "../language.ts";
import { readBlockWord } from "../liquid-words.ts";
import { fieldsOf } from "../output.ts";
import { readPrinted } from "../printed.ts";

/** Liquid and its kin: Jinja, Django, Twig, Nunjucks, HubL, Klaviyo, Braze, Marketo tokens. */
export const liquid: Language = {
  pairs: [
    { open: "{%", close: "%}", strings: true },
    { open: "{#", close: "#}", strings: false, quiet: true },
    { open: "{{", close: "}}", strings: true },
  ],
  shapes: [],
  claim: ({ delimiter, inner }) => {
    if (delimiter !== "{{") return 9;
    if (inner.includes("${") || MARKETO.test(inner) || MAILJET.test(inner)) return 9;
    if (OPERATOR.test(inner)) return 9;
    return FILTERED.test(inner) || isChoice(inner) ? 3 : 1;
  },
  read: (tag) => {
    if (tag.delimiter === "{#") return [{ kind: "comment" }];
    const { inner, start } = trimControl(tag);
    return tag.delimiter === "{%" ? readStatement(inner, start) : readPrint(inner, start);
  },
  swallow: ({ delimiter, inner }) => {
    if (delimiter !== "{%") return undefined;
    return UNREAD[KEYWORD.exec(inner)?.[1] ?? ""];
  },
};

/** `a or b`, `a ~ b`: no helper and no field has a name like that. */
const OPERATOR =
  /^\s*(?!(?:else|if|range|with|unless)\b)[\w.'"\])]+\s+(?:or|and|if|is|in|not|~|\?[?:]?|[=!]=|\+)\s/u;

/** `"a" if x else "b"` */
function isChoice(inner: string): boolean {
  const condition = inner.indexOf(" if ");
  return condition > 0 && inner.includes(" else ", condition);
}

const FILTERED = /[^|]\|[^|]/u;
const KEYWORD = /^[-~+]?\s*([\w=#/]+)/u;
const UNREAD: Readonly<Record<string, RegExp>> = Object.assign(Object.create(null), {
  comment: /\{%-?\s*endcomment\s*-?%\}/gu,
  javascript: /\{%-?\s*endjavascript\s*-?%\}/gu,
  schema: /\{%-?\s*endschema\s*-?%\}/gu,
  stylesheet: /\{%-?\s*endstylesheet\s*-?%\}/gu,
});

const LEADING_CONTROL = /^[-~+]/u;
const TRAILING_CONTROL = /[-~+]$/u;

function trimControl({ inner, innerStart }: RawTag): { inner: string; start: number } {
  const skip = LEADING_CONTROL.test(inner) ? 1 : 0;
  return { inner: inner.slice(skip).replace(TRAILING_CONTROL, ""), start: innerStart + skip };
}

const MARKETO =
  /^\s*((?:lead|company|my|system|member|campaign|program)\.[^:|"'(]*?)\s*(?::default=(.*))?$/isu;
const MAILJET = /^\s*(?:var|data):([^:]+)(?::"?([^"]*)"?)?\s*$/u;

const JOINS = { joins: ["~", "+"] };

function readPrint(inner: string, start: number): readonly Reading[] {
  const spaced = MARKETO.exec(inner) ?? MAILJET.exec(inner);
  if (spaced?.[1] === undefined) return readPrinted(inner, start, JOINS);
  return [
    {
      kind: "output",
      fields: [spaced[1]],
      ...(spaced[2] === undefined ? {} : { fallback: spaced[2].trim() }),
      copy: [],
    },
  ];
}

const AJO_OUTPUT = /^\s*=/u;
/** `{%#if %}` and `{%#each %}` are blocks; a comment has a blank behind its mark. */
const INLINE_COMMENT = /^\s*#(?:\s|creeplint-)/u;
const JUNK_OUTPUT = /^\s*[A-Z][A-Z0-9_]*\s*$/u;
const ELSE_IF = /^(?:elif|elsif|elseif)$/u;
const EACH_AS = /^\s*#each\s+([\w.]+)\s+as\s+\|?\s*(\w+)/u;
const FOR =
  /^\s*(?:#each|for|tablerow|asyncEach|asyncAll)\s+([\w.]+)(?:\s*,\s*[\w.]+)?\s+in\s+([\w.[\]'"]+)/u;

function readStatement(inner: string, start: number): readonly Reading[] {
  if (AJO_OUTPUT.test(inner)) return readPrint(inner.replace("=", " "), start);
  if (JUNK_OUTPUT.test(inner)) return [{ kind: "output", fields: [inner.trim()], copy: [] }];
  if (INLINE_COMMENT.test(inner)) return [{ kind: "comment" }];
  const match = KEYWORD.exec(inner);
  const word = (match?.[1] ?? "").replace("#", "");
  if (word === "comment") return [{ kind: "comment" }];
  const after = match?.[0].length ?? 0;
  const rest: Rest = { inner: inner.slice(after), start: start + after };
  return [
    readEnd(word) ??
      readCondition(word, rest) ??
      readLoop(word, inner) ??
      readBlockWord(word, rest.inner, rest.start),
  ];
}

interface Rest {
  readonly inner: string;
  readonly start: number;
}

const END = /^(?:end|\/)(if|ifequal|ifnotequal|unless|case|for|tablerow|each|asyncEach|asyncAll)$/u;

/** What encloses neither a condition nor a loop ends as any other word. */
function readEnd(word: string): Reading | undefined {
  const block = END.exec(word)?.[1];
  return block === undefined ? undefined : { kind: "close", block: LOOP_NAMES.get(block) ?? block };
}

const LOOP_NAMES = new Map([
  ["asyncEach", "each"],
  ["asyncAll", "each"],
]);

function readCondition(word: string, { inner, start }: Rest): Reading | undefined {
  const test = inner.trim();
  const tokens = tokenize(inner, start);
  const fields = [...fieldsOf(tokens.map(asComparison)), ...lookedUp(tokens)];
  switch (word) {
    case "if":
    case "ifequal":
    case "ifnotequal":
    case "unless":
    case "case": {
      const negated = word === "unless" || word === "ifnotequal";
      return { kind: "open", block: word, loop: false, fields, test, negated };
    }
    case "when":
      return { kind: "middle", fields, test, inherits: true };
    case "empty":
      return { kind: "middle", fields: [], test: "", inherits: false };
    case "else":
      return ELSE_WITH_TEST.test(inner)
        ? { kind: "middle", fields, test: test.slice(2).trim(), inherits: false }
        : { kind: "middle", fields: [], test: "", inherits: false };
    default:
      return ELSE_IF.test(word) ? { kind: "middle", fields, test, inherits: false } : undefined;
  }
}

/** Journey Optimizer compares with a single mark, which elsewhere names an argument. */
function asComparison(token: Token): Token {
  return token.type === "mark" && token.text === "=" ? { ...token, text: "==" } : token;
}

/** `person|lookup:'Last Purchase'` */
function lookedUp(tokens: readonly Token[]): readonly string[] {
  return tokens
    .filter(({ type }, at) => type === "string" && tokens[at - 2]?.text === "lookup")
    .map(({ text }) => text);
}

const ELSE_WITH_TEST = /^\s+if\s/u;

const LOOP = /^(?:for|tablerow|each|asyncEach|asyncAll)$/u;

function readLoop(word: string, inner: string): Reading | undefined {
  if (!LOOP.test(word)) return undefined;
  const [, list, item] = EACH_AS.exec(inner) ?? [];
  const [, name = item, of = list] = FOR.exec(inner) ?? [];
  return {
    kind: "open",
    block: LOOP_NAMES.get(word) ?? word,
    loop: true,
    fields: of === undefined ? [] : [of],
    test: inner.trim(),
    negated: false,
    ...(name === undefined || of === undefined ? {} : { alias: { name, of } }),
  };
}
