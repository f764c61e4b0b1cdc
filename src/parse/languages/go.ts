import { copyIn } from "../copy.ts";
import { type Token, tokenize } from "../expression.ts";
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
    if (inner.startsWith("/*", skip)) return [{ kind: "comment" }];
    return [readTag(inner.slice(skip).replace(TRAILING, ""), innerStart + skip)];
  },
};

const TRIM = /^-?\s*/u;
const TRAILING = /\s-$/u;
const BLOCK =
  /^-?\s*(?:\/\*|\$\w+\s*:=|if\s+[.$(\w]|range\b|with\s+[.$]|end\s*-?$|block\s+"|define\s+"|template\s+"|else\s+if\s+[.$(])/u;
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
    case "index":
    case "printf":
      return readFunction(word, tokens, fields);
    default:
      return readAssignment(inner) ?? readOutput(inner, start);
  }
}

/** `index .Attribs "city"` names a field by a string; `printf "Hi %s" .Name` prints a text. */
function readFunction(word: string, tokens: readonly Token[], fields: readonly string[]): Reading {
  const [first] = tokens.filter(({ type }) => type === "string");
  if (word === "index") {
    const name = [fields[0], first?.text].filter((part) => part !== undefined).join(".");
    return { kind: "output", fields: [name], copy: [] };
  }
  const copy = copyIn(tokens);
  return { kind: "output", fields: copy.length > 0 ? [] : fields, copy };
}

const ASSIGNMENT = /^\$(\w+)\s*:=\s*[.$]([\w.]+)\s*$/u;
const ASSIGNS = /^\$\w+\s*:?=/u;

function readAssignment(inner: string): Reading | undefined {
  if (!ASSIGNS.test(inner)) return undefined;
  const [, name, of] = ASSIGNMENT.exec(inner) ?? [];
  const alias = name === undefined || of === undefined ? {} : { alias: { name, of } };
  return { kind: "statement", copy: [], ...alias };
}

function readRange(inner: string, fields: readonly string[], test: string): Reading {
  const list = fields.at(-1);
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
