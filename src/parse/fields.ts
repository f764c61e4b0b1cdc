import type { Config } from "../model/config.ts";
import type { Field, FieldClass, Source } from "../model/field.ts";
import type { Lexicon } from "../model/rule.ts";
import { FROM, PERSONAL, SENSITIVE, SOURCE_ORDER, WEIGHT } from "./field-classes.ts";
import { type Index, indexOf, type Phrases, splitParts } from "./field-index.ts";
import { classByOwner, isReadersName } from "./field-owner.ts";
import { fieldParts } from "./field-parts.ts";

export interface Classifier {
  /** What a merge variable holds. */
  readonly classify: (name: string) => Field;
  /**
   * Whether a bracketed word can be taken for a field: every part of it is known, and it is
   * written as no prose is (`last_order`) or says something personal (`First Name`).
   */
  readonly known: (name: string) => boolean;
}

/** Tells fields by the parts of their names; the config's own list wins. */
export function createClassifier(lexicon: Lexicon, fields: Config["fields"]): Classifier {
  const index = indexOf(lexicon);
  const own = new Map(Object.entries(fields).map(([name, field]) => [keyOf(name), field]));
  const memo = new Map<string, Field>();
  return {
    classify: (name) => {
      const cached = memo.get(name);
      if (cached !== undefined) return cached;
      const field = classify(name, index, own);
      memo.set(name, field);
      return field;
    },
    known: (name) => own.has(keyOf(name)) || isKnown(name, index),
  };
}

/** What the reader sees on every receipt, and what is no reader's at all. */
const OTHERS: ReadonlySet<FieldClass> = new Set(["account", "content", "company"]);

type Own = ReadonlyMap<string, Pick<Field, "is" | "from">>;

function classify(name: string, index: Index, own: Own): Field {
  const parts = splitParts(name, index);
  const hits = findPhrases(parts, index.classes).map((hit) => ({
    ...hit,
    value: classByOwner(hit.value, hit, { parts, owners: index.owners }),
  }));
  const best = strongest(hits);
  const is: FieldClass = best?.value ?? "unknown";
  // The last digits and the brand of a card are the reader's own, on every receipt.
  const telling =
    !OTHERS.has(is) &&
    findPhrases(parts, index.sensitive).some(
      (hit) => classByOwner("health", hit, { parts, owners: index.owners }) === "health",
    );
  const sensitive = SENSITIVE.has(is) || telling;
  const isOthers =
    is === "name" && best !== undefined && !isReadersName(best, { parts, owners: index.owners });
  const from = isOthers ? "unknown" : sourceOf(parts, is, index);
  const found: Field = { name, is, from, sensitive };
  const set = ownField(name, own);
  if (set === undefined) return found;
  return { name, ...set, sensitive: sensitive || SENSITIVE.has(set.is) };
}

/** A config names a field in full, or by the end of its path. */
function ownField(name: string, own: Own): Pick<Field, "is" | "from"> | undefined {
  if (own.size === 0) return undefined;
  const steps = name.split(".");
  for (let from = 0; from < steps.length; from += 1) {
    const field = own.get(keyOf(steps.slice(from).join(".")));
    if (field !== undefined) return field;
  }
  return undefined;
}

function keyOf(name: string): string {
  return fieldParts(name).join(" ");
}

function sourceOf(parts: readonly string[], is: FieldClass, index: Index): Source {
  const said = findPhrases(parts, index.sources);
  const strong = SOURCE_ORDER.find((source) => said.some(({ value }) => value === source));
  return strong ?? FROM[is];
}

interface Hit<T> {
  readonly value: T;
  readonly from: number;
  readonly length: number;
}

const LONGEST = 4;

/** The phrases in a name, longest first; a part belongs to one phrase only. */
function findPhrases<T>(parts: readonly string[], phrases: Phrases<T>): readonly Hit<T>[] {
  const hits: Hit<T>[] = [];
  const taken = new Set<number>();
  for (let length = Math.min(LONGEST, parts.length); length > 0; length -= 1) {
    for (let from = 0; from + length <= parts.length; from += 1) {
      const range = Array.from({ length }, (_, step) => from + step);
      const value = phrases.get(parts.slice(from, from + length).join(" "));
      if (value === undefined || range.some((part) => taken.has(part))) continue;
      for (const part of range) taken.add(part);
      hits.push({ value, from, length });
    }
  }
  return hits;
}

function strongest(hits: readonly Hit<FieldClass>[]): Hit<FieldClass> | undefined {
  return hits.reduce<Hit<FieldClass> | undefined>((best, hit) => {
    if (best === undefined) return hit;
    if (hit.length !== best.length) return hit.length > best.length ? hit : best;
    const more = weightOf(hit) - weightOf(best);
    return more > 0 || (more === 0 && hit.from > best.from) ? hit : best;
  }, undefined);
}

/** The bare word `name` says least of all: `city.name` is a city. */
function weightOf({ value, length }: Hit<FieldClass>): number {
  return value === "name" && length === 1 ? 0 : WEIGHT[value];
}

const CODE_NAME = /[_.]|\p{Ll}\p{Lu}|^\p{Lu}{3,}$/u;

/** Whose field it is; what it holds comes after. */
const PERSON =
  /^(?:contact|customer|user|subscriber|recipient|person|profile|member|lead|client)[._]/iu;

function isKnown(name: string, index: Index): boolean {
  const parts = splitParts(name.replace(PERSON, ""), index);
  const hits = findPhrases(parts, index.classes);
  const covered = hits.reduce((sum, { length }) => sum + length, 0);
  if (parts.length === 0 || covered < parts.length) return false;
  return CODE_NAME.test(name) || hits.every(({ value }) => PERSONAL.has(value));
}
