import { copyIn } from "../copy.ts";
import { type Token, tokenize } from "../expression.ts";
import type { Language, Output, Reading } from "../language.ts";
import { fieldsOf } from "../output.ts";
import { choice, printing, sequence } from "../printed.ts";

/** Marketing Cloud: `%%Name%%`, `%%=v(@x)=%%`, `%%[ IF … THEN ]%%`; Pardot's and Ghost's `%%x%%`. */
export const ampscript: Language = {
  pairs: [
    { open: "%%=", close: "=%%", strings: true },
    { open: "%%[", close: "]%%", strings: true, limit: 50_000 },
  ],
  shapes: [
    {
      first: "%",
      pattern: /%%\{?([A-Za-z_][\w .-]{0,60}(?:::[^%\r\n]{0,60}|,\s?"[^"%\r\n]{0,60}")?)\}?%%/uy,
    },
  ],
  strings: "doubled",
  claim: () => 9,
  read: ({ delimiter, inner, innerStart }) => {
    if (delimiter === "%%=") return readCall(inner, innerStart);
    if (delimiter !== "%%[") return [readName(inner)];
    return NAME.test(inner) && !KEYWORD_ONLY.test(inner)
      ? [readName(inner)]
      : readCode(inner, innerStart);
  },
};

const NAME = /^\s*[\w .-]+$/u;
const KEYWORD_ONLY = /^\s*(?:set|if|elseif|else|endif|for|next|var|do)\b/iu;

function readName(inner: string): Output {
  const [name = "", fallback] = inner.split(DEFAULT_MARK);
  return {
    kind: "output",
    fields: [name.trim()],
    ...(fallback === undefined ? {} : { fallback: fallback.replace(LAST_QUOTE, "") }),
    copy: [],
  };
}

/** `%%First::there%%`, and Ghost's `%%{name, "there"}%%` */
const DEFAULT_MARK = /::|,\s?"/u;
const LAST_QUOTE = /"$/u;
const LOOKUP = /^(?:attributevalue|lookup|field|queryparameter|requestparameter)$/iu;
const TABLE = /^lookup$/iu;

function readCall(inner: string, start: number): readonly Reading[] {
  const tokens = tokenizeCode(inner, start);
  const args = argumentsOf(tokens);
  switch (tokens[0]?.text.toLowerCase()) {
    case "iif":
      return readChoice(args, { inner, start }) ?? [readValue(tokens)];
    case "concat":
      return sequence(args) ?? [readValue(tokens)];
    default:
      return [readValue(tokens)];
  }
}

function readValue(tokens: readonly Token[]): Output {
  const { names, left } = lookUps(tokens);
  return { kind: "output", fields: [...names, ...fieldsOf(left)], copy: copyIn(left) };
}

/** `IIF(test, "one text", "another")`, or a field with a text for those who have none. */
function readChoice(
  [test = [], taken = [], other = []]: readonly (readonly Token[])[],
  place: { readonly inner: string; readonly start: number },
): readonly Reading[] | undefined {
  const sides = [taken, other];
  const text = sides.find((side) => side.length === 1 && side[0]?.type === "string")?.[0];
  const value = sides.find((side) => side[0]?.type !== "string" && side.length > 0);
  if (text !== undefined && value !== undefined) {
    return [{ ...readValue(value), fallback: text.text }];
  }
  if (text === undefined) return undefined;
  return choice(test, place, [printing(taken, NO_JOINS), printing(other, NO_JOINS)]);
}

const NO_JOINS = { joins: [] };

/** What stands between the commas of the call that the tokens are. */
function argumentsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const args: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(2, -1)) {
    const mark = token.type === "mark" ? token.text : "";
    if (mark === "(") depth += 1;
    else if (mark === ")") depth -= 1;
    if (depth === 0 && mark === ",") args.push([]);
    else args.at(-1)?.push(token);
  }
  return args;
}

