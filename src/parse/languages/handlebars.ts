import { copyIn } from "../copy.ts";
import { type Token, tokenize } from "../expression.ts";
import type { Language, Output, Reading } from "../language.ts";
import { fieldsOf, readOutput } from "../output.ts";

/** Handlebars and Mustache: Iterable, SendGrid, Postmark, Account Engagement. */
export const handlebars: Language = {
  pairs: [
    { open: "{{!--", close: "--}}", strings: false },
    { open: "{{{", close: "}}}", strings: true },
    { open: "{{!", close: "}}", strings: false },
    { open: "{{", close: "}}", strings: true },
  ],
  shapes: [],
  claim: ({ delimiter, inner }) => {
    if (delimiter !== "{{") return 9;
    if (SIGIL.test(inner)) return 9;
    return ELSE.test(inner) || HELPER.test(inner) ? 3 : 1;
  },
  read: ({ delimiter, inner, innerStart }) => {
    if (delimiter.startsWith("{{!")) return [{ kind: "comment" }];
    const skip = CONTROL.exec(inner)?.[0].length ?? 0;
    return [readTag(inner.slice(skip).replace(TRAILING, ""), innerStart + skip)];
  },
};

const SIGIL = /^~?\s*[#/^>&]/u;
const ELSE = /^~?\s*else\b/u;
const HELPER = /^~?\s*[\w.-]+\s+(?:["'(@]|[\w.]+(?:\s|=|$))/u;
const CONTROL = /^~?\s*/u;
const TRAILING = /~$/u;
const UNESCAPED = /^&/u;
const OPENING = /^([#^])\s*\*?([\w.@/-]*)/u;
const ELSE_TEST = /^else\s+(?:if\s+|unless\s+)?(\S.*)$/su;

function readTag(inner: string, start: number): Reading {
  if (inner.startsWith(">")) return { kind: "statement", copy: copyIn(tokenize(inner, start)) };
  if (inner.startsWith("/")) return { kind: "close", block: inner.slice(1).trim() };
  const opening = OPENING.exec(inner);
  if (opening !== null) return readOpening(opening, inner, start);
  if (ELSE.test(inner)) {
    const test = ELSE_TEST.exec(inner)?.[1]?.trim() ?? "";
    return { kind: "middle", fields: fieldsOf(tokenize(test, start)), test, inherits: false };
  }
  return readPrint(inner.replace(UNESCAPED, " "), start);
}

const LOOPS = /^(?:each|for|list|catalog|repeat|foreach|with)$/iu;
const AS_NAME = /\bas\s+\|\s*([\w.]+)/u;
const IN_LIST = /^\s*(?:"[^"]*"|[\w.@/]+)/u;

function readOpening(opening: RegExpExecArray, inner: string, start: number): Reading {
  const [mark, sigil, name = ""] = opening;
  const rest = inner.slice(mark.length);
  if (sigil === "^" && name === "")
    return { kind: "middle", fields: [], test: "", inherits: false };
  const test = rest.trim();
  const fields = test === "" ? [name] : fieldsOf(tokenize(rest, start + mark.length));
  const list = IN_LIST.exec(rest)?.[0].trim().replaceAll('"', "");
  const loop = LOOPS.test(name);
  return {
    kind: "open",
    block: name,
    loop,
    fields,
    test: test === "" ? name : test,
    negated: sigil === "^" || name === "unless",
    ...(loop && list ? { alias: { name: AS_NAME.exec(rest)?.[1] ?? "this", of: list } } : {}),
  };
}

const WITH_DEFAULT = /^(?:defaultIfEmpty|default|or|insert|fallback|coalesce)$/u;
const DEFAULT_ARGUMENT = /^default\s*=\s*/u;

function readPrint(inner: string, start: number): Output {
  if (!HELPER.test(inner) || inner.includes("|")) return readOutput(inner, start);
  const [helper, ...args] = tokenize(inner, start);
  const fields = fieldsOf(args);
  const fallback = WITH_DEFAULT.test(helper?.text ?? "") ? lastString(args) : undefined;
  return {
    kind: "output",
    fields,
    ...(fallback === undefined ? {} : { fallback: fallback.text.replace(DEFAULT_ARGUMENT, "") }),
    copy: copyIn(args.filter((token) => token !== fallback)),
  };
}

function lastString(tokens: readonly Token[]): Token | undefined {
  return tokens.findLast(({ type }) => type === "string");
}
