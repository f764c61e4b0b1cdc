import type { Match } from "../model/match.ts";
import type { Message } from "../model/message.ts";
import type { Segment } from "../model/segment.ts";
import type { Sentence, Term } from "../model/sentence.ts";

/** A feature and the term that it stands on, or -1 for one of the whole sentence. */
export interface Feature {
  readonly name: string;
  readonly at: number;
}

/** What a sentence stands in. */
export interface Surroundings {
  readonly message: Pick<Message, "channel" | "kind">;
  readonly segment: Pick<Segment, "role">;
  /** What the rules found in the sentence. */
  readonly matches: readonly Match[];
}

const READER: ReadonlySet<string> = new Set(["you", "your", "yours", "yourself"]);
const REACH = 4;
const DIGITS = /\d/u;
const NUMBER = /\d+/gu;
/** Tags that tell the shape of a sentence; the finer ones only thin out the counts. */
const SHAPES = [
  "Pronoun",
  "Possessive",
  "Modal",
  "Copula",
  "Auxiliary",
  "Negative",
  "PastTense",
  "Gerund",
  "Infinitive",
  "PresentTense",
  "Value",
  "Date",
  "Place",
  "Person",
  "ProperNoun",
  "Plural",
  "Noun",
  "Adjective",
  "Adverb",
  "Preposition",
  "Determiner",
  "Conjunction",
  "QuestionWord",
  "Verb",
];

/** The features of a sentence, each name once. */
export function featuresOf(sentence: Sentence, around: Surroundings): readonly Feature[] {
  const found = new Map<string, number>();
  const add = (name: string, at = -1) => {
    if (!found.has(name)) found.set(name, at);
  };
  addWords(sentence.terms, add);
  addMeaning(sentence, add);
  addSurroundings(sentence, around, add);
  return Array.from(found, ([name, at]) => ({ name, at }));
}

/** Kinds of features that a sentence takes over from the ones beside it. */
const SHARED = /^(?:w|c|p|f|ff|r|n|b):/u;

/**
 * The features of each sentence of a segment, with those of its neighbours marked `x`: the second
 * sentence often tells what the first one hinted at.
 */
export function withNeighbours(
  sentences: readonly (readonly Feature[])[],
): readonly (readonly Feature[])[] {
  return sentences.map((own, index) => {
    const beside = [...(sentences[index - 1] ?? []), ...(sentences[index + 1] ?? [])];
    const names = beside.filter(({ name }) => SHARED.test(name)).map(({ name }) => `x${name}`);
    return [...own, ...Array.from(new Set(names), (name) => ({ name, at: -1 }))];
  });
}

/** The names of all features of each sentence and of those beside it, each once. */
export function windowsOf(
  sentences: readonly (readonly Feature[])[],
): readonly (readonly string[])[] {
  return sentences.map((_, index) => namesOf(sentences.slice(Math.max(0, index - 1), index + 2)));
}

/** The names of the features of some sentences, each once. */
export function namesOf(sentences: readonly (readonly Feature[])[]): readonly string[] {
  return [...new Set(sentences.flat().map(({ name }) => name))];
}

type Add = (name: string, at?: number) => void;

function addWords(terms: readonly Term[], add: Add): void {
  const words = terms.map(wordOf);
  const shapes = terms.map(shapeOf);
  for (const [at, word] of words.entries()) {
    add(`w:${word}`, at);
    add(`b:${word} ${words[at + 1] ?? "$"}`, at);
    add(`s:${shapes[at]} ${shapes[at + 1] ?? "$"} ${shapes[at + 2] ?? "$"}`, at);
    for (const name of classesOf(terms[at])) {
      add(`c:${name}`, at);
      if (at > 0) add(`cb:${words[at - 1]} ${name}`, at);
    }
    if (READER.has(word)) addNear(words, terms, at, add);
  }
  add(`o:${words[0]} ${words[1] ?? "$"}`, 0);
  add(`os:${shapes[0]} ${shapes[1] ?? "$"} ${shapes[2] ?? "$"}`, 0);
}

/** Words and classes within reach of a word that names the reader. */
function addNear(words: readonly string[], terms: readonly Term[], at: number, add: Add): void {
  for (let near = Math.max(0, at - REACH); near <= at + REACH; near++) {
    const side = near < at ? "before" : "after";
    if (near === at || words[near] === undefined) continue;
    add(`n:${words[at]} ${side} ${words[near]}`, near);
    for (const name of classesOf(terms[near])) add(`nc:${words[at]} ${side} ${name}`, near);
  }
}

function addMeaning(sentence: Sentence, add: Add): void {
  for (const { verb, subject, tense, negated, passive, inverted } of sentence.predicates) {
    const how = `${negated ? "not " : ""}${passive ? "passive " : ""}${inverted ? "inverted " : ""}`;
    const term = sentence.terms[verb];
    add(`p:${subject} ${how}${tense}`, verb);
    add(`pv:${subject} ${term?.lemma ?? ""}`, verb);
    for (const name of classesOf(term)) add(`pc:${subject} ${how}${tense} ${name}`, verb);
  }
  for (const frame of sentence.frames) {
    const { knower, evidence, person, datum, source, force, negated, precise } = frame;
    const at = sentence.terms.findIndex(({ span }) => span.end > frame.span.start);
    add(`f:${knower} ${evidence} ${person} ${datum} ${negated}`, at);
    add(`ff:${datum} ${source} ${force}`, at);
    add(`fp:${evidence} ${force} ${precise}`, at);
  }
}

function addSurroundings(sentence: Sentence, around: Surroundings, add: Add): void {
  const { terms } = sentence;
  const { channel, kind } = around.message;
  const names = terms.some(({ normal }) => READER.has(normal)) ? "reader" : "nobody";
  add("bias");
  add(`ch:${channel} ${names}`);
  add(`k:${kind} ${names}`);
  add(`role:${around.segment.role}`);
  // The labelled cases are bodies and subjects: what stands elsewhere counts as a body too.
  if (around.segment.role !== "subject") add("role:body");
  add(`end:${Array.from(terms.at(-1)?.post.trim() ?? "")[0] ?? ""} ${names}`);
  add(`len:${Math.min(6, Math.floor(terms.length / 4))}`);
  add(`digits:${terms.filter(({ normal }) => DIGITS.test(normal)).length > 0} ${names}`);
  for (const { rule } of around.matches) {
    add(`r:${rule.id}`);
    add(`rf:${rule.id.split("/")[0]} ${kind}`);
  }
  add(`rules:${Math.min(3, around.matches.length)} ${kind}`);
}

/** A word as the model counts it: figures as their shape, merge tags as what they hold. */
function wordOf(term: Term): string {
  if (term.hole !== undefined)
    return classesOf(term).find((name) => name.startsWith("@field-")) ?? "@field";
  return DIGITS.test(term.normal) ? term.normal.replace(NUMBER, "0") : term.normal;
}

function shapeOf(term: Term): string {
  return SHAPES.find((tag) => term.tags.has(tag)) ?? "Other";
}

function classesOf(term: Term | undefined): readonly string[] {
  if (term === undefined) return [];
  return [...term.tags].filter(
    (tag) => tag.startsWith("@") && !tag.startsWith("@rewrite-") && !tag.endsWith("/start"),
  );
}
