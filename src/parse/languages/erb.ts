import { copyIn } from "../copy.ts";
import { tokenize } from "../expression.ts";
import type { Language, RawTag, Reading } from "../language.ts";
import { fieldsOf, readOutput } from "../output.ts";
import { readPrinted } from "../printed.ts";

const CODE_LIMIT = 50_000;

/** ERB, EJS, Adobe Campaign, and other `<% %>` with Ruby or JavaScript inside; Ruby's `#{ }`. */
export const erb: Language = {
  pairs: [
    { open: "<%--", close: "--%>", strings: false, limit: CODE_LIMIT },
    { open: "<%#", close: "%>", strings: false, limit: CODE_LIMIT },
    { open: "<%", close: "%>", strings: true, limit: CODE_LIMIT },
  ],
  shapes: [{ first: "#", pattern: /#\{([^{}\r\n]{1,200})\}/uy }],
  strings: "backslash",
  claim: () => 9,
  read: (tag) => {
    if (tag.delimiter === "<%--" || tag.delimiter === "<%#") return [{ kind: "comment" }];
    if (tag.delimiter === "erb") return [readOutput(tag.inner, tag.innerStart)];
    return readTag(tag);
  },
};

const PRINTS = /^[=-]+\s*(?:raw\b)?/u;
const MERGE_NAME = /^\s*\/?[a-z][\w.]*\s*$/iu;
const MAPP = /^\s*\$\{(.*)\}\s*$/su;
const SAFE = /-\s*$/u;

function readTag({ inner, innerStart }: RawTag): readonly Reading[] {
  const code = inner.replace(SAFE, "");
  const prints = PRINTS.exec(code)?.[0].length;
  if (prints !== undefined) return readPrint(code.slice(prints), innerStart + prints);
  const mapp = MAPP.exec(code)?.[1];
  if (mapp !== undefined) return [readOutput(mapp, innerStart + code.indexOf(mapp))];
  if (COMMENT.test(code)) return [{ kind: "comment" }];
  return [readControl(code.trim(), innerStart) ?? readStatement(code, innerStart)];
}

const COMMENT = /^\s*(?:\/\/[^\r\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)\s*$/u;
const HELPER =
  /^\s*(link_to\w*|button_to|mail_to|submit_tag|content_tag|image_tag|render\w*|yield|include|partial|t|translate|I18n\.t|pluralize|number_to_\w+|raw|simple_format|sanitize|h)\b(?!\s*[.=?|])/u;
const PRINTS_TEXT = /^(?:link_to\w*|button_to|mail_to|submit_tag|t|translate|I18n\.t)$/u;
const PRINTS_NOTHING = /^(?:render\w*|yield|include|partial|image_tag)$/u;
const LETTERS = /\p{L}{2}/u;
const KEY = /^\.?[\w.]+$/u;

function readPrint(code: string, start: number): readonly Reading[] {
  const [call, name] = HELPER.exec(code) ?? [];
  if (call === undefined || name === undefined) return readPrinted(code, start, { joins: ["+"] });
  const tokens = tokenize(code.slice(call.length), start + call.length);
  if (PRINTS_NOTHING.test(name)) return [{ kind: "statement", copy: copyIn(tokens) }];
  const [first] = tokens.filter(({ type }) => type === "string");
  const isKey = first !== undefined && name.startsWith("t") && KEY.test(first.text);
  if (PRINTS_TEXT.test(name) && first !== undefined && LETTERS.test(first.text) && !isKey) {
    return [{ kind: "output", fields: [], copy: [first.span] }];
  }
  const copy = copyIn(tokens);
  return [{ kind: "output", fields: copy.length > 0 ? [] : fieldsOf(tokens), copy }];
}

const INSERT_IF = /^InsertIf\s+expression="\$\{(.*)\}"$/isu;
const INSERT_END = /^\/InsertIf$/iu;
const IF = /^(?:if|unless|case|switch)\b\s*(.*?)\s*(?:\bthen|\{)?$/su;
const ELSE_IF = /^(?:elsif|\}\s*else\s+if|when)\b\s*(.*?)\s*(?:\bthen|\{)?$/su;
const ELSE = /^(?:else|\}\s*else\s*\{)$/u;
const CLOSE = /^(?:end\b|\}[\s);]*$)/u;
const LOOP = /^(?:for|while|until)\b|\bdo\b\s*(?:\|[^|]*\|)?\s*$|\{\s*$|\{\s*\|[^|]*\|\s*$/u;
const FOR_OF = /^for\s*\(?\s*(?:const|let|var)?\s*(\w+)\s+(?:of|in)\s+@?([\w.]+)/u;
const ASSIGNMENT = /^\s*(?:(?:const|let|var)\s+|@)?(\w+)\s*=\s*@?([A-Za-z][\w.]*)\s*;?\s*$/u;
const EACH = /([\w.@]+)\.(?:each\w*|map|forEach|times)\b.*?[|(]\s*(?:function\s*\()?(\w+)/su;

function readControl(code: string, start: number): Reading | undefined {
  if (INSERT_END.test(code)) return { kind: "close", block: "" };
  const opened = (INSERT_IF.exec(code) ?? IF.exec(code))?.[1];
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
  const [, item, list] = FOR_OF.exec(code) ?? [];
  const [, of = list, name = item] = EACH.exec(code) ?? [];
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
  const [, name, of] = ASSIGNMENT.exec(code) ?? [];
  const alias = name === undefined || of === undefined ? {} : { alias: { name, of } };
  return { kind: "statement", copy: copyIn(tokenize(code, start)), ...alias };
}
