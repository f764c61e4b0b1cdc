import type { Term } from "../model/sentence.ts";
import type { Pattern, State, TermTest } from "./pattern.ts";

/** The term ranges (half open) that a pattern covers, leftmost and longest, without overlap. */
export function matchPattern(
  { states }: Pattern,
  terms: readonly Term[],
): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let from = 0;
  while (from <= terms.length) {
    const end = longestFrom(states, terms, from);
    if (end > from) {
      found.push({ start: from, end });
      from = end;
    } else {
      from++;
    }
  }
  return found;
}

/** Runs the automaton from one place; returns the end of the longest match, or -1. */
function longestFrom(states: readonly State[], terms: readonly Term[], from: number): number {
  let active: ReadonlySet<number> = new Set(states[0]?.next ?? []);
  let best = -1;
  for (let at = from; active.size > 0; at++) {
    active = closeOverEdges(states, active, terms, at);
    if (passesEnd(states, active, terms, at)) best = Math.max(best, at);
    const taken = takers(states, active, terms[at]);
    if (taken.some(({ final }) => final === true)) best = Math.max(best, at + 1);
    active = new Set(taken.flatMap(({ next }) => next));
  }
  return best;
}

/** The states that take a term and go on behind it. */
function takers(
  states: readonly State[],
  active: ReadonlySet<number>,
  term: Term | undefined,
): readonly State[] {
  if (term === undefined) return [];
  return [...active].flatMap((index) => {
    const state = states[index];
    if (state?.test === undefined || isEdge(state.test)) return [];
    return accepts(state.test, term) ? [state] : [];
  });
}

function isEdge({ any }: TermTest): boolean {
  const kind = any[0]?.kind;
  return kind === "start" || kind === "end" || kind === "asks";
}

/** Steps over `^`, `$` and `$?`, which test a place and take no term. */
function closeOverEdges(
  states: readonly State[],
  active: ReadonlySet<number>,
  terms: readonly Term[],
  at: number,
): ReadonlySet<number> {
  const closed = new Set(active);
  for (const index of closed) {
    const state = states[index];
    if (state?.test === undefined || !isEdge(state.test)) continue;
    if (holdsAt(state.test, terms, at)) for (const target of state.next) closed.add(target);
  }
  return closed;
}

function passesEnd(
  states: readonly State[],
  active: ReadonlySet<number>,
  terms: readonly Term[],
  at: number,
): boolean {
  for (const index of active) {
    const state = states[index];
    if (
      state?.final &&
      state.test !== undefined &&
      isEdge(state.test) &&
      holdsAt(state.test, terms, at)
    )
      return true;
  }
  return false;
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
