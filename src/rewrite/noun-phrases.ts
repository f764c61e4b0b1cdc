import type { Term } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
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
export const NUMBER = /^[\d.,]+$/u;

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
  while (end > start && !isHead(terms, end - 1, start)) end--;
  if (end > start && end < limit && isNounAfterAll(terms, end)) end++;
  if (end === start) return undefined;
  const head = end - 1;
  end = withOf(terms, end, limit);
  const plural = terms[head]?.tags.has("Plural") === true || isPluralForm(terms[head]);
  return { start, end, head, determiner, plural, span: bareSpan(line, start, end) };
}

/** `the tub of Calmo`: what it is of belongs to it. */
function withOf(terms: readonly Term[], end: number, limit: number): number {
  if (terms[end]?.normal !== "of" || BREAK.test(terms[end - 1]?.post ?? "")) return end;
  let at = end + 1;
  while (at < limit && belongs(terms, at, end + 1)) at++;
  return isNoun(terms[at - 1]) ? at : end;
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
  if (term === undefined || isOutside(term, at > start)) return false;
  if (at > start && !joins(terms[at - 1], term)) return false;
  if (at > start && (terms[at - 1]?.post === "-" || NOUNS.has(term.normal))) return true;
  if (NEVER.some((tag) => term.tags.has(tag)) && !isNounNext(terms, at)) return false;
  if (term.tags.has("Duration") && at === start) return false;
  if (at > start && NUMBER.test(term.normal) && terms[at + 1]?.tags.has("Plural")) return false;
  return isQualifier(term) || isParticiple(term, terms[at + 1]);
}

function isOutside(term: Term, inside: boolean): boolean {
  return term.normal === "" || isFunctionWord(term) || (inside && isCountField(term));
}

/** A merge tag that counts or dates stands beside a thing, not in its name. */
export function isCountField({ tags, hole }: Term): boolean {
  if (hole !== undefined && tags.has("Value")) return true;
  return ["@field-count", "@field-date", "@field-time"].some((tag) => tags.has(tag));
}

const NEVER: readonly string[] = ["Pronoun", "Date", "Time", "Percent"];

/** `the Sunday edition`: a day that only says which. */
function isNounNext(terms: readonly Term[], at: number): boolean {
  const day = terms[at];
  const next = terms[at + 1];
  if (day?.tags.has("WeekDay") !== true || next === undefined || BREAK.test(day.post)) return false;
  return isNoun(next) && !next.tags.has("Date") && !next.tags.has("Time");
}

function joins(before: Term | undefined, term: Term): boolean {
  return !BREAK.test(before?.post ?? "") && before?.normal !== term.normal;
}

function isQualifier(term: Term): boolean {
  return isNoun(term) || term.tags.has("Adjective") || NUMBER.test(term.normal);
}

/** Words for goods that the tagger takes for verbs. */
const NOUNS: ReadonlySet<string> = new Set(
  "set box mix fit blend wrap stall kit cut pack".split(" "),
);

function isHead(terms: readonly Term[], at: number, start: number): boolean {
  return isNoun(terms[at]) || (at > start && NOUNS.has(terms[at]?.normal ?? ""));
}

/** `the emerald drops went`: a noun that the tagger took for a verb. */
function isNounAfterAll(terms: readonly Term[], at: number): boolean {
  const term = terms[at];
  const next = terms[at + 1];
  if (term === undefined || next === undefined || BREAK.test(term.post)) return false;
  if (BREAK.test(terms[at - 1]?.post ?? "")) return false;
  return term.tags.has("PresentTense") && term.normal.endsWith("s") && next.tags.has("Verb");
}

export const BREAK = /[,;:.!?…—–()]|["”]/u;

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
  "here there yours mine ours theirs it still again just now then even yet ago too also so very and or but not no never yes how why what who which that".split(
    " ",
  ),
);

export function isFunctionWord({ normal, tags }: Term): boolean {
  return FUNCTION.has(normal) || tags.has("Preposition") || tags.has("Conjunction");
}

const PLURAL = /[^su'’]s$/u;

function isPluralForm(term: Term | undefined): boolean {
  return term?.tags.has("Singular") !== true && PLURAL.test(term?.normal ?? "");
}
