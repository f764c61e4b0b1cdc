import { copyIn, isCopy } from "../copy.ts";
import { type Token, tokenize } from "../expression.ts";
import type { Language, Output, Reading } from "../language.ts";
import { fieldsOf } from "../output.ts";

/** Marketing Cloud: `%%Name%%`, `%%=v(@x)=%%`, `%%[ IF … THEN ]%%`; Pardot's and Ghost's `%%x%%`. */
export const ampscript: Language = {
  pairs: [
    { open: "%%=", close: "=%%", strings: true },
    { open: "%%[", close: "]%%", strings: true, limit: 50_000 },
  ],
  shapes: [{ first: "%", pattern: /%%\{?([A-Za-z_][\w .-]{0,60}(?:::[^%\r\n]{0,60})?)\}?%%/uy }],
  claim: () => 9,
  read: ({ delimiter, inner, innerStart }) => {
    if (delimiter === "%%=") return [readCall(inner, innerStart)];
    if (delimiter !== "%%[") return [readName(inner)];
    return NAME.test(inner) && !KEYWORD_ONLY.test(inner)
      ? [readName(inner)]
      : readCode(inner, innerStart);
  },
};

const NAME = /^\s*[\w .-]+$/u;
const KEYWORD_ONLY = /^\s*(?:set|if|elseif|else|endif|for|next|var|do)\b/iu;

function readName(inner: string): Output {
  const [name = "", fallback] = inner.split("::");
  return {
    kind: "output",
    fields: [name.trim()],
    ...(fallback === undefined ? {} : { fallback }),
    copy: [],
  };
}

const LOOKUP = /^(?:attributevalue|field|treatascontent|queryparameter|requestparameter)$/iu;

/** A data extension is named first, and then the attribute. */
const LOOKUP_IN_TABLE = /^lookup$/iu;

function readCall(inner: string, start: number): Output {
  const tokens = tokenize(inner, start);
  const fields = namesIn(tokens);
  const strings = tokens.filter(({ type }) => type === "string");
  const conditional = tokens[0]?.text.toLowerCase() === "iif";
  const fallback = conditional ? strings.find(({ text }) => text !== "")?.text : undefined;
  return {
    kind: "output",
    fields,
    ...(fallback === undefined ? {} : { fallback }),
    copy: copyIn(tokens),
  };
}

/** The names that functions look attributes up by, and variables. */
function namesIn(tokens: readonly Token[]): readonly string[] {
  const looked = tokens.filter(({ type, text }, index) => {
    const isSecond = tokens[index - 1]?.text === ",";
    const first = isSecond ? index - 2 : index;
    const caller = tokens[first - 2]?.text ?? "";
    const finds = isSecond ? LOOKUP_IN_TABLE : LOOKUP;
    return (
      type === "string" && tokens[first - 1]?.text === "(" && finds.test(caller) && !isCopy(text)
    );
  });
  return [...looked.map(({ text }) => text), ...fieldsOf(tokens)];
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
    : [{ kind: "statement", copy: copyIn(tokenize(code, start)) }];
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
  const tokens = tokenize(rest, start);
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
      const copy = copyIn(tokens);
      return name === undefined || of === undefined
        ? { kind: "statement", copy }
        : { kind: "statement", copy, alias: { name, of } };
    }
  }
}
