import type { Term } from "../model/sentence.ts";

const CLOCK = /^\d{1,2}([:.h]\d{2})?(am|pm|h)$|^\d{1,2}:\d{2}(:\d{2})?$/u;
const COUNT_WORD: ReadonlySet<string> = new Set(
  "once twice thrice times time visits minutes minute hours hour seconds second days day weeks week months month years year nights mornings yesterday tonight".split(
    " ",
  ),
);
const DEICTIC: ReadonlySet<string> = new Set(["last", "this", "ago", "since", "past", "running"]);

/** True where a count, a clock time, a date or a duration stands in the range. */
export function isPrecise(terms: readonly Term[], start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const term = terms[at];
    if (term !== undefined && (isExact(term) || counts(terms, at, term))) return true;
  }
  return false;
}

/** Words that are precise by themselves. */
const EXACT_TAGS = ["@field-count", "@field-date", "@field-time", "@precise", "WeekDay", "Month"];

function isExact({ normal, tags }: Term): boolean {
  return CLOCK.test(normal) || EXACT_TAGS.some((tag) => tags.has(tag));
}

function counts(terms: readonly Term[], at: number, term: Term): boolean {
  if (COUNT_WORD.has(term.normal) && measured(terms[at - 1], terms[at + 1], term)) return true;
  return term.tags.has("Value") && !isPrice(term) && !isDiscount(terms, at);
}

function measured(before: Term | undefined, after: Term | undefined, term: Term): boolean {
  if (["once", "twice", "thrice", "yesterday"].includes(term.normal)) return true;
  return (
    before?.tags.has("Value") === true ||
    DEICTIC.has(before?.normal ?? "") ||
    DEICTIC.has(after?.normal ?? "")
  );
}

const PRICE = /[£$€₹%]/u;

function isPrice(term: Term): boolean {
  return (
    term.tags.has("Money") ||
    term.tags.has("Percent") ||
    PRICE.test(term.text) ||
    PRICE.test(term.pre.trim()) ||
    PRICE.test(term.post.charAt(0))
  );
}

/** `20 off`, `2 for 1`: the offer's figures, not the reader's. */
function isDiscount(terms: readonly Term[], at: number): boolean {
  const next = terms[at + 1]?.normal ?? "";
  const isSecond = terms[at - 1]?.normal === "for" && terms[at - 2]?.tags.has("Value") === true;
  return (
    isSecond ||
    next === "off" ||
    next === "for" ||
    next === "percent" ||
    ["one", "a"].includes(terms[at]?.normal ?? "")
  );
}
