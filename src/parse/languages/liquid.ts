import { copyIn } from "../copy.ts";
import { tokenize } from "../expression.ts";
import type { Language, RawTag, Reading } from "../language.ts";
import { fieldsOf, readOutput } from "../output.ts";

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
    return FILTERED.test(inner) || CHOICE.test(inner) ? 3 : 1;
  },
  read: (tag) => {
    if (tag.delimiter === "{#") return [{ kind: "comment" }];
    const { inner, start } = trimControl(tag);
    return [tag.delimiter === "{%" ? readStatement(inner, start) : readPrint(inner, start)];
  },
  swallow: ({ delimiter, inner }) => {
    if (delimiter !== "{%") return undefined;
    return UNREAD[KEYWORD.exec(inner)?.[1] ?? ""];
  },
};

const FILTERED = /[^|]\|[^|]/u;
const CHOICE = /\sif\s.*\selse\s/u;
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

function readPrint(inner: string, start: number): Reading {
  const spaced = MARKETO.exec(inner) ?? MAILJET.exec(inner);
  if (spaced?.[1] === undefined) return readOutput(inner, start);
  return {
    kind: "output",
    fields: [spaced[1]],
    ...(spaced[2] === undefined ? {} : { fallback: spaced[2].trim() }),
    copy: [],
  };
}

const AJO_OUTPUT = /^\s*=/u;
/** `{%#if %}` and `{%#each %}` are blocks; a comment has a blank behind its mark. */
const INLINE_COMMENT = /^\s*#(?:\s|creeplint-)/u;
const JUNK_OUTPUT = /^\s*[A-Z][A-Z0-9_]*\s*$/u;
const ELSE_IF = /^(?:elif|elsif|elseif)$/u;
const BREAKS =
  /^(?:capture|block|extends|include|import|from|macro|render|section|layout|embed|set|end(?:capture|block|macro|set|embed))$/u;
const PRINTS = /^(?:trans|translate|_|t|unsubscribe|unsubscribe_link|manage_preferences)$/u;
const ASSIGNS = /^\s*(?:assign|set)\s+([\w.]+)\s*=(.*)$/su;
const FOR = /^\s*(?:#each|for|tablerow)\s+([\w.]+)(?:\s*,\s*[\w.]+)?\s+in\s+([\w.[\]'"]+)/u;

function readStatement(inner: string, start: number): Reading {
  if (AJO_OUTPUT.test(inner)) return readPrint(inner.replace("=", " "), start);
  if (JUNK_OUTPUT.test(inner)) return { kind: "output", fields: [inner.trim()], copy: [] };
  if (INLINE_COMMENT.test(inner)) return { kind: "comment" };
  const match = KEYWORD.exec(inner);
  const word = (match?.[1] ?? "").replace("#", "");
  if (word === "comment") return { kind: "comment" };
  const after = match?.[0].length ?? 0;
  const rest: Rest = { inner: inner.slice(after), start: start + after };
  if (word.startsWith("/") || word.startsWith("end")) return readEnd(word);
  return readCondition(word, rest) ?? readLoop(word, inner) ?? readOther(word, inner, rest);
}

interface Rest {
  readonly inner: string;
  readonly start: number;
}

function readEnd(word: string): Reading {
  if (BREAKS.test(word)) return { kind: "break" };
  return { kind: "close", block: word.startsWith("/") ? word.slice(1) : word.slice(3) };
}

function readCondition(word: string, { inner, start }: Rest): Reading | undefined {
  const test = inner.trim();
  const fields = fieldsOf(tokenize(inner, start));
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
    case "else":
      return ELSE_WITH_TEST.test(inner)
        ? { kind: "middle", fields, test: test.slice(2).trim(), inherits: false }
        : { kind: "middle", fields: [], test: "", inherits: false };
    default:
      return ELSE_IF.test(word) ? { kind: "middle", fields, test, inherits: false } : undefined;
  }
}

const ELSE_WITH_TEST = /^\s+if\s/u;

function readLoop(word: string, inner: string): Reading | undefined {
  if (word !== "for" && word !== "tablerow" && word !== "each") return undefined;
  const [, name, of] = FOR.exec(inner) ?? [];
  return {
    kind: "open",
    block: word,
    loop: true,
    fields: of === undefined ? [] : [of],
    test: inner.trim(),
    negated: false,
    ...(name === undefined || of === undefined ? {} : { alias: { name, of } }),
  };
}

function readOther(word: string, inner: string, { inner: rest, start }: Rest): Reading {
  const tokens = tokenize(rest, start);
  const copy = copyIn(tokens);
  if (PRINTS.test(word)) return { kind: "output", fields: [], copy: firstString(tokens) };
  const [, name, value] = ASSIGNS.exec(inner) ?? [];
  if (name !== undefined && value !== undefined) {
    const [of] = fieldsOf(tokenize(value, 0));
    return { kind: "statement", copy, ...(of === undefined ? {} : { alias: { name, of } }) };
  }
  return copy.length === 0 && BREAKS.test(word) ? { kind: "break" } : { kind: "statement", copy };
}

function firstString(tokens: ReturnType<typeof tokenize>) {
  const first = tokens.find(({ type }) => type === "string");
  return first === undefined ? [] : [first.span];
}
