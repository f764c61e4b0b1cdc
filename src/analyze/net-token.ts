import type { TaggedTerm } from "./nlp.ts";

/** One token of a pattern of the tagger; only what we read. */
export interface Token {
  readonly word?: string;
  readonly tag?: string;
  readonly switch?: string;
  /** Words of which the term must be one. */
  readonly fastOr?: ReadonlySet<string>;
  readonly pos?: string;
  /** What makes a token more than a plain test on one term. */
  readonly anything?: boolean;
  readonly start?: boolean;
  readonly end?: boolean;
  readonly optional?: boolean;
  readonly negative?: boolean;
  readonly greedy?: boolean;
  readonly fuzzy?: boolean;
  readonly use?: string;
  readonly id?: string;
}

/**
 * False where the plain tokens at the head of a pattern hold nowhere in a clause, so that the
 * pattern cannot match: far cheaper than trying it at every term.
 */
export function opensSomewhere(tokens: readonly Token[], clause: readonly TaggedTerm[]): boolean {
  const head = headOf(tokens);
  if (head.length === 0) return true;
  const last = clause.length - head.length;
  for (let at = 0; at <= last; at++) {
    if (head.every((token, next) => holds(token, clause[at + next]))) return true;
  }
  return false;
}

const heads = new WeakMap<readonly Token[], readonly Token[]>();

/** The tokens before the first that may take no term, or many. */
function headOf(tokens: readonly Token[]): readonly Token[] {
  const known = heads.get(tokens);
  if (known !== undefined) return known;
  const end = tokens.findIndex((token) => !isPlain(token));
  const plain = end < 0 ? tokens : tokens.slice(0, end);
  const repeated = plain.findIndex(({ greedy }) => greedy === true);
  const head = repeated < 0 ? plain : plain.slice(0, repeated + 1);
  heads.set(tokens, head);
  return head;
}

function isPlain(token: Token): boolean {
  const { anything, start, end, optional, negative, fuzzy, use, id } = token;
  if (anything || start || end || optional || negative || fuzzy) return false;
  if (use !== undefined || id !== undefined) return false;
  return [token.word, token.tag, token.switch, token.fastOr].some((test) => test !== undefined);
}

/** The tagger's own test of a term, for plain tokens. */
function holds(token: Token, term: TaggedTerm | undefined): boolean {
  if (term === undefined) return false;
  if (token.word !== undefined) return isWord(token.word, term);
  if (token.tag !== undefined) return term.tags.has(token.tag);
  if (token.switch !== undefined) return term.switch === token.switch;
  if (token.pos && !term.tags.has(token.pos)) return false;
  const { root, implicit, machine, normal, text } = term;
  const word = (typeof root === "string" && root) || implicit || machine || normal;
  return token.fastOr?.has(word) === true || token.fastOr?.has(text) === true;
}

function isWord(word: string, { machine, alias, text, normal }: TaggedTerm): boolean {
  return machine === word || alias?.includes(word) === true || text === word || normal === word;
}
