import type { OffsetMap } from "../model/offset-map.ts";
import type { Hole } from "../model/segment.ts";
import type { Term } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import { toSource } from "../text/offset-map.ts";
import { findPhrases, type WordIndex } from "./lexicon.ts";
import type { TaggedTerm } from "./nlp.ts";

/** A term while it is being built; tags are still open. */
export interface OpenTerm extends Term {
  readonly tags: Set<string>;
}

const EDGE = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const POSSESSIVE = /'s$|(?<=s)'$/u;
const CLITIC: ReadonlyMap<string, string> = new Map([
  ["n't", "not"],
  ["'ve", "have"],
  ["'re", "are"],
  ["'ll", "will"],
]);

/**
 * Terms with their spans, by arithmetic on what the tagger says stands before and after each
 * word (its own offsets are wrong after a leading quote).
 */
export function buildTerms(
  tagged: readonly TaggedTerm[],
  map: OffsetMap,
  {
    offset,
    infinitives,
  }: { readonly offset: number; readonly infinitives: ReadonlyMap<string, string> },
): OpenTerm[] {
  let at = 0;
  let previous: Span = { start: offset, end: offset };
  return tagged.map((term) => {
    at += term.pre.length;
    const length = term.text.length;
    const place = { start: at, end: at + length };
    at += length + term.post.length;
    if (length > 0) previous = shift(toSource(map, place), offset);
    const normal = normalOf(term);
    return {
      text: term.text,
      normal,
      lemma: infinitives.get(normal) ?? lemmaOf(term, normal),
      tags: new Set(term.tags),
      span: previous,
      pre: term.pre,
      post: term.post,
    };
  });
}

/** The tagger's root; a possessive counts as its noun. */
function lemmaOf({ root }: TaggedTerm, normal: string): string {
  // The tagger looks roots up in a plain object, which gives a function for `constructor`.
  const known = typeof root === "string" ? root.toLowerCase() : "";
  return (known || normal).replace(POSSESSIVE, "");
}

function shift({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}

function normalOf({ implicit, text, normal }: TaggedTerm): string {
  const word = (implicit || text || normal).toLowerCase().replace(EDGE, "");
  return CLITIC.get(word) ?? word;
}

/** Marks the words of each lexicon class with `@class`, and placeholders with their fields. */
export function classify(terms: readonly OpenTerm[], index: WordIndex): void {
  findPhrases(index, terms, (name, start, end) => {
    for (let at = start; at < end; at++) terms[at]?.tags.add(`@${name}`);
    if (name === "noun") for (let at = start; at < end; at++) mendNoun(terms[at]);
    terms[start]?.tags.add(`@${name}/start`);
  });
}

const VERBAL = ["Verb", "Gerund", "Modal", "Auxiliary", "PresentTense", "PastTense", "Infinitive"];

/** A thing that the tagger takes for a deed: the `can` of a watering can. */
function mendNoun(term: OpenTerm | undefined): void {
  for (const tag of VERBAL) term?.tags.delete(tag);
  term?.tags.add("Noun");
}

/** Gives each placeholder its hole's index and the classes of its fields. */
export function placeHoles(
  terms: readonly OpenTerm[],
  holes: readonly Hole[],
): readonly OpenTerm[] {
  if (holes.length === 0) return terms;
  return terms.map((term) => {
    const hole = holes.findIndex(({ at }) => at.start < term.span.end && term.span.start < at.end);
    if (hole < 0) return term;
    for (const field of holes[hole]?.fields ?? []) {
      term.tags.add("Field").add(`@field-${field.is}`).add(`@from-${field.from}`);
    }
    return { ...term, hole };
  });
}
