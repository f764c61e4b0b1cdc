import { tokenize } from "../expression.ts";
import type { Language, Reading, ShapeContext } from "../language.ts";
import { fieldsOf } from "../output.ts";
import { readPrinted } from "../printed.ts";

/**
 * Square brackets: Campaign Monitor, MailPoet, Mailjet, Mailtrain. They are also plain editorial
 * marks, so a name in them must be a field's.
 */
export const brackets: Language = {
  pairs: [{ open: "[%", close: "%]", strings: true, quiet: true, limit: 400 }],
  shapes: [
    { first: "[", pattern: /\[\[?((?:else)?if:[^[\]\r\n]{1,100}|else|endif)\]\]?/iuy },
    { first: "[", pattern: /\[\[((?:[#^]\w+\s|else\b|\/\w)[^[\]\r\n]{0,100})\]\]/uy },
    { first: "[", pattern: /\[\[(CONTACT|LINK|USER|GEO|COUNTDOWN)\s"([^"\r\n]{1,80})"\]\]/uy },
    {
      first: "[",
      pattern:
        /\[\[\s*([A-Za-z][\w.:]{0,60}(?:\s*(?:\||OR\b)\s*"?[^[\]"\r\n]{0,60}"?|:"[^"\r\n]{0,60}")?)\s*\]\]/uy,
      accept: ([, inner = ""], { known }) => OWN.test(inner) || known(nameIn(inner)),
    },
    { first: "[", pattern: /\[([\w -]{1,40},\s*fallback\s*=[^[\]\r\n]{0,80})\]/uy },
    {
      first: "[",
      pattern:
        /\[((?:subscriber|link|newsletter|user|site|date|post)\s*:\s*[\w ]{1,60}(?:\|\s*default\s*:[^[\]\r\n]{0,80})?)\]/uy,
    },
    {
      first: "[",
      pattern: /\[([A-Za-z][\w .-]{1,40}(?:\/[^[\]\r\n]{1,40})?)\]/uy,
      accept: isField,
    },
  ],
  claim: () => 9,
  read: ({ delimiter, inner, innerStart }) =>
    delimiter === "[%" ? readPrinted(inner, innerStart, NO_JOINS) : [readTag(inner.trim())],
};

const OWN = /^(?:data:|feed\.)/u;
const LINKED = /^[([:]/u;
const ATTACHED = /[\w\]!\\[]$/u;

// `[email](mailto:…)` is a link in Markdown, `x[name]` an index.
function isField([, inner = ""]: RegExpExecArray, { known, before, after }: ShapeContext): boolean {
  if (LINKED.test(after) || ATTACHED.test(before)) return false;
  return SYSTEM.test(inner) || known(nameIn(inner));
}

const NO_JOINS = { joins: [] };
/** What Campaign Monitor and its like fill in by themselves. */
const SYSTEM =
  /^(?:current(?:year|day|dayname|month|monthname)|webversion|unsubscribe|forwardtoafriend|preferences|update_profile)$/iu;
const TRAILING_OR = /\sOR\s*$/u;
const NAME = /^[\w .-]*/u;
const PREFIX = /^(?:data|subscriber|link|newsletter|user|site)\s*:\s*/u;
const FALLBACK = /(?:,\s*fallback\s*=|\|\s*(?:default\s*:)?|\bOR\b|\/|:")\s*"?([^"]*)"?$/u;

function nameIn(inner: string): string {
  const name = NAME.exec(inner.replace(PREFIX, ""))?.[0] ?? "";
  return name.replace(TRAILING_OR, "").trim();
}

const SECTION = /^([#^/])(\w+)\s*(.*)$/su;

/** Iterable's data feeds have Handlebars in square brackets. */
function readSection([, mark, block = "", rest = ""]: RegExpExecArray): Reading {
  if (mark === "/") return { kind: "close", block };
  const test = rest.trim();
  const fields = fieldsOf(tokenize(test, 0));
  const negated = mark === "^" || block === "unless";
  return { kind: "open", block, loop: block === "each", fields, test, negated };
}

const ELSE = /^else$/iu;
const ENDIF = /^endif$/iu;
const IF = /^(else)?if:(.*)$/isu;

function readTag(inner: string): Reading {
  const [found, isElse, test = ""] = IF.exec(inner) ?? [];
  if (found !== undefined) {
    const fields = [NAME.exec(test)?.[0].trim() ?? ""];
    return isElse === undefined
      ? { kind: "open", block: "if", loop: false, fields, test, negated: false }
      : { kind: "middle", fields, test, inherits: false };
  }
  const section = SECTION.exec(inner);
  if (section !== null) return readSection(section);
  if (ELSE.test(inner)) return { kind: "middle", fields: [], test: "", inherits: false };
  if (ENDIF.test(inner)) return { kind: "close", block: "if" };
  const fallback = FALLBACK.exec(inner.replace(PREFIX, ""))?.[1];
  return {
    kind: "output",
    fields: [nameIn(inner)],
    ...(fallback === undefined ? {} : { fallback: fallback.trim() }),
    copy: [],
  };
}
