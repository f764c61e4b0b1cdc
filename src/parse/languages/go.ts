import { copyIn } from "../copy.ts";
import { tokenize } from "../expression.ts";
import type { Language, Reading } from "../language.ts";
import { fieldsOf, readOutput } from "../output.ts";

/** Go templates, whose blocks have no sigil: `{{ if .X }} … {{ else }} … {{ end }}`. */
export const go: Language = {
  pairs: [
    { open: "{{/*", close: "*/}}", strings: false },
    { open: "{{", close: "}}", strings: true },
  ],
  shapes: [],
  claim: ({ delimiter, inner }) => {
    if (delimiter === "{{/*" || BLOCK.test(inner)) return 9;
    if (ELSE.test(inner)) return 3;
    return DOTTED.test(inner) ? 3 : 0;
  },
  read: ({ delimiter, inner, innerStart }) => {
    if (delimiter === "{{/*") return [{ kind: "comment" }];
    const skip = TRIM.exec(inner)?.[0].length ?? 0;
    return [readTag(inner.slice(skip).replace(TRAILING, ""), innerStart + skip)];
  },
};

const TRIM = /^-?\s*/u;
const TRAILING = /\s-$/u;
const BLOCK =
  /^-?\s*(?:if\s+[.$(\w]|range\b|with\s+[.$]|end\s*-?$|block\s+"|define\s+"|template\s+"|else\s+if\s+[.$(])/u;
const ELSE = /^-?\s*else\s*-?$/u;
const DOTTED = /^-?\s*(?:\w+\s+)?[.$]/u;
const LEADING_IF = /^if\s+/u;
const WORD = /^\S+/u;
const RANGE = /^range\s+(?:\$\w+,\s*)?(?:\$(\w+)\s*:=\s*)?(.*)$/su;

function readTag(inner: string, start: number): Reading {
  const word = WORD.exec(inner)?.[0] ?? "";
  const test = inner.slice(word.length).trim();
  const tokens = tokenize(inner.slice(word.length), start + word.length);
  const fields = fieldsOf(tokens);
  switch (word) {
    case "if":
      return { kind: "open", block: "if", loop: false, fields, test, negated: false };
    case "range":
      return readRange(inner, fields, test);
    case "with":
    case "block":
    case "define":
      return { kind: "open", block: word, loop: true, fields, test, negated: false };
    case "else":
      return { kind: "middle", fields, test: test.replace(LEADING_IF, ""), inherits: false };
    case "end":
      return { kind: "close", block: "" };
    case "template":
      return { kind: "statement", copy: copyIn(tokens) };
    default:
      return readOutput(inner, start);
  }
}

function readRange(inner: string, fields: readonly string[], test: string): Reading {
  const [list] = fields;
  const name = RANGE.exec(inner)?.[1];
  return {
    kind: "open",
    block: "range",
    loop: true,
    fields,
    test,
    negated: false,
    ...(list === undefined || name === undefined ? {} : { alias: { name, of: list } }),
  };
}
