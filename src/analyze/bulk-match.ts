import { opensSomewhere, type Token } from "./net-token.ts";
import type { TaggedTerm } from "./nlp.ts";

/** One of the tagger's own patterns, as it indexes them; only what we read. */
interface NetPattern {
  readonly match: string;
  readonly regs: readonly Token[];
  /** Words and tags that a clause must hold, all of them. */
  readonly needs: readonly string[];
  /** Of these it must hold `minWant`. */
  readonly wants: readonly string[];
  readonly minWant: number;
  readonly minWords: number;
  readonly ifNo?: readonly string[];
}

interface Net {
  readonly hooks: Readonly<Record<string, readonly NetPattern[]>>;
  /** Patterns that need nothing. */
  readonly always: readonly NetPattern[];
}

/** Sentence, start, end and the ids of the terms there. */
type Pointer = [number, ...unknown[]];
type Clause = readonly TaggedTerm[];

/** What the tagger hands to its parts. */
interface Methods {
  readonly one: {
    readonly cacheDoc: (clauses: readonly Clause[]) => readonly ReadonlySet<string>[];
    readonly match: (
      clauses: readonly Clause[],
      pattern: NetPattern,
    ) => { readonly ptrs: readonly Pointer[] };
  };
}

type Found = NetPattern & { readonly pointer: Pointer };

/**
 * Matches all patterns of the tagger's last pass against each clause, as compromise's own
 * `bulkMatch` does and in the same order, but starting from what a clause holds and not from all
 * that a pattern may ask for: that takes a fraction of the time.
 */
export function bulkMatch(clauses: readonly Clause[], net: Net, methods: Methods): Found[] {
  const index = indexOf(net);
  const found: Found[] = [];
  for (const [at, holds] of methods.one.cacheDoc(clauses).entries()) {
    const clause = clauses[at] ?? [];
    for (const pattern of [...candidates(holds, index), ...net.always]) {
      if (clause.length < pattern.minWords || !opensSomewhere(pattern.regs, clause)) continue;
      for (const pointer of methods.one.match([clause], pattern).ptrs) {
        pointer[0] = at;
        found.push({ ...pattern, pointer });
      }
    }
  }
  return found;
}

interface Hook {
  /** Patterns are tried in the order of their hooks. */
  readonly place: number;
  readonly patterns: readonly Indexed[];
}

interface Indexed {
  readonly pattern: NetPattern;
  /** The same for all patterns with the same text: the first of them counts. */
  readonly id: number;
}

interface Index {
  readonly hooks: ReadonlyMap<string, Hook>;
  /** By id, the clause in which it was tried last. */
  readonly tried: Uint32Array;
  clause: number;
}

const indexes = new WeakMap<Net, Index>();

function indexOf(net: Net): Index {
  const known = indexes.get(net);
  if (known !== undefined) return known;
  const ids = new Map<string, number>();
  const idOf = (text: string) => {
    const id = ids.get(text) ?? ids.size;
    ids.set(text, id);
    return id;
  };
  const hooks = new Map(
    Object.entries(net.hooks).map(([key, patterns], place) => [
      key,
      { place, patterns: patterns.map((pattern) => ({ pattern, id: idOf(pattern.match) })) },
    ]),
  );
  const index = { hooks, tried: new Uint32Array(ids.size), clause: 0 };
  indexes.set(net, index);
  return index;
}

/** The patterns that a clause with these words and tags may match. */
function candidates(holds: ReadonlySet<string>, index: Index): readonly NetPattern[] {
  const hit: Hook[] = [];
  for (const key of holds) {
    const hook = index.hooks.get(key);
    if (hook !== undefined) hit.push(hook);
  }
  hit.sort((a, b) => a.place - b.place);
  index.clause++;
  const found: NetPattern[] = [];
  for (const { patterns } of hit) {
    for (const { pattern, id } of patterns) {
      if (index.tried[id] === index.clause) continue;
      index.tried[id] = index.clause;
      if (fits(pattern, holds)) found.push(pattern);
    }
  }
  return found;
}

function fits({ needs, ifNo, wants, minWant }: NetPattern, holds: ReadonlySet<string>): boolean {
  for (const need of needs) if (!holds.has(need)) return false;
  if (ifNo?.some((word) => holds.has(word)) === true) return false;
  if (wants.length === 0) return true;
  let held = 0;
  for (const want of wants) if (holds.has(want)) held++;
  return held >= minWant;
}
