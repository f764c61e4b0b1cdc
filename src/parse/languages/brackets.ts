import type { Language, Reading, ShapeContext } from "../language.ts";

/**
 * Square brackets: Campaign Monitor, MailPoet, Mailjet, Mailtrain. They are also plain editorial
 * marks, so a name in them must be a field's.
 */
export const brackets: Language = {
  pairs: [],
  shapes: [
    { first: "[", pattern: /\[((?:else)?if:[^[\]\r\n]{1,100}|else|endif)\]/iuy },
    {
      first: "[",
      pattern:
        /\[\[\s*([A-Za-z][\w.:]{0,60}(?:\s*(?:\||OR\b)\s*"?[^[\]"\r\n]{0,60}"?|:"[^"\r\n]{0,60}")?)\s*\]\]/uy,
      accept: ([, inner = ""], { known }) => inner.startsWith("data:") || known(nameIn(inner)),
    },
    { first: "[", pattern: /\[([\w -]{1,40},\s*fallback\s*=[^[\]\r\n]{0,80})\]/uy },
    {
      first: "[",
      pattern:
        /\[((?:subscriber|link|newsletter|user|site)\s*:\s*[\w ]{1,60}(?:\|\s*default\s*:[^[\]\r\n]{0,80})?)\]/uy,
    },
    {
      first: "[",
      pattern: /\[([A-Za-z][\w .-]{1,40}(?:\/[^[\]\r\n]{1,40})?)\]/uy,
      accept: isField,
    },
  ],
  claim: () => 9,
  read: ({ inner }) => [readTag(inner.trim())],
};

const LINKED = /^[([:]/u;
const ATTACHED = /[\w\]!\\[]$/u;

// `[email](mailto:…)` is a link in Markdown, `x[name]` an index.
function isField([, inner = ""]: RegExpExecArray, { known, before, after }: ShapeContext): boolean {
  return !LINKED.test(after) && !ATTACHED.test(before) && known(nameIn(inner));
}

const TRAILING_OR = /\sOR\s*$/u;
const NAME = /^[\w .-]*/u;
const PREFIX = /^(?:data|subscriber|link|newsletter|user|site)\s*:\s*/u;
const FALLBACK = /(?:,\s*fallback\s*=|\|\s*(?:default\s*:)?|\bOR\b|\/|:")\s*"?([^"]*)"?$/u;

function nameIn(inner: string): string {
  const name = NAME.exec(inner.replace(PREFIX, ""))?.[0] ?? "";
  return name.replace(TRAILING_OR, "").trim();
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
