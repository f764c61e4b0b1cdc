import type { Language, Reading } from "../language.ts";

/** Mailchimp and Mandrill: `*|FNAME|*`, `*|IF:X|* … *|ELSE:|* … *|END:IF|*`. */
export const mailchimp: Language = {
  pairs: [],
  shapes: [
    { first: "*", pattern: /\*\|\s*([A-Za-z][^|*\r\n]{0,300}(?:\|[^|*\r\n]{0,200})?)\|\*/uy },
  ],
  claim: () => 9,
  read: ({ inner }) => [readTag(inner.trim())],
};

const OPENING = /^(IFNOT|IF|NOTINTERESTED|INTERESTED|GROUP|SURVEY)\s*:\s*(.*)$/isu;
const LOOP = /^(?:FEEDBLOCK|FEEDITEMS|RSSITEMS|RSS|ECOMMERCE|PRODUCTS?)\s*:/iu;
const ENDING = /^END\s*:\s*(\w*)/iu;
const ELSE_IF = /^ELSEIF\s*:\s*(.*)$/isu;
const ELSE = /^ELSE\s*:?$/iu;
const FIELD = /^[A-Za-z]\w*/u;

function readTag(inner: string): Reading {
  const opening = OPENING.exec(inner);
  if (opening !== null) return readOpening(opening);
  const ending = ENDING.exec(inner);
  if (ending !== null) return { kind: "close", block: blockOf(ending[1] ?? "") };
  const test = ELSE_IF.exec(inner)?.[1];
  if (test !== undefined) return { kind: "middle", fields: fieldIn(test), test, inherits: false };
  if (ELSE.test(inner)) return { kind: "middle", fields: [], test: "", inherits: false };
  if (LOOP.test(inner)) {
    const block = FIELD.exec(inner)?.[0].toUpperCase() ?? "";
    return { kind: "open", block, loop: true, fields: [], test: inner, negated: false };
  }
  return readOutput(inner);
}

function readOpening([, keyword = "", test = ""]: RegExpExecArray): Reading {
  return {
    kind: "open",
    block: blockOf(keyword),
    loop: false,
    fields: fieldIn(test),
    test,
    negated: NEGATED.test(keyword),
  };
}

const NEGATED = /^(?:IFNOT|NOTINTERESTED)$/iu;

function blockOf(keyword: string): string {
  return keyword.toUpperCase().replace("IFNOT", "IF");
}

function fieldIn(test: string): readonly string[] {
  return FIELD.exec(test)?.slice(0, 1) ?? [];
}

const PREFIX =
  /^(?:HTML|TITLE|UPPER|LOWER|URL|MC|LIST|USER|ARCHIVE|CAMPAIGN|RSSITEM|RSSFEED|FEEDITEM|FEED)\s*:\s*/iu;

const DATE = /^DATE\s*:/iu;

function readOutput(inner: string): Reading {
  const [head = "", fallback] = inner.split("|");
  const name = DATE.test(head) ? "date" : head.replace(PREFIX, "").trim();
  return {
    kind: "output",
    fields: [name],
    ...(fallback === undefined ? {} : { fallback: fallback.trim() }),
    copy: [],
  };
}
