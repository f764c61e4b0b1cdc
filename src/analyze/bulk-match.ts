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

interface Indexed {
  readonly pattern: NetPattern;
  /** Where it stands in the list of each word and tag that it asks for. */
  readonly places: ReadonlyMap<string, number>;
  /** The clause in which it was tried last. */
  tried: number;
}

interface Index {
  /** Each pattern under the rarest word or tag that it needs, or under all that it wants. */
  readonly patterns: ReadonlyMap<string, readonly Indexed[]>;
  clause: number;
}

const indexes = new WeakMap<Net, Index>();
/** Places of two lists lie so far apart. */
const LIST = 2 ** 16;

function indexOf(net: Net): Index {
  const known = indexes.get(net);
  if (known !== undefined) return known;
  const places = new Map<NetPattern, Map<string, number>>();
  for (const [list, [key, hooked]] of Object.entries(net.hooks).entries()) {
    for (const [at, pattern] of hooked.entries()) {
      const own = places.get(pattern) ?? new Map<string, number>();
      places.set(pattern, own.set(key, list * LIST + at));
    }
  }
  const patterns = new Map<string, Indexed[]>();
  for (const [pattern, own] of places) {
    const indexed = { pattern, places: own, tried: 0 };
    for (const key of keysOf(pattern, net)) {
      patterns.set(key, [...(patterns.get(key) ?? []), indexed]);
    }
  }
  const index = { patterns, clause: 0 };
  indexes.set(net, index);
  return index;
}

/** Words are rarer than tags, and what few patterns ask for is rarer than what many do. */
function keysOf({ needs, wants }: NetPattern, { hooks }: Net): Iterable<string> {
  if (needs.length === 0) return new Set(wants);
  const rarity = (key: string) => (key.startsWith("#") ? (hooks[key]?.length ?? 0) : 0);
  return [needs.reduce((rare, key) => (rarity(key) < rarity(rare) ? key : rare))];
}

/** The patterns that a clause with these words and tags may match, in compromise's order. */
function candidates(holds: ReadonlySet<string>, index: Index): readonly NetPattern[] {
  const clause = ++index.clause;
  const found: { readonly pattern: NetPattern; readonly place: number }[] = [];
  for (const key of holds) {
    for (const indexed of index.patterns.get(key) ?? []) {
      if (indexed.tried === clause) continue;
      indexed.tried = clause;
      if (fits(indexed.pattern, holds)) {
        found.push({ pattern: indexed.pattern, place: placeOf(indexed, holds) });
      }
    }
  }
  return found.sort((a, b) => a.place - b.place).map(({ pattern }) => pattern);
}

/** compromise goes through the lists in turn and takes a pattern where it first meets it. */
function placeOf({ places }: Indexed, holds: ReadonlySet<string>): number {
  let first = Infinity;
  for (const [key, place] of places) if (place < first && holds.has(key)) first = place;
  return first;
}

function fits({ needs, ifNo, wants, minWant }: NetPattern, holds: ReadonlySet<string>): boolean {
  for (const need of needs) if (!holds.has(need)) return false;
  if (ifNo?.some((word) => holds.has(word)) === true) return false;
  if (wants.length === 0) return true;
  let held = 0;
  for (const want of wants) if (holds.has(want)) held++;
  return held >= minWant;
}
