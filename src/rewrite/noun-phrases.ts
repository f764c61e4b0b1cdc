import type { Term } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { Pieces } from "./draft.ts";
import { type Line, spanOf } from "./line.ts";

/** A noun with what belongs to it. Term indexes, half open. */
export interface NounPhrase {
  /** The first word behind the determiner. */
  readonly start: number;
  readonly end: number;
  readonly head: number;
  readonly determiner: string;
  readonly plural: boolean;
  /** Where its words stand, the determiner left out. */
  readonly span: Span;
}

const DETERMINERS: ReadonlySet<string> = new Set(
  "the a an this that these those your my our his her their another one some any every each".split(
    " ",
  ),
);
const NUMBER = /^[\d.,]+$/u;

/** The noun phrases of a stretch of a line that could be what it sells. */
export function productsIn(line: Line, start: number, end: number): readonly NounPhrase[] {
  return phrasesIn(line, start, end).filter(
    (phrase) => isProduct(line, phrase) && !isTruncated(line, phrase),
  );
}

/** All noun phrases of a stretch of a line. */
export function phrasesIn(line: Line, start: number, end: number): readonly NounPhrase[] {
  const found: NounPhrase[] = [];
  let at = start;
  while (at < end) {
    const phrase = phraseAt(line, at, end);
    if (phrase !== undefined) found.push(phrase);
    at = phrase?.end ?? at + 1;
  }
  return found;
}

function phraseAt(line: Line, at: number, limit: number): NounPhrase | undefined {
  const { terms } = line;
  const word = terms[at]?.normal ?? "";
  const determiner = DETERMINERS.has(word) ? word : "";
  const start = determiner === "" ? at : at + 1;
  let end = start;
  while (end < limit && belongs(terms, end, start)) end++;
  while (end > start && !isNoun(terms[end - 1])) end--;
  if (end > start && end < limit && isNounAfterAll(terms, end)) end++;
  if (end === start) return undefined;
  const head = end - 1;
  const plural = terms[head]?.tags.has("Plural") === true || isPluralForm(terms[head]);
  return { start, end, head, determiner, plural, span: bareSpan(line, start, end) };
}

/** The words without a verb that is drawn together with the last: `payday's` is `payday`. */
function bareSpan(line: Line, start: number, end: number): Span {
  const { start: from, end: to } = spanOf(line, start, end);
  const last = line.terms[end - 1];
  const next = line.terms[end];
  if (last === undefined || next?.span.start !== last.span.start) return { start: from, end: to };
  const cut = line.segment.text.slice(from, to).search(CONTRACTED);
  return { start: from, end: cut < 0 ? to : from + cut };
}

