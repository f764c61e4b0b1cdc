import type { Field, FieldClass } from "../model/field.ts";

const QUOTED = /"([^"\n]{2,60})"|'([^'\n]{2,60})'/gu;
/** Mailchimp compares without quotes: `RELIGION=Jewish`, `Health:Depression`. */
const BARE = /^[\w ]{1,40}[=:]\s*([\w: -]{2,60})$/u;
const MOST_VALUES = 20;
const LONGEST_TEST = 500;
/** What is compared with such a field says nothing of the reader. */
const THINGS: ReadonlySet<FieldClass> = new Set([
  "product",
  "content",
  "offer",
  "company",
  "date",
  "time",
  "place",
  "device",
  "token",
  "name",
]);

/** `skin = "psoriasis"`: what a field is compared with can be the trait. */
export function traitsIn(
  test: string,
  fields: readonly Field[],
  classify: (words: string) => Field,
): readonly Field[] {
  if (fields.length > 0 && fields.every(isNoTrait)) return [];
  return valuesIn(test.slice(0, LONGEST_TEST)).slice(0, MOST_VALUES).map(classify).filter(isTrait);
}

function valuesIn(test: string): readonly string[] {
  const quoted = Array.from(test.matchAll(QUOTED), ([, double, single]) => double ?? single ?? "");
  const bare = BARE.exec(test.trim())?.[1];
  return bare === undefined ? quoted : [...quoted, bare];
}

function isNoTrait({ is, from }: Field): boolean {
  return from === "told" || THINGS.has(is);
}

function isTrait({ is, from, sensitive }: Field): boolean {
  return sensitive || (is === "prediction" && from === "inferred");
}
