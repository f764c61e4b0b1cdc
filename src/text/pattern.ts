import type { Term } from "../model/sentence.ts";

/** A compiled token pattern: a small automaton over terms. */
export interface Pattern {
  readonly source: string;
  readonly states: readonly State[];
}

/** Tests one term, then goes on; or, without a test, is a free step. */
interface State {
  readonly test?: TermTest;
  readonly next: readonly number[];
  readonly final?: boolean;
}

interface TermTest {
  readonly any: readonly Atom[];
  readonly negated: boolean;
}

type Atom =
  | { readonly kind: "word"; readonly value: string }
  | { readonly kind: "tag"; readonly value: string }
  | { readonly kind: "any" }
  | { readonly kind: "start" }
  | { readonly kind: "end" }
  | { readonly kind: "asks" };

/** A pattern that cannot be read: `message` says what, `at` is the token's place (UTF-16). */
export interface PatternProblem {
  readonly message: string;
  readonly at: number;
}

const TOKEN = /\S+/gu;
const GAP: Readonly<Record<string, number>> = { "..": 3, "...": 6 };

/**
 * Compiles a pattern. Tokens stand for terms: `word` (form or lemma), `#Tag` (part of speech),
 * `@class` (lexicon), `[a|@b]` (one of), `!x` (anything else), with `?`, `+` or `*` behind;
 * `..` skips up to three terms, `...` up to six; `^` and `$` are the ends of the sentence, `$?`
 * its end with a question mark. Matching takes time linear in the sentence.
 */
export function compilePattern(source: string): Pattern | PatternProblem {
  const builder: Builder = { states: [{ next: [] }], tails: [0] };
  for (const match of source.matchAll(TOKEN)) {
    const problem = addToken(builder, match[0]);
    if (problem !== undefined) return { message: problem, at: match.index };
  }
  const { states, tails } = builder;
  if (tails.includes(0)) return { message: "The pattern matches nothing at all.", at: 0 };
  for (const tail of tails) Object.assign(states[tail] ?? {}, { final: true });
  return { source, states };
}

interface Builder {
  readonly states: { test?: TermTest; next: number[]; final?: boolean }[];
  /** The states after which the pattern may go on. */
  tails: number[];
}

const ANYTHING: TermTest = { any: [{ kind: "any" }], negated: false };

/** Adds the states of one token; returns what is wrong with it, if anything. */
function addToken(builder: Builder, token: string): string | undefined {
  const gap = GAP[token];
  if (gap !== undefined) {
    for (let n = 0; n < gap; n++) builder.tails.push(addState(builder, ANYTHING));
    return undefined;
  }
  const parsed = parseToken(token);
  if (typeof parsed === "string") return parsed;
  const index = addState(builder, parsed.test);
  if (parsed.repeat) builder.states[index]?.next.push(index);
  builder.tails = parsed.optional ? [...builder.tails, index] : [index];
  return undefined;
}

function addState({ states, tails }: Builder, test: TermTest): number {
  const index = states.length;
  states.push({ test, next: [] });
  for (const tail of tails) states[tail]?.next.push(index);
  return index;
}

interface ParsedToken {
  readonly test: TermTest;
  readonly optional: boolean;
  readonly repeat: boolean;
}

const BRACKET = /[[\]|]/u;
const SUFFIXED = /^(.*[^$])([?+*])$/u;

function parseToken(token: string): ParsedToken | string {
  const [, bare, suffix] = SUFFIXED.exec(token) ?? [];
  let body = bare ?? token;
  const negated = body.startsWith("!") && body.length > 1;
  if (negated) body = body.slice(1);
  const options =
    body.startsWith("[") && body.endsWith("]") ? body.slice(1, -1).split("|") : [body];
  if (options.some((option) => option === "" || BRACKET.test(option))) {
    return `"${token}" is not a token: alternatives are written [a|b].`;
  }
  return {
    test: { any: options.map(atomOf), negated },
    optional: suffix === "?" || suffix === "*",
    repeat: suffix === "+" || suffix === "*",
  };
}

function atomOf(option: string): Atom {
  if (option === "^") return { kind: "start" };
  if (option === "$") return { kind: "end" };
  if (option === "$?") return { kind: "asks" };
  if (option === ".") return { kind: "any" };
  if (option.startsWith("#")) return { kind: "tag", value: option.slice(1) };
  if (option.startsWith("@")) return { kind: "tag", value: option };
  return { kind: "word", value: option.toLowerCase() };
}

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
