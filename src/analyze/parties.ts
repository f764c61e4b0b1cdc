import type { Term } from "../model/sentence.ts";
import type { Clause } from "./clauses.ts";

/** Who a subject or an object is, as far as a reader of the message cares. */
export type Party =
  | "sender"
  | "system"
  | "reader"
  | "reader-thing"
  | "crowd"
  | "person"
  | "thing"
  | "nobody"
  | "elided";

const WORDS: Readonly<Record<string, Party>> = {
  i: "sender",
  we: "sender",
  us: "sender",
  me: "sender",
  you: "reader",
  ya: "reader",
  yourself: "reader",
  he: "person",
  she: "person",
  they: "crowd",
  them: "crowd",
  who: "crowd",
  people: "crowd",
  everyone: "crowd",
  everybody: "crowd",
  anyone: "crowd",
  nobody: "crowd",
  somebody: "person",
  someone: "person",
  it: "thing",
  this: "thing",
  that: "thing",
  these: "thing",
  those: "thing",
  which: "thing",
  there: "thing",
};
const OURS: ReadonlySet<string> = new Set(["our", "my", "ours"]);
const YOURS: ReadonlySet<string> = new Set(["your", "yours"]);
/** Objects of the verb before (`let us know`), not subjects of the one behind. */
const OBJECTS: ReadonlySet<string> = new Set(["us", "me", "them"]);
/** How far left of its verb a subject may begin: longer ones are rare in copy. */
const REACH = 10;

/** The party that a pronoun names, or undefined for other words. */
export function partyOfWord(word: string): Party | undefined {
  return Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
}

export interface Place {
  readonly party: Party;
  readonly start: number;
  readonly end: number;
}

/** The subject that ends right before `at`, or `elided` where the verb opens its clause. */
export function partyBefore(terms: readonly Term[], clause: Clause, at: number): Place {
  const head = terms[at - 1];
  if (head === undefined || at <= clause.start || isOpener(head, clause, at - 1)) {
    return { party: "elided", start: at, end: at };
  }
  if (OBJECTS.has(head.normal)) return { party: "nobody", start: at, end: at };
  if (head.normal === "you" && isOneOfMany(terms[at - 3], terms[at - 2])) {
    return { party: "crowd", start: at - 2, end: at };
  }
  const pronoun = partyOfWord(head.normal);
  if (pronoun !== undefined && !(head.normal === "that" && at - 1 > clause.start)) {
    return { party: pronoun, start: at - 1, end: at };
  }
  return nounPhrase(terms, clause, at);
}

/** `some of you`, `people like you`; but `it looks like you`. */
function isOneOfMany(noun: Term | undefined, link: Term | undefined): boolean {
  if (link?.normal === "of") return true;
  return link?.normal === "like" && noun?.tags.has("@people") === true;
}

function isOpener(term: Term, clause: Clause, at: number): boolean {
  return at === clause.start && (term.tags.has("Conjunction") || term.normal === clause.opener);
}

function nounPhrase(terms: readonly Term[], clause: Clause, end: number): Place {
  const floor = Math.max(clause.start, end - REACH);
  let start = end;
  while (start > floor && isNominal(terms[start - 1])) start--;
  if (start === end) return { party: "nobody", start: end, end };
  const words = terms.slice(start, end);
  return { party: partyOfPhrase(words), start, end };
}

function isNominal(term: Term | undefined): boolean {
  if (term === undefined) return false;
  const { tags, normal } = term;
  if (partyOfWord(normal) === "reader" || partyOfWord(normal) === "sender") return false;
  return (
    tags.has("Noun") ||
    tags.has("Adjective") ||
    tags.has("Determiner") ||
    tags.has("Value") ||
    tags.has("Possessive") ||
    normal === "of" ||
    normal === "from"
  );
}

function partyOfPhrase(words: readonly Term[]): Party {
  const head = words.at(-1);
  if (head === undefined) return "nobody";
  const owned = words.find(({ normal }) => OURS.has(normal) || YOURS.has(normal));
  if (owned !== undefined && YOURS.has(owned.normal)) return "reader-thing";
  if (words.some(({ tags }) => tags.has("@brand"))) return "sender";
  if (words.some(({ tags }) => tags.has("@record-keeper"))) return "system";
  if (owned !== undefined) return "sender";
  if (words.some(({ tags }) => tags.has("@field-name")) && words.length === 1) return "reader";
  if (words.some(({ tags }) => tags.has("@relative"))) return "person";
  if (head.tags.has("Person") || head.tags.has("FirstName")) return "person";
  if (
    head.tags.has("@people") ||
    head.tags.has("Actor") ||
    (head.tags.has("Plural") && words.length <= 2)
  )
    return "crowd";
  return "thing";
}
