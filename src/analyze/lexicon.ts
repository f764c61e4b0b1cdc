import type { Lexicon } from "../model/rule.ts";
import { openContractions } from "../text/contractions.ts";

interface Node {
  readonly next: Map<string, Node>;
  readonly classes: string[];
}

/** Words and phrases of all classes, ready to be found in a row of terms. */
export interface WordIndex {
  readonly root: Node;
  readonly spellings: ReadonlyMap<string, string>;
  /** Past form → infinitive, where the tagger knows none. */
  readonly infinitives: ReadonlyMap<string, string>;
}

/** Classes of `form=word` pairs. */
const SPELLINGS = "spelling";
const IRREGULAR = "irregular";
/** Parts of field names, which are looked up in merge tags and not in prose. */
const FIELD_PARTS = "field-";

/** Builds the trie once per lexicon.  */
export function indexWords(lexicon: Lexicon): WordIndex {
  const root: Node = { next: new Map(), classes: [] };
  const spellings = new Map<string, string>();
  const infinitives = new Map<string, string>();
  for (const [name, phrases] of Object.entries(lexicon)) {
    if (name.startsWith(FIELD_PARTS)) continue;
    for (const phrase of phrases) {
      if (name === SPELLINGS) addPair(spellings, phrase);
      else if (name === IRREGULAR) addPair(infinitives, phrase);
      else add(root, wordsOf(phrase), name);
    }
  }
  return { root, spellings, infinitives };
}

const WORD = /[\p{L}\p{N}]/u;

/** A phrase as terms come: contractions opened, marks without letters (`Fern & Spade`) left out. */
function wordsOf(phrase: string): readonly string[] {
  const words = openContractions(phrase.toLowerCase()).split(" ");
  return words.filter((word) => WORD.test(word));
}

function addPair(pairs: Map<string, string>, pair: string): void {
  const [short, full] = pair.split("=");
  if (short !== undefined && full !== undefined) pairs.set(short, full);
}

function add(root: Node, words: readonly string[], name: string): void {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = { next: new Map(), classes: [] };
      node.next.set(word, next);
    }
    node = next;
  }
  if (!node.classes.includes(name)) node.classes.push(name);
}

/** What a word may be looked up as: its form and its lemma. */
export interface Lookup {
  readonly normal: string;
  readonly lemma: string;
}

/** Calls `found` for every phrase of every class in the row; ranges are term indexes, half open. */
export function findPhrases(
  index: WordIndex,
  words: readonly Lookup[],
  found: (name: string, start: number, end: number) => void,
): void {
  for (let start = 0; start < words.length; start++) {
    let nodes: readonly Node[] = [index.root];
    for (let at = start; at < words.length && nodes.length > 0; at++) {
      nodes = step(nodes, words[at]);
      for (const node of nodes) for (const name of node.classes) found(name, start, at + 1);
    }
  }
}

function step(nodes: readonly Node[], word: Lookup | undefined): readonly Node[] {
  if (word === undefined) return [];
  const next = new Set<Node>();
  for (const node of nodes) {
    for (const form of [word.normal, word.lemma]) {
      const child = node.next.get(form);
      if (child !== undefined) next.add(child);
    }
  }
  return [...next];
}
