import type { Term } from "../model/sentence.ts";
import type { Pattern, State, TermTest } from "./pattern.ts";

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The term ranges (half open) that a pattern covers, leftmost and longest, without overlap. */
export function matchPattern({ states }: Pattern, terms: readonly Term[]): readonly Range[] {
  const found: Range[] = [];
  let from = 0;
  while (from < terms.length) {
    const range = firstRange(states, terms, from);
    if (range === undefined) break;
    found.push(range);
    from = range.end;
  }
  return found;
}

/** The pass over the terms: where it is, and the best that it met. */
interface Pass {
  readonly states: readonly State[];
  readonly terms: readonly Term[];
  /**
   * State → the leftmost place from which it was reached, in the order of these places. Two ways
   * into one state go on alike, so that the later start can be forgotten: this keeps the work of a
   * step independent of how many starts are under way.
   */
  threads: Map<number, number>;
  best: Range | undefined;
}

/** Runs the automaton from all places at once; gives the leftmost range, as long as it goes. */
function firstRange(
  states: readonly State[],
  terms: readonly Term[],
  from: number,
): Range | undefined {
  const pass: Pass = { states, terms, threads: new Map(), best: undefined };
  for (let at = from; at <= terms.length; at++) {
    if (pass.best === undefined) for (const first of firstOf(states)) enter(pass, first, at, at);
    takeTerm(pass, at);
    if (pass.threads.size === 0 && pass.best !== undefined) break;
  }
  return pass.best;
}

function firstOf(states: readonly State[]): readonly number[] {
  return states[0]?.next ?? [];
}

/** Puts a state under way, and steps over `^`, `$` and `$?`, which test a place and take no term. */
function enter(pass: Pass, index: number, start: number, at: number): void {
  const state = pass.states[index];
  if (state?.test === undefined || pass.threads.has(index)) return;
  pass.threads.set(index, start);
  if (!isEdge(state.test) || !holdsAt(state.test, pass.terms, at)) return;
  if (state.final === true) finish(pass, { start, end: at });
  for (const next of state.next) enter(pass, next, start, at);
}

/** Moves every state that takes the term at a place on to what follows it. */
function takeTerm(pass: Pass, at: number): void {
  const term = pass.terms[at];
  const { threads } = pass;
  pass.threads = new Map();
  if (term === undefined) return;
  for (const [index, start] of threads) {
    const state = pass.states[index];
    if (state?.test === undefined || isEdge(state.test) || !accepts(state.test, term)) continue;
    if (pass.best !== undefined && start > pass.best.start) continue;
    if (state.final === true) finish(pass, { start, end: at + 1 });
    for (const next of state.next) enter(pass, next, start, at + 1);
  }
}

function finish(pass: Pass, { start, end }: Range): void {
  const { best } = pass;
  if (end <= start) return;
  if (best === undefined || start < best.start || (start === best.start && end > best.end)) {
    pass.best = { start, end };
  }
}

function isEdge({ any }: TermTest): boolean {
  const kind = any[0]?.kind;
  return kind === "start" || kind === "end" || kind === "asks";
}

function holdsAt({ any }: TermTest, terms: readonly Term[], at: number): boolean {
  const kind = any[0]?.kind;
  const asks = (terms[at - 1]?.post ?? "").includes("?");
  if (kind === "start") return at === 0 || HARD_STOP.test(terms[at - 1]?.post ?? "");
  if (kind === "asks") return asks;
  return at === terms.length || asks;
}

const HARD_STOP = /[:;!?.—–]/u;

function accepts({ any, negated }: TermTest, term: Term): boolean {
  const hit = any.some((atom) => {
    if (atom.kind === "word") return term.normal === atom.value || term.lemma === atom.value;
    if (atom.kind === "tag") return term.tags.has(atom.value);
    return atom.kind === "any";
  });
  return hit !== negated;
}

/** The keys of a sentence: its words and their lemmas behind `=`, and its tags. */
export function keysOf(terms: readonly Term[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { normal, lemma, tags } of terms) {
    keys.add(`=${normal}`).add(`=${lemma}`);
    for (const tag of tags) keys.add(tag);
  }
  return keys;
}

/** False where a sentence with these keys cannot match: cheaper than trying. */
export function mayMatch({ needs }: Pattern, keys: ReadonlySet<string>): boolean {
  return needs.every((need) => need.some((key) => keys.has(key)));
}
