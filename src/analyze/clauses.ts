import type { Term } from "../model/sentence.ts";

/** A stretch of terms between breaks that a subject or an object does not cross. */
export interface Clause {
  /** Term indexes, half open. */
  readonly start: number;
  readonly end: number;
  /** `if`, `because` … that opens it, in lower case, or the empty string. */
  readonly opener: string;
  /** It ends the sentence or a part of it with a question mark. */
  readonly question: boolean;
}

const HARD = /[;:!?…—–]|\.{2,}|\.(?=\s|$)|\s-\s|[()]|\n/u;
const QUOTE_OPENS = /["“«]$/u;
const QUOTE_CLOSES = /^[.,!?…]*["”»]/u;
const COMMA = /,/u;
const OPENERS: ReadonlySet<string> = new Set(
  (
    "if whether when whenever unless because since as while once until before after although though " +
    "so but and or that who which where what how whatever however wherever should did do does have has " +
    "had are is was were anyone everyone whoever"
  ).split(" "),
);
/** Openers that start a clause of their own in mid-sentence, without a comma. */
const SPLITTERS: ReadonlySet<string> = new Set(
  "if whether when whenever unless because since while once until although though but so".split(
    " ",
  ),
);

/** Cuts a sentence at its punctuation and its subordinating words. */
export function splitClauses(terms: readonly Term[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (let at = 1; at <= terms.length; at++) {
    if (at < terms.length && !breaksAt(terms, at)) continue;
    if (at > start) clauses.push(clauseOf(terms, start, at));
    start = at;
  }
  return clauses;
}

function breaksAt(terms: readonly Term[], at: number): boolean {
  const before = terms[at - 1];
  const here = terms[at];
  if (before === undefined || here === undefined) return true;
  if (here.text === "" && here.pre === "" && before.post === "") return false;
  if (HARD.test(before.post) || HARD.test(here.pre)) return true;
  if (QUOTE_OPENS.test(here.pre) || QUOTE_CLOSES.test(before.post)) return true;
  if (COMMA.test(before.post)) return true;
  if (SPLITTERS.has(here.normal)) return !(here.normal === "so" && !startsClause(terms, at + 1));
  return here.normal === "and" && startsClause(terms, at + 1);
}

/** A subject pronoun or possessive follows, so that a new statement begins. */
function startsClause(terms: readonly Term[], at: number): boolean {
  const next = terms[at]?.normal ?? "";
  return SUBJECTS.has(next);
}

const SUBJECTS: ReadonlySet<string> = new Set(
  "i we you he she it they there here our your my that this the".split(" "),
);

function clauseOf(terms: readonly Term[], start: number, end: number): Clause {
  let at = start;
  while (
    at < end - 1 &&
    ["and", "but", "so", "or", "then", "well", "hi", "hey"].includes(terms[at]?.normal ?? "")
  )
    at++;
  const first = openerAt(terms, at);
  return {
    start,
    end,
    opener: OPENERS.has(first) ? first : "",
    question: (terms[end - 1]?.post ?? "").includes("?"),
  };
}

/** The opening word; `in case` counts as one. */
function openerAt(terms: readonly Term[], at: number): string {
  const first = terms[at]?.normal ?? "";
  return first === "in" && terms[at + 1]?.normal === "case" ? "if" : first;
}
