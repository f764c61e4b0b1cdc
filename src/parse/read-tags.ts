import type { Span } from "../model/span.ts";
import { readChoice } from "./choice.ts";
import type { Language, Pair, RawTag, Shape, Tag } from "./language.ts";
import { type LanguageName, languages } from "./languages/index.ts";
import { mask } from "./mask.ts";
import { type ScanTable, scan } from "./scan.ts";
import { findSpintax } from "./spintax.ts";

export interface Tags {
  /** In source order, never overlapping. */
  readonly tags: readonly Tag[];
  /** Opening marks that nothing closes. They stand among the tags, so that nobody reads them. */
  readonly unclosed: readonly Span[];
}

const ENTRIES = Object.entries(languages) as readonly [LanguageName, Language][];
const CERTAIN = 9;

/** Finds all template tags of a text and reads each in the language that it most likely has. */
export function readTags(text: string, known: (name: string) => boolean): Tags {
  const { tags, unclosed } = scan(text, TABLE, known);
  const claims = tags.map(claimsOn);
  const votes = countVotes(claims);
  const read = tags.map((tag, index): Tag => {
    const language = choose(claims[index] ?? [], votes);
    const readings = readChoice(languages[language].read(tag), tag);
    return { span: tag.span, language, readings };
  });
  const broken = unclosed.map(
    (span): Tag => ({ span, language: "liquid", readings: [{ kind: "comment" }] }),
  );
  const masked = mask(
    text,
    [...tags.map(({ span }) => span), ...unclosed].sort((a, b) => a.start - b.start),
  );
  const all = [...read, ...broken, ...findSpintax(masked)].sort(
    (a, b) => a.span.start - b.span.start,
  );
  return { tags: all, unclosed };
}

interface Claim {
  readonly name: LanguageName;
  readonly weight: number;
}

function claimsOn(tag: RawTag): readonly Claim[] {
  return (CANDIDATES.get(tag.delimiter) ?? [])
    .map((name) => ({ name, weight: languages[name].claim(tag) }))
    .filter(({ weight }) => weight > 0);
}

function countVotes(claims: readonly (readonly Claim[])[]): ReadonlyMap<LanguageName, number> {
  const votes = new Map<LanguageName, number>();
  for (const { name, weight } of claims.flat()) votes.set(name, (votes.get(name) ?? 0) + weight);
  return votes;
}

function choose(claims: readonly Claim[], votes: ReadonlyMap<LanguageName, number>): LanguageName {
  const certain = claims.filter(({ weight }) => weight >= CERTAIN);
  const pool = certain.length > 0 ? certain : claims;
  const best = pool.reduce<Claim | undefined>((winner, claim) => {
    if (winner === undefined) return claim;
    return (votes.get(claim.name) ?? 0) > (votes.get(winner.name) ?? 0) ? claim : winner;
  }, undefined);
  return best?.name ?? "liquid";
}

/** Opening mark, or the name of the language that a shape belongs to → who may read it. */
const CANDIDATES = buildCandidates();
const TABLE = buildTable();

function buildCandidates(): ReadonlyMap<string, readonly LanguageName[]> {
  const found = new Map<string, LanguageName[]>();
  for (const [name, language] of ENTRIES) {
    const keys = [...language.pairs.map(({ open }) => open), name];
    for (const key of keys) found.set(key, [...(found.get(key) ?? []), name]);
  }
  return found;
}

function buildTable(): ScanTable {
  const pairs = new Map<string, Pair[]>();
  const shapes = new Map<string, { name: string; shape: Shape }[]>();
  for (const [name, language] of ENTRIES) {
    for (const pair of language.pairs) addPair(pairs, pair);
    for (const shape of language.shapes) {
      for (const first of shape.first) {
        shapes.set(first, [...(shapes.get(first) ?? []), { name, shape }]);
      }
    }
  }
  const firsts = [...new Set([...pairs.keys(), ...shapes.keys()])];
  return {
    jump: new RegExp(`[${firsts.map((char) => `\\${char}`).join("")}]`, "g"),
    pairs,
    shapes,
    swallow,
  };
}

function addPair(pairs: Map<string, Pair[]>, pair: Pair): void {
  const first = pair.open.charAt(0);
  const list = pairs.get(first) ?? [];
  if (list.some(({ open }) => open === pair.open)) return;
  pairs.set(
    first,
    [...list, pair].sort((a, b) => b.open.length - a.open.length),
  );
}

function swallow(tag: RawTag): RegExp | undefined {
  for (const name of CANDIDATES.get(tag.delimiter) ?? []) {
    const ending = languages[name].swallow?.(tag);
    if (ending !== undefined) return ending;
  }
  return undefined;
}
