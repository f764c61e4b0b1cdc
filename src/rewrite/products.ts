import type { Term } from "../model/sentence.ts";
import type { Pieces } from "./draft.ts";
import type { Line } from "./line.ts";
import {
  BREAK,
  isCountField,
  isFunctionWord,
  type NounPhrase,
  NUMBER,
  phrasesIn,
} from "./noun-phrases.ts";

/** The noun phrases that a later `it` may mean: products, and what they cost. */
export function thingsIn(line: Line, start: number, end: number): readonly NounPhrase[] {
  return phrasesIn(line, start, end).filter(
    (phrase) =>
      !isTruncated(line, phrase) &&
      (isProduct(line, phrase) || line.terms[phrase.head]?.tags.has("@rewrite-cost") === true),
  );
}

/** The noun phrases of a stretch of a line that could be what it sells. */
export function productsIn(line: Line, start: number, end: number): readonly NounPhrase[] {
  return phrasesIn(line, start, end).filter(
    (phrase) => isProduct(line, phrase) && !isTruncated(line, phrase),
  );
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
  "Actor",
  "Honorific",
];
/** Nouns for no thing that is sold, and for what the reader is or has. */
const ABSTRACT: ReadonlySet<string> = new Set(
  (
    "spot place seat time reminder account page email mail order chance way thing stuff case reason " +
    "visit session search choice decision detail info information step rest idea question answer " +
    "notification message inbox profile history activity habit interest preference behaviour behavior " +
    "flare-up age weight height size condition situation diagnosis illness disease symptom disorder " +
    "disability pregnancy debt health mood body skin religion faith ethnicity gender " +
    "sexuality orientation income salary credit loss grief divorce"
  ).split(" "),
);
const PEOPLE: readonly string[] = ["@people", "@relative", "@child", "@friend", "Person", "Actor"];
const TRAIT = "@trait-";
const LETTERS = /\p{L}{3}|^\p{L}\d/u;

/** The phrase goes on with a word that is read as something else: `quiet shopping hour`. */
function isTruncated({ terms }: Line, { end }: NounPhrase): boolean {
  const next = terms[end];
  if (
    next === undefined ||
    next.normal === "" ||
    isCountField(next) ||
    BREAK.test(terms[end - 1]?.post ?? "")
  )
    return false;
  if (next.tags.has("Pronoun") || next.tags.has("Value") || isFunctionWord(next)) return false;
  return next.tags.has("Noun") || next.tags.has("Adjective") || isBareVerb(next);
}

/** No verb can stand so behind a single thing (`the tenor line`): it is a noun. */
function isBareVerb({ tags, normal }: Term): boolean {
  if (tags.has("Auxiliary") || tags.has("Copula") || tags.has("@rewrite-resume")) return false;
  return tags.has("Infinitive") || (tags.has("PresentTense") && normal.endsWith("s"));
}

function isProduct(
  { terms, marked, found, segment }: Line,
  { head, start, end, determiner }: NounPhrase,
): boolean {
  const noun = terms[head];
  if (noun === undefined) return false;
  if (noun.tags.has("Money")) return false;
  if (noun.hole !== undefined) {
    const fields = segment.holes[noun.hole]?.fields ?? [];
    const sensitive = fields.some((field) => field.sensitive);
    const telling =
      marked[head] === true &&
      found.some(({ match }) => match.fields.some((field) => fields.includes(field)));
    return !sensitive && !telling && fields.some(({ is }) => is === "product" || is === "content");
  }
  if (!LETTERS.test(noun.normal)) return false;
  const words = terms.slice(start, end);
  if (words.some(({ hole }) => hole !== undefined)) return false;
  if (ABSTRACT.has(noun.lemma) || ABSTRACT.has(noun.normal)) return false;
  const proper = noun.tags.has("ProperNoun") && !noun.tags.has("Person");
  if (!proper && NO_PRODUCT.some((tag) => noun.tags.has(tag))) return false;
  if (words.some(({ tags }) => PEOPLE.some((tag) => tags.has(tag)))) return false;
  // `your IBS flare-ups`: what comes with a trait of the reader is one as well.
  const telling = determiner === "your" ? words : [noun];
  return !telling.some(({ tags }) => [...tags].some((tag) => tag.startsWith(TRAIT)));
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
