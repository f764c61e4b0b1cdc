import type { Term } from "../model/sentence.ts";
import type { Clause } from "./clauses.ts";
import { type Party, partyBefore, partyOfWord } from "./parties.ts";

export type Tense =
  | "past"
  | "perfect"
  | "past-progressive"
  | "progressive"
  | "present"
  | "modal"
  | "bare";

/** A verb with its subject: the skeleton of a statement. Numbers are term indexes, half open. */
export interface Predicate {
  readonly clause: Clause;
  /** Auxiliaries, adverbs and the main verb. */
  readonly start: number;
  readonly end: number;
  readonly verb: number;
  readonly tense: Tense;
  readonly passive: boolean;
  readonly negated: boolean;
  /** Verb before subject: `did you see`, `are you`. */
  readonly inverted: boolean;
  readonly subject: Party;
  /** Where the subject stands; empty where it is left out. */
  readonly subjectStart: number;
  readonly subjectEnd: number;
}

const HAVE: ReadonlySet<string> = new Set(["have", "has", "had", "having"]);
const BE: ReadonlySet<string> = new Set(["is", "are", "am", "was", "were", "be", "been", "being"]);
const PAST_BE: ReadonlySet<string> = new Set(["was", "were"]);
const DO: ReadonlySet<string> = new Set(["do", "does", "did"]);
const NEGATIVE: ReadonlySet<string> = new Set(["not", "never", "no", "cannot", "hardly", "n't"]);

/** All predicates of a clause, in order. */
export function findPredicates(terms: readonly Term[], clause: Clause): readonly Predicate[] {
  const found: Predicate[] = [];
  let at = clause.start;
  while (at < clause.end) {
    if (!isVerbal(terms[at])) {
      at++;
      continue;
    }
    const group = readGroup(terms, clause, at);
    found.push(describe(terms, clause, group));
    at = group.end;
  }
  return found;
}

interface Group {
  readonly start: number;
  readonly end: number;
  readonly verb: number;
  /** The subject of an inverted group. */
  readonly inner: number | undefined;
}

function isVerbal(term: Term | undefined): boolean {
  if (term?.normal === "to") return false;
  return (
    term !== undefined &&
    term.hole === undefined &&
    (term.tags.has("Verb") || term.tags.has("@verb"))
  );
}

/** Extends a group over auxiliaries, negations, adverbs and an inverted subject. */
function readGroup(terms: readonly Term[], clause: Clause, start: number): Group {
  let group: Group = { start, end: start + 1, verb: start, inner: undefined };
  for (let at = start + 1; at < clause.end; at++) {
    const grown = grow(terms, group, at);
    if (grown === undefined) break;
    group = grown;
  }
  return group;
}

/** The group with one more term, or undefined where it ends. */
function grow(terms: readonly Term[], group: Group, at: number): Group | undefined {
  const term = terms[at];
  if (term === undefined || !isAuxiliary(terms[group.verb])) return undefined;
  if (isVerbal(term) || isParticiple(terms[group.verb], term)) {
    return { ...group, verb: at, end: at + 1 };
  }
  if (
    group.inner === undefined &&
    at - group.start <= 2 &&
    partyOfWord(term.normal) !== undefined
  ) {
    return { ...group, inner: at };
  }
  if (NEGATIVE.has(term.normal)) return { ...group, end: at + 1 };
  return isAdverb(term) ? group : undefined;
}

function isAuxiliary(term: Term | undefined): boolean {
  if (term === undefined) return false;
  return (
    term.tags.has("Auxiliary") ||
    term.tags.has("Modal") ||
    HAVE.has(term.normal) ||
    BE.has(term.normal) ||
    DO.has(term.normal)
  );
}

/** `You were spotted`, `you haven't left`: the tagger takes such participles for adjectives. */
function isParticiple(aux: Term | undefined, term: Term): boolean {
  if (aux === undefined || !term.tags.has("Adjective")) return false;
  if (HAVE.has(aux.normal)) return term.tags.has("@past");
  return BE.has(aux.normal) && (term.tags.has("@perceive") || term.tags.has("@track"));
}

function isAdverb(term: Term): boolean {
  return term.tags.has("Adverb") || term.tags.has("@adverb");
}

function describe(terms: readonly Term[], clause: Clause, group: Group): Predicate {
  const words = terms.slice(group.start, group.end);
  const before = adverbsBefore(terms, clause, group.start);
  const subject =
    group.inner === undefined
      ? partyBefore(terms, clause, before)
      : {
          party: partyOfWord(terms[group.inner]?.normal ?? "") ?? "nobody",
          start: group.inner,
          end: group.inner + 1,
        };
  const around = terms.slice(before, group.end);
  return {
    clause,
    start: group.start,
    end: group.end,
    verb: group.verb,
    tense: mustDo(terms, group.verb) ? "modal" : tenseOf(words, terms[group.verb]),
    passive: isPassive(words, terms[group.verb]),
    negated: around.some(({ normal }) => NEGATIVE.has(normal)),
    inverted: group.inner !== undefined,
    subject: subject.party,
    subjectStart: subject.start,
    subjectEnd: subject.end,
  };
}

/** Where the adverbs that stand before a verb begin. */
function adverbsBefore(terms: readonly Term[], clause: Clause, start: number): number {
  let at = start;
  while (at > clause.start) {
    const term = terms[at - 1];
    if (term === undefined || !(isAdverb(term) || NEGATIVE.has(term.normal))) break;
    at--;
  }
  return at;
}

/** `You don't have to` speaks of a duty, not of anything done. */
function mustDo(terms: readonly Term[], verb: number): boolean {
  return HAVE.has(terms[verb]?.normal ?? "") && terms[verb + 1]?.normal === "to";
}

function tenseOf(words: readonly Term[], verb: Term | undefined): Tense {
  const aux = words.filter((word) => word !== verb).map(({ normal }) => normal);
  if (words.some(({ tags }) => tags.has("Modal")) || aux.includes("will")) return "modal";
  if (aux.includes("did")) return "past";
  const gerund = verb?.tags.has("Gerund") === true || verb?.normal.endsWith("ing") === true;
  if (gerund) return gerundTense(aux);
  if (aux.some((word) => HAVE.has(word))) return "perfect";
  if (aux.some((word) => PAST_BE.has(word)) || isPast(verb)) return "past";
  return aux.length === 0 && verb?.tags.has("Infinitive") === true ? "bare" : "present";
}

function gerundTense(aux: readonly string[]): Tense {
  if (aux.some((word) => HAVE.has(word)) && aux.includes("been")) return "perfect";
  return aux.some((word) => PAST_BE.has(word)) ? "past-progressive" : "progressive";
}

function isPast(verb: Term | undefined): boolean {
  if (verb === undefined) return false;
  if (PAST_BE.has(verb.normal) || verb.normal === "been") return true;
  return verb.tags.has("PastTense") || verb.tags.has("Participle") || verb.tags.has("@past");
}

function isPassive(words: readonly Term[], verb: Term | undefined): boolean {
  const be = words.some((word) => word !== verb && (BE.has(word.normal) || word.normal === "got"));
  const isDone = isPast(verb) || verb?.tags.has("Adjective") === true;
  return be && isDone && verb?.normal.endsWith("ing") !== true;
}
