import { copyIn } from "../copy.ts";
import { tokenize } from "../expression.ts";
import type { Language, RawTag, Reading } from "../language.ts";
import { fieldsOf, readOutput } from "../output.ts";

const CODE_LIMIT = 50_000;

/** ERB, EJS, Adobe Campaign, and other `<% %>` with Ruby or JavaScript inside; Ruby's `#{ }`. */
export const erb: Language = {
  pairs: [
    { open: "<%--", close: "--%>", strings: false, limit: CODE_LIMIT },
    { open: "<%#", close: "%>", strings: false, limit: CODE_LIMIT },
    { open: "<%", close: "%>", strings: true, limit: CODE_LIMIT },
  ],
  shapes: [{ first: "#", pattern: /#\{([^{}\r\n]{1,200})\}/uy }],
  claim: () => 9,
  read: (tag) => {
    if (tag.delimiter === "<%--" || tag.delimiter === "<%#") return [{ kind: "comment" }];
    if (tag.delimiter === "erb") return [readOutput(tag.inner, tag.innerStart)];
    return [readTag(tag)];
  },
};

const PRINTS = /^[=-]+\s*(?:raw\b)?/u;
const MERGE_NAME = /^\s*\/?[a-z][\w.]*\s*$/iu;
const MAPP = /^\s*\$\{(.*)\}\s*$/su;
const SAFE = /-\s*$/u;

function readTag({ inner, innerStart }: RawTag): Reading {
  const code = inner.replace(SAFE, "");
  const prints = PRINTS.exec(code)?.[0].length;
  if (prints !== undefined) return readOutput(code.slice(prints), innerStart + prints);
  const mapp = MAPP.exec(code)?.[1];
  if (mapp !== undefined) return readOutput(mapp, innerStart + code.indexOf(mapp));
  return readControl(code.trim(), innerStart) ?? readStatement(code, innerStart);
}

const IF = /^(?:if|unless|case|switch)\b\s*(.*?)\s*(?:\bthen|\{)?$/su;
const ELSE_IF = /^(?:elsif|\}\s*else\s+if|when)\b\s*(.*?)\s*(?:\bthen|\{)?$/su;
const ELSE = /^(?:else|\}\s*else\s*\{)$/u;
const CLOSE = /^(?:end\b|\}[\s);]*$)/u;
const LOOP = /^(?:for|while|until)\b|\bdo\b\s*(?:\|[^|]*\|)?\s*$|\{\s*$|\{\s*\|[^|]*\|\s*$/u;
const EACH = /([\w.@]+)\.(?:each\w*|map|forEach|times)\b.*?[|(]\s*(?:function\s*\()?(\w+)/su;

function readControl(code: string, start: number): Reading | undefined {
  const opened = IF.exec(code)?.[1];
  if (opened !== undefined) {
    const negated = code.startsWith("unless");
    return { kind: "open", block: "", loop: false, fields: fields(opened), test: opened, negated };
  }
  const test = ELSE_IF.exec(code)?.[1];
  if (test !== undefined) {
    const inherits = code.startsWith("when");
    return { kind: "middle", fields: fields(test), test, inherits };
  }
  if (ELSE.test(code)) return { kind: "middle", fields: [], test: "", inherits: false };
  if (CLOSE.test(code)) return { kind: "close", block: "" };
  return LOOP.test(code) ? readLoop(code, start) : undefined;
}

function fields(code: string): readonly string[] {
  return fieldsOf(tokenize(code, 0));
}

function readLoop(code: string, start: number): Reading {
  const [, of, name] = EACH.exec(code) ?? [];
  return {
    kind: "open",
    block: "",
    loop: true,
    fields: fieldsOf(tokenize(code, start)).slice(0, 1),
    test: code,
    negated: false,
    ...(of === undefined || name === undefined ? {} : { alias: { name, of: of.replace("@", "") } }),
  };
}

function readStatement(code: string, start: number): Reading {
  if (MERGE_NAME.test(code)) return { kind: "output", fields: [code.trim()], copy: [] };
  return { kind: "statement", copy: copyIn(tokenize(code, start)) };
}