/** `""` in a string stands for a quote. */
function tokenizeCode(code: string, start: number): readonly Token[] {
  const tokens: Token[] = [];
  for (const token of tokenize(code, start)) {
    const last = tokens.at(-1);
    const isTorn =
      last?.type === "string" &&
      token.type === "string" &&
      last.span.end + 2 === token.span.start &&
      code.charAt(last.span.end - start) === code.charAt(last.span.end - start + 1);
    if (!isTorn) tokens.push(token);
    else {
      const quote = code.charAt(last.span.end - start);
      const text = last.text + quote + token.text;
      tokens[tokens.length - 1] = {
        type: "string",
        text,
        span: { start: last.span.start, end: token.span.end },
      };
    }
  }
  return tokens;
}

/** The names that functions look values up by, and the tokens that are left without them. */
function lookUps(tokens: readonly Token[]): {
  readonly names: readonly string[];
  readonly left: readonly Token[];
} {
  const names: string[] = [];
  const taken = new Set<Token>();
  for (const [index, { type, text }] of tokens.entries()) {
    if (type !== "path" || tokens[index + 1]?.text !== "(" || !LOOKUP.test(text)) continue;
    const end = tokens.findIndex((token, at) => at > index && token.text === ")");
    const strings = tokens.slice(index, end < 0 ? tokens.length : end).filter(isString);
    const own = TABLE.test(text) ? strings.slice(0, 2) : strings.slice(0, 1);
    names.push(own.map((token) => token.text).join("."));
    for (const token of strings) taken.add(token);
  }
  return {
    names: names.filter((name) => name !== ""),
    left: tokens.filter((token) => !taken.has(token)),
  };
}

function isString({ type }: Token): boolean {
  return type === "string";
}

/** Variables, and the names that functions look attributes up by. */
function namesIn(tokens: readonly Token[]): readonly string[] {
  const { names, left } = lookUps(tokens);
  return [...names, ...fieldsOf(left)];
}

const COMMENT = /\/\*.*?\*\//gsu;
const STATEMENT = /\b(set|if|elseif|else|endif|for|next|var|output)\b/giu;

function readCode(inner: string, start: number): readonly Reading[] {
  const code = inner.replace(COMMENT, (comment) => " ".repeat(comment.length));
  if (code.trim() === "" && inner.trim() !== "") return [{ kind: "comment" }];
  const plain = hideStrings(code, start);
  const marks = [...plain.matchAll(STATEMENT)];
  const readings = marks.map((mark, index) => {
    const from = mark.index + mark[0].length;
    const to = marks[index + 1]?.index ?? code.length;
    return readStatement(mark[0].toLowerCase(), code.slice(from, to), start + from);
  });
  return readings.length > 0
    ? readings
    : [{ kind: "statement", copy: copyIn(tokenizeCode(code, start)) }];
}

/** Strings may hold any keyword. */
function hideStrings(code: string, start: number): string {
  let plain = code;
  for (const { type, span } of tokenize(code, start)) {
    if (type !== "string") continue;
    const from = span.start - start;
    const length = span.end - span.start;
    plain = plain.slice(0, from) + "_".repeat(length) + plain.slice(from + length);
  }
  return plain;
}

const THEN = /\s*\bthen\s*$/iu;
const ASSIGN = /^\s*@(\w+)\s*=/u;

function readStatement(word: string, rest: string, start: number): Reading {
  const tokens = tokenizeCode(rest, start);
  const fields = namesIn(tokens).filter((name) => name.toLowerCase() !== "then");
  const test = rest.replace(THEN, "").trim();
  switch (word) {
    case "if":
      return { kind: "open", block: "if", loop: false, fields, test, negated: false };
    case "elseif":
      return { kind: "middle", fields, test, inherits: false };
    case "else":
      return { kind: "middle", fields: [], test: "", inherits: false };
    case "endif":
      return { kind: "close", block: "if" };
    case "for":
      return { kind: "open", block: "for", loop: true, fields, test, negated: false };
    case "next":
      return { kind: "close", block: "for" };
    default: {
      const name = ASSIGN.exec(rest)?.[1];
      const of = fields.find((field) => field !== name);
      const copy = copyIn(lookUps(tokens).left);
      return name === undefined || of === undefined
        ? { kind: "statement", copy }
        : { kind: "statement", copy, alias: { name, of } };
    }
  }
}
