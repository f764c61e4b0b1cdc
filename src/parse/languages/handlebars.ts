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
    const content = inner.slice(skip).replace(TRAILING, "");
    return content.startsWith("=") ? [DELIMITERS] : [readTag(content, innerStart + skip)];
  },
};

/** `{{=<% %>=}}` changes what tags look like. */
const DELIMITERS = { kind: "statement", copy: [] } as const;
const SIGIL = /^~?\s*(?:[#/^>&=]|pm:)/u;
const ELSE = /^~?\s*else\b/u;
const HELPER = /^~?\s*[\w-][\w.-]*\s+(?:["'(@]|[\w.]+(?:\s|=|$))/u;
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
  const list = name === "catalog" ? fields[0] : listIn(rest);
  const loop = LOOPS.test(name);
  return {
    kind: "open",
    block: name,
    loop,
    fields,
    test: test === "" ? name : test,
    negated: sigil === "^" || NEGATES.test(name),
    ...(loop && list ? { alias: { name: AS_NAME.exec(rest)?.[1] ?? "this", of: list } } : {}),
  };
}

function listIn(rest: string): string | undefined {
  return IN_LIST.exec(rest)?.[0].trim().replaceAll('"', "");
}

const NEGATES = /^(?:unless\w*|ifNot\w*|if_not\w*|isnt|not|neq?|notEquals?)$/u;
const WITH_DEFAULT = /^(?:defaultIfEmpty|default|or|insert|fallback|coalesce)$/u;
const DEFAULT_ARGUMENT = /^default\s*=\s*/u;

/** `pm:unsubscribe`, `First Name`, `user.[first name]` */
const NAMED =
  /^\s*(?:pm:)?([A-Z]\w*(?: [A-Z0-9]\w*){1,4}|[\w.]{0,60}\.\[[\w ]{1,60}\]|(?<=pm:)\w+)\s*$/u;

function readPrint(inner: string, start: number): Output {
  const named = NAMED.exec(inner)?.[1];
  if (named !== undefined) return { kind: "output", fields: [named], copy: [] };
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