const CONTRACTED = /['’][a-z]{1,2}$/iu;

/** The word goes on with the phrase that began at `start`. */
function belongs(terms: readonly Term[], at: number, start: number): boolean {
  const term = terms[at];
  if (term === undefined || term.normal === "" || isFunctionWord(term)) return false;
  if (at > start && BREAK.test(terms[at - 1]?.post ?? "")) return false;
  if (at > start && terms[at - 1]?.normal === term.normal) return false;
  const { tags } = term;
  if (tags.has("Pronoun") || tags.has("Date") || tags.has("Time")) return false;
  if (tags.has("Duration") && at === start) return false;
  if (tags.has("Percent")) return false;
  return (
    isNoun(term) ||
    tags.has("Adjective") ||
    NUMBER.test(term.normal) ||
    isParticiple(term, terms[at + 1])
  );
}

/** `the emerald drops went`: a noun that the tagger took for a verb. */
function isNounAfterAll(terms: readonly Term[], at: number): boolean {
  const term = terms[at];
  const next = terms[at + 1];
  if (term === undefined || next === undefined || BREAK.test(term.post)) return false;
  if (BREAK.test(terms[at - 1]?.post ?? "")) return false;
  return term.tags.has("PresentTense") && term.normal.endsWith("s") && next.tags.has("Verb");
}

const BREAK = /[,;:.!?…—–()]|["”]/u;

function isNoun(term: Term | undefined): boolean {
  if (term === undefined) return false;
  if (term.hole !== undefined) return true;
  const { tags } = term;
  return tags.has("Noun") && !tags.has("Pronoun");
}

function isParticiple(term: Term, next: Term | undefined): boolean {
  return (
    (term.tags.has("Gerund") || term.tags.has("PastTense")) &&
    term.tags.has("Hyphenated") &&
    isNoun(next)
  );
}

const FUNCTION: ReadonlySet<string> = new Set(
  "here there it still again just now then even yet ago too also so very and or but not no never yes how why what who which that".split(
    " ",
  ),
);

function isFunctionWord({ normal, tags }: Term): boolean {
  return FUNCTION.has(normal) || tags.has("Preposition") || tags.has("Conjunction");
}

const PLURAL = /[^su'’]s$/u;

function isPluralForm(term: Term | undefined): boolean {
  return term?.tags.has("Singular") !== true && PLURAL.test(term?.normal ?? "");
}

const NO_PRODUCT: readonly string[] = [
  "@rewrite-no-product",
  "@people",
  "@relative",
  "@friend",
  "@child",
  "@record-keeper",
  "@cart-place",
  "@page",
  "@near-people",
  "@social-site",
  "@third-source",
  "@event",
  "@precise",
  "Person",
  "FirstName",
  "Place",
  "City",
  "Month",
  "WeekDay",
  "Url",
  "Emoji",
];
const TRAIT = "@trait-";
const LETTERS = /\p{L}{3}|^\p{L}\d/u;

/** The phrase goes on with a word that is read as something else: `quiet shopping hour`. */
function isTruncated({ terms }: Line, { end }: NounPhrase): boolean {
  const next = terms[end];
  if (next === undefined || next.normal === "" || BREAK.test(terms[end - 1]?.post ?? ""))
    return false;
  return next.tags.has("Noun") && !next.tags.has("Pronoun") && !isFunctionWord(next);
}

function isProduct(
  { terms, marked, found, segment }: Line,
  { head, start, end }: NounPhrase,
): boolean {
  const noun = terms[head];
  if (noun === undefined) return false;
  if (noun.tags.has("Money")) return false;
  if (noun.hole !== undefined) {
    const fields = segment.holes[noun.hole]?.fields ?? [];
    const sensitive = fields.some((field) => field.sensitive);
    const telling = marked[head] === true && found.some(({ match }) => match.fields.length > 0);
    return !sensitive && !telling && fields.some(({ is }) => is === "product" || is === "content");
  }
  if (!LETTERS.test(noun.normal)) return false;
  const words = terms.slice(start, end);
  if (words.some(({ hole }) => hole !== undefined)) return false;
  const proper = noun.tags.has("ProperNoun") && !noun.tags.has("Person");
  if (!proper && NO_PRODUCT.some((tag) => noun.tags.has(tag))) return false;
  return !words.some(({ tags }) => [...tags].some((tag) => tag.startsWith(TRAIT)));
}

const AWAY: ReadonlySet<string> = new Set(
  "on in at from through into by near outside past behind across over under since after before during than via against between within".split(
    " ",
  ),
);
const DEFINITE: ReadonlySet<string> = new Set(["the", "that", "those", "these", "this", "our"]);

/**
 * How likely a phrase is to be what the sentence is about: what a verb acts on, named and pointed
 * at, and not where or when it happened.
 */
export function weightOf({ terms }: Line, { determiner, head, start }: NounPhrase): number {
  const noun = terms[head];
  const at = determiner === "" ? start : start - 1;
  const before = terms[at - 1];
  let weight = 0;
  if (DEFINITE.has(determiner)) weight += 2;
  else if (determiner !== "") weight += 1;
  if (noun?.tags.has("ProperNoun") || noun?.hole !== undefined || NUMBER.test(noun?.normal ?? ""))
    weight += 1;
  if (before?.tags.has("Verb") && !before.tags.has("Copula")) weight += 1;
  if (before !== undefined && !isSought(terms[at - 2])) weight -= awayness(before.normal);
  return weight;
}

function awayness(word: string): number {
  if (word === "on" || word === "of") return 1;
  return AWAY.has(word) ? 2 : 0;
}

/** `looked at the tent`, `waiting in …`: the preposition belongs to what the reader did. */
function isSought(verb: Term | undefined): boolean {
  return verb?.tags.has("@browse") === true || verb?.tags.has("@search") === true;
}

/** It can be named as it is: it has an article, is plural, or is a name. */
export function isNameable({ terms }: Line, { determiner, plural, head }: NounPhrase): boolean {
  const noun = terms[head];
  if (determiner !== "" || plural || noun?.hole !== undefined) return true;
  return noun?.tags.has("ProperNoun") === true;
}

/** The phrase with `the` where it had a determiner of another kind; bare where it had none. */
export function definite(phrase: NounPhrase): Pieces {
  return phrase.determiner === "" ? [phrase.span] : ["the ", phrase.span];
}
