import { copyIn } from "../copy.ts";
import { tokenize } from "../expression.ts";
import type { Language, Output, Reading, ShapeContext } from "../language.ts";
import { fieldsOf, readOutput } from "../output.ts";

/** `${x}`: FreeMarker with `<#if>`, Responsys, Velocity's `$!{x}` and `#if(…) … #end`. */
export const dollar: Language = {
  pairs: [
    { open: "<#--", close: "-->", strings: false, quiet: true },
    { open: "#*", close: "*#", strings: false, quiet: true, limit: 5000 },
  ],
  shapes: [
    { first: "$", pattern: /\$\[([\w ]{1,40}(?:\|[^[\]\r\n]{0,60})?)\]\$/uy },
    { first: "$", pattern: /\$!?\{([^{}\r\n]{1,200})\}/uy },
    { first: "$", pattern: /\$((?:lookup|cond|firstname|document)\([^$\r\n]{1,200}\))\$/uy },
    {
      first: "$",
      pattern: /\$!?([A-Za-z_]\w{0,40}(?:(?:\.|->)[A-Za-z_]\w{0,40}){0,5})/uy,
      accept: isVariable,
    },
    {
      first: "[",
      pattern: /\[((?:#|\/#)(?:if|elseif|else|list|assign|sep)(?:\s[^\]\r\n]{0,300})?)\/?\]/uy,
    },
    { first: "<", pattern: /<(@[a-z][\w.]*(?:\s[^<>\r\n]{0,300})?|\/@[\w.]*)\/?>/uy },
    { first: "<", pattern: /<((?:#|\/#)[a-z]+(?:\s[^<>\r\n]{0,300})?)\/?>/uy },
    {
      first: "#",
      pattern:
        /#((?:if|elseif|foreach|set)\s?\([^\r\n]{1,200}?\)(?=[\s<\p{L}$"#]|$)|else\b|end\b)/uy,
    },
  ],
  strings: "backslash",
  claim: () => 9,
  read: ({ delimiter, span, inner, innerStart }) => {
    if (delimiter !== "dollar") return [{ kind: "comment" }];
    if (inner.startsWith("@") || inner.startsWith("/@")) {
      return [{ kind: "statement", copy: copyIn(tokenize(inner, innerStart)) }];
    }
    const directive = DIRECTIVE.exec(inner)?.[0].length;
    if (directive === undefined) return [readPrint(inner, innerStart, innerStart - span.start)];
    return [readDirective(inner.replace("#", "").trim(), innerStart + directive)];
  },
};

/** `#if`, and what is left of it where the mark is no part of the inside. */
const DIRECTIVE = /^(?:\/?#|(?=(?:if|elseif|foreach|set)\s?\()|(?=(?:else|end)$))/u;
const HEADS =
  /^(?:lead|opportunity|company|contact|customer|user|subscriber|recipient|profile|member|person)\b/iu;
const WORD_BEFORE = /[\p{L}\p{N}$]$/u;
const CODE_LIKE = /[._]|->|\p{Ll}\p{Lu}/u;

/** `$lead.FirstName`, `$name`: what no price looks like. */
function isVariable([, name = ""]: RegExpExecArray, { known, before }: ShapeContext): boolean {
  if (WORD_BEFORE.test(before)) return false;
  return known(name) || (CODE_LIKE.test(name) && (HEADS.test(name) || !name.endsWith("_")));
}

const DEFAULT = /^([^!?]*)(?:\?[\w?()]+)?!\s*(.*)$/su;
const BUILT_IN = /\?[\w?.()"'/ -]*$/u;
const QUOTED = /^\(?["'](.*)["']\)?$/su;
const QUIET_MARK = "$!{".length;

function readPrint(inner: string, start: number, markLength: number): Output {
  const [, name, fallback] = DEFAULT.exec(inner) ?? [];
  if (name !== undefined && fallback !== undefined) {
    return {
      kind: "output",
      fields: [name.replace(/[()]/gu, "").trim()],
      fallback: QUOTED.exec(fallback)?.[1] ?? fallback,
      copy: [],
    };
  }
  const output = readOutput(inner.replace(BUILT_IN, ""), start);
  return markLength === QUIET_MARK ? { fallback: "", ...output } : output;
}

const CONDITION = /^(if|elseif)\s*\(?(.*?)\)?$/su;
const FOREACH = /^foreach\s?\(\s*\$(\w+)\s+in\s+\$!?\{?([\w.]+)/u;
const ASSIGNMENT = /^(?:assign\s+(\w+)\s*=\s*|set\s?\(\s*\$!?(\w+)\s*=\s*)(.*)$/su;
const LIST = /^list\s+([\w.]+)\s+as\s+(\w+)/u;

function readDirective(text: string, start: number): Reading {
  const [, word, test] = CONDITION.exec(text) ?? [];
  if (word !== undefined && test !== undefined) {
    const fields = fieldsOf(tokenize(test, 0));
    return word === "if"
      ? { kind: "open", block: "if", loop: false, fields, test, negated: false }
      : { kind: "middle", fields, test, inherits: false };
  }
  if (text === "else") return { kind: "middle", fields: [], test: "", inherits: false };
  if (text === "end") return { kind: "close", block: "" };
  if (text.startsWith("/")) return { kind: "close", block: text.slice(1) };
  const [, of, name] = LIST.exec(text) ?? [];
  if (of !== undefined && name !== undefined) {
    return {
      kind: "open",
      block: "list",
      loop: true,
      fields: [of],
      test: text,
      negated: false,
      alias: { name, of },
    };
  }
  return text.startsWith("foreach") ? readForeach(text) : readAssignment(text, start);
}

function readForeach(text: string): Reading {
  const [, name, of] = FOREACH.exec(text) ?? [];
  const alias = name === undefined || of === undefined ? {} : { alias: { name, of } };
  return {
    kind: "open",
    block: "foreach",
    loop: true,
    fields: of === undefined ? [] : [of],
    test: text,
    negated: false,
    ...alias,
  };
}

function readAssignment(text: string, start: number): Reading {
  const copy = copyIn(tokenize(text, start));
  const [, assigned, set, value = ""] = ASSIGNMENT.exec(text) ?? [];
  const name = assigned ?? set;
  const [of] = fieldsOf(tokenize(value, 0));
  return name === undefined || of === undefined
    ? { kind: "statement", copy }
    : { kind: "statement", copy, alias: { name, of } };
}
