import { FIELD_CLASSES, type FieldClass, SOURCES, type Source } from "../model/field.ts";
import type { Lexicon } from "../model/rule.ts";
import { fieldParts } from "./field-parts.ts";

export type Phrases<T> = ReadonlyMap<string, T>;

/** The field words of a lexicon, ready to look up. */
export interface Index {
  readonly classes: Phrases<FieldClass>;
  readonly sources: Phrases<Source>;
  readonly sensitive: Phrases<true>;
  readonly owners: Owners;
  /** Every word of every phrase, to cut names that run together. */
  readonly words: ReadonlySet<string>;
}

/** Words beside a class word that tell whose it is. */
export interface Owners {
  readonly people: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
  readonly sender: ReadonlySet<string>;
  /** Class words that count for readers only behind a word of `people`. */
  readonly needy: ReadonlySet<string>;
  /** Words that make another thing of the class word in front of them. */
  readonly heads: ReadonlySet<string>;
}

const INDICES = new WeakMap<Lexicon, Index>();

export function indexOf(lexicon: Lexicon): Index {
  const cached = INDICES.get(lexicon);
  if (cached !== undefined) return cached;
  const classes = phrasesOf(FIELD_CLASSES, (name) => lexicon[`field-${name}`]);
  const index: Index = {
    classes,
    sources: phrasesOf(SOURCES, (name) => lexicon[`field-from-${name}`]),
    sensitive: new Map((lexicon["field-sensitive"] ?? []).map((phrase) => [phrase, true])),
    owners: {
      people: new Set(lexicon["field-of-people"]),
      things: new Set(lexicon["field-of-things"]),
      sender: new Set(lexicon["field-of-sender"]),
      needy: new Set(lexicon["field-needs-owner"]),
      heads: new Set(lexicon["field-other-heads"]),
    },
    words: new Set([...classes.keys()].flatMap((phrase) => phrase.split(" "))),
  };
  INDICES.set(lexicon, index);
  return index;
}

function phrasesOf<T extends string>(
  names: readonly T[],
  list: (name: T) => readonly string[] | undefined,
): Phrases<T> {
  return new Map(names.flatMap((name) => (list(name) ?? []).map((phrase) => [phrase, name])));
}

const RUN_TOGETHER = 8;

/** The words of a name, those that run together cut apart. */
export function splitParts(name: string, { words, classes }: Index): readonly string[] {
  return fieldParts(name).flatMap((part) =>
    part.length < RUN_TOGETHER || words.has(part) || classes.has(part)
      ? [part]
      : (cutWords(part, words) ?? [part]),
  );
}

const MAX_PART = 40;
const SHORTEST = 3;

/** `lastviewedproduct` → last, viewed, product; undefined unless known words cover it all. */
function cutWords(part: string, words: ReadonlySet<string>): readonly string[] | undefined {
  if (part.length > MAX_PART) return undefined;
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = SHORTEST; end <= part.length; end += 1) {
    for (let start = 0; start <= end - SHORTEST; start += 1) {
      const before = best[start];
      if (before === undefined || !words.has(part.slice(start, end))) continue;
      best[end] ??= [...before, part.slice(start, end)];
    }
  }
  const whole = part.endsWith("id") ? (best[part.length - 2] ?? []) : [];
  return best[part.length] ?? (whole.length === 0 ? undefined : [...whole, "id"]);
}
