import { tokenize } from "../expression.ts";
import type { Language, Reading } from "../language.ts";
import { fieldsOf, readOutput } from "../output.ts";

/**
 * Single braces: Salesforce `{!Contact.FirstName}`, Mautic `{contactfield=x|y}`, Smarty `{$x}`,
 * Ghost `{first_name, "there"}`. Plain `{name}` only where the name is a field's.
 */
export const braces: Language = {
  pairs: [{ open: "{*", close: "*}", strings: false, quiet: true, limit: 2000 }],
  shapes: [
    { first: "{", pattern: /\{!\$?([A-Za-z][\w.$ ]{0,80})\}/uy },
    {
      first: "{",
      pattern:
        /\{((?:contactfield|dynamiccontent|leadfield|ownerfield|pagelink|assetlink)=[^{}\r\n]{1,120})\}/uy,
    },
    { first: "{", pattern: /\{(\$[A-Za-z][^{}\r\n]{0,160})\}/uy },
    {
      first: "{",
      pattern:
        /\{((?:else)?if\s[^{}\r\n]{1,200}|else|\/if|foreach\s[^{}\r\n]{1,200}|\/foreach|\/?literal)\}/uy,
    },
    {
      first: "{",
      pattern:
        /\{([A-Za-z][\w.]{1,60}(?: \w{1,30})?(?:\s*(?:,|\?\?)\s*"[^"\r\n]{0,80}"|\|[^{}|\r\n]{0,60})?)\}/uy,
      accept: ([, inner = ""], { known, before }) =>
        !ATTACHED.test(before) &&
        (inner.includes("??") || ADDRESS.test(inner) || known(NAME.exec(inner)?.[0] ?? "")),
    },
  ],
  claim: () => 9,
  read: ({ delimiter, inner, innerStart }) =>
    delimiter === "{*" ? [{ kind: "comment" }] : [readTag(inner, innerStart)],
};

/** What is named so is an address, whoever fills it in. */
const ADDRESS = /^[a-z]\w*_(?:url|link)$/u;
const LITERAL = /^\/?literal$/u;
const FOREACH = /^foreach\s+\$([\w.]+)\s+as\s+(?:\$\w+\s*=>\s*)?\$(\w+)/u;
const ATTACHED = /[${#\\]$/u;
const NAME = /^[\w. ]+/u;
const IF = /^(else)?if\s+(.*)$/su;
const MAUTIC = /^\w+=\s*"?([^"|]*)"?(?:\|(.*))?$/su;
const PLAIN = /^([\w. ]+?)\s*(?:(?:,|\?\?)\s*"([^"]*)"|\|(.*))?$/su;

function readTag(inner: string, start: number): Reading {
  const control = readControl(inner);
  if (control !== undefined) return control;
  if (inner.startsWith("$")) return readOutput(inner, start);
  const [, name, quoted, bare] = MAUTIC.exec(inner) ?? PLAIN.exec(inner) ?? [];
  const fallback = quoted ?? bare;
  return {
    kind: "output",
    fields: [(name ?? inner).trim()],
    ...(fallback === undefined ? {} : { fallback: fallback.trim() }),
    copy: [],
  };
}

function readControl(inner: string): Reading | undefined {
  const [found, isElse, test = ""] = IF.exec(inner) ?? [];
  if (found !== undefined) {
    const fields = fieldsOf(tokenize(test, 0));
    return isElse === undefined
      ? { kind: "open", block: "if", loop: false, fields, test, negated: false }
      : { kind: "middle", fields, test, inherits: false };
  }
  if (inner === "else") return { kind: "middle", fields: [], test: "", inherits: false };
  if (LITERAL.test(inner)) return { kind: "statement", copy: [] };
  if (inner.startsWith("/")) return { kind: "close", block: inner.slice(1) };
  return inner.startsWith("foreach ") ? readForeach(inner) : undefined;
}

function readForeach(inner: string): Reading {
  const [, of, name] = FOREACH.exec(inner) ?? [];
  const alias = of === undefined || name === undefined ? {} : { alias: { name, of } };
  return {
    kind: "open",
    block: "foreach",
    loop: true,
    fields: of === undefined ? [] : [of],
    test: inner,
    negated: false,
    ...alias,
  };
}
