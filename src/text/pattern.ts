import { openContractions } from "./contractions.ts";

/** A compiled token pattern: a small automaton over terms. */
export interface Pattern {
  readonly source: string;
  readonly states: readonly State[];
  /**
   * What a sentence must hold for the pattern to match: of each list at least one key. Keys are
   * those of `keysOf`.
   */
  readonly needs: readonly (readonly string[])[];
}

/** Tests one term, then goes on; or, without a test, is a free step. */
export interface State {
  readonly test?: TermTest;
  readonly next: readonly number[];
  readonly final?: boolean;
}

export interface TermTest {
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

const TOKEN = /!?\[[^\]]*\][?+*]?|\S+/gu;
const GAP: ReadonlyMap<string, number> = new Map([
  ["..", 3],
  ["...", 6],
]);

/**
 * Compiles a pattern. Tokens stand for terms: `word` (form or lemma), `#Tag` (part of speech),
 * `@class` (lexicon), `[a|@b c]` (one of, of one word or more), `!x` (anything else), with `?`, `+` or `*` behind;
 * `..` skips up to three terms, `...` up to six; `^` and `$` are the ends of the sentence, `$?`
 * its end with a question mark. Matching takes time linear in the sentence.
 */
export function compilePattern(source: string): Pattern | PatternProblem {
  const builder: Builder = { states: [{ next: [] }], tails: [0], needs: [] };
  for (const match of source.matchAll(TOKEN)) {
    const problem = addToken(builder, match[0]);
    if (problem !== undefined) return { message: problem, at: match.index };
  }
  const { states, tails, needs } = builder;
  if (tails.includes(0)) return { message: "The pattern matches nothing at all.", at: 0 };
  for (const tail of tails) Object.assign(states[tail] ?? {}, { final: true });
  return { source, states, needs };
}

interface Builder {
  readonly states: { test?: TermTest; next: number[]; final?: boolean }[];
  /** The states after which the pattern may go on. */
  tails: number[];
  readonly needs: (readonly string[])[];
}

const ANYTHING: TermTest = { any: [{ kind: "any" }], negated: false };

/** Adds the states of one token; returns what is wrong with it, if anything. */
function addToken(builder: Builder, token: string): string | undefined {
  const gap = GAP.get(token);
  if (gap !== undefined) {
    for (let n = 0; n < gap; n++) builder.tails.push(addState(builder, ANYTHING));
    return undefined;
  }
  const parsed = parseToken(token);
  if (typeof parsed === "string") return parsed;
  const before = builder.tails;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const sequence of parsed.sequences) {
    builder.tails = before;
    starts.push(builder.states.length);
    for (const test of sequence) builder.tails = [addState(builder, test)];
    ends.push(builder.states.length - 1);
  }
  if (parsed.repeat) for (const end of ends) builder.states[end]?.next.push(...starts);
  builder.tails = parsed.optional ? [...before, ...ends] : ends;
  const need = parsed.sequences.map((sequence) => needOf(sequence));
  if (!parsed.optional && need.every((keys) => keys.length > 0)) builder.needs.push(need.flat());
  return undefined;
}

/** The keys of a row's most telling test, or none where it takes anything. */
function needOf(sequence: readonly TermTest[]): readonly string[] {
  const lists = sequence.map(({ any, negated }) => (negated ? [] : any.map(keyOf)));
  return lists.find((keys) => keys.length > 0 && !keys.includes("")) ?? [];
}

function keyOf(atom: Atom): string {
  if (atom.kind === "word") return `=${atom.value}`;
  return atom.kind === "tag" ? atom.value : "";
}

function addState({ states, tails }: Builder, test: TermTest): number {
  const index = states.length;
  states.push({ test, next: [] });
  for (const tail of tails) states[tail]?.next.push(index);
  return index;
}

interface ParsedToken {
  /** The alternatives, each one test or more in a row. */
  readonly sequences: readonly (readonly TermTest[])[];
  readonly optional: boolean;
  readonly repeat: boolean;
}

const BRACKET = /[[\]|]/u;
const MARK = /^[?+*]+$/u;
const EDGE = /(?:^|\s)(?:\^|\$\??)(?:$|\s)/u;
const SUFFIXED = /^(.*[^$])([?+*])$/u;

function parseToken(token: string): ParsedToken | string {
  const [, bare, suffix] = SUFFIXED.exec(token) ?? [];
  let body = bare ?? token;
  const negated = body.startsWith("!") && body.length > 1;
  if (negated) body = body.slice(1);
  const isList = body.startsWith("[") && body.endsWith("]");
  const options = (isList ? body.slice(1, -1).split("|") : [body]).map(openContractions);
  const problem = problemOf(options, { token, alone: !isList && !negated });
  if (problem !== undefined) return problem;
  const rows = options.map((option) => option.trim().split(" "));
  const single = rows
    .filter((row) => row.length === 1)
    .flat()
    .map(atomOf);
  const longer = rows.filter((row) => row.length > 1);
  if (negated && longer.length > 0) return `"${token}" excludes more than one word at a time.`;
  const sequences = longer.map((row) =>
    row.map((word) => ({ any: [atomOf(word)], negated: false })),
  );
  if (single.length > 0) sequences.unshift([{ any: single, negated }]);
  return {
    sequences,
    optional: suffix === "?" || suffix === "*",
    repeat: suffix === "+" || suffix === "*",
  };
}

/** What is wrong with the words of a token, if anything. */
function problemOf(
  options: readonly string[],
  { token, alone }: { readonly token: string; readonly alone: boolean },
): string | undefined {
  if (options.some((option) => option.trim() === "" || BRACKET.test(option))) {
    return `"${token}" is not a token: alternatives are written [a|b].`;
  }
  if (options.some((option) => MARK.test(option))) {
    return `"${token}" says how often, but not what: put a word before it.`;
  }
  if (!alone && options.some((option) => EDGE.test(option))) {
    return `"${token}" mixes a place with words: ^, $ and $? stand alone.`;
  }
  return undefined;
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
