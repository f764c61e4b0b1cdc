import { tokenize } from "../expression.ts";
import type { Language, Output, Reading } from "../language.ts";
import { fieldsOf, readOutput } from "../output.ts";

/** `${x}`: FreeMarker with `<#if>`, Responsys, Velocity's `$!{x}` and `#if(…) … #end`. */
export const dollar: Language = {
  pairs: [],
  shapes: [
    { first: "$", pattern: /\$\[([\w ]{1,40}(?:\|[^[\]\r\n]{0,60})?)\]\$/uy },
    { first: "$", pattern: /\$!?\{([^{}\r\n]{1,200})\}/uy },
    { first: "<", pattern: /<((?:#|\/#)[a-z]+(?:\s[^<>\r\n]{0,300})?)\/?>/uy },
    {
      first: "#",
      pattern: /#((?:if|elseif|foreach)\s?\([^\r\n]{1,200}?\)(?=[\s<\p{L}$]|$)|else\b|end\b)/uy,
    },
  ],
  claim: () => 9,
  read: ({ span, inner, innerStart }) => {
    if (innerStart - span.start > 1) return [readPrint(inner, innerStart, innerStart - span.start)];
    return [readDirective(inner.replace("#", "").trim())];
  },
};

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
const LIST = /^list\s+([\w.]+)\s+as\s+(\w+)/u;

function readDirective(text: string): Reading {
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
  return text.startsWith("foreach")
    ? { kind: "open", block: "foreach", loop: true, fields: [], test: text, negated: false }
    : { kind: "statement", copy: [] };
}
