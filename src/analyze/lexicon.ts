import type { Lexicon } from "../model/rule.ts";

interface Node {
  readonly next: Map<string, Node>;
  readonly classes: string[];
}

/** Words and phrases of all classes, ready to be found in a row of terms. */
export interface WordIndex {
  readonly root: Node;
  readonly spellings: ReadonlyMap<string, string>;
}

const SPELLINGS = "spelling";

/** Builds the trie once per lexicon. The class `spelling` holds `u=you` pairs. */
export function indexWords(lexicon: Lexicon): WordIndex {
  const root: Node = { next: new Map(), classes: [] };
  const spellings = new Map<string, string>();
  for (const [name, phrases] of Object.entries(lexicon)) {
    for (const phrase of phrases) {
      if (name === SPELLINGS) addSpelling(spellings, phrase);
      else add(root, phrase.toLowerCase().split(" "), name);
    }
  }
  return { root, spellings };
}

function addSpelling(spellings: Map<string, string>, pair: string): void {
  const [short, full] = pair.split("=");
  if (short !== undefined && full !== undefined) spellings.set(short, full);
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
