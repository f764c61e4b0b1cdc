import type { Citation } from "../model/rule.ts";
import { type Check, list, mapped, text } from "../yaml/check.ts";
import { fail, type Value } from "../yaml/document.ts";
import { entries, mapOf, record, required } from "../yaml/map.ts";

const CLASS_NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;

/** A phrase of a lexicon class, with its place for messages about repeats. */
export interface Phrase {
  readonly text: string;
  readonly at: Value;
}

/** Class → phrases, as one lexicon file gives them. */
export type LexiconFile = readonly (readonly [string, readonly Phrase[]])[];

const phrases: Check<readonly Phrase[]> = list(
  mapped(text({ max: 200 }), (phrase, at) => ({ text: phrase.trim(), at })),
  { min: 1, max: 20_000 },
);

/** Reads a lexicon file: a map of class name → list of phrases. */
export function readLexiconFile(value: Value): LexiconFile {
  return entries(value).map(([name, key, inner]) => {
    if (!CLASS_NAME.test(name)) fail(key, `"${name}" must be a name in kebab-case.`);
    return [name, phrases.read(inner)];
  });
}

/** `evidence.yaml` and `policy.yaml`: key → what it is called and what it says. */
export const citations: Check<Readonly<Record<string, Citation>>> = mapOf(
  record({ title: required(text({ max: 300 })), says: required(text()) }),
);
