import type { Field } from "../model/field.ts";

const VALUE = /[A-Za-z][A-Za-z_-]{2,30}/gu;
const MOST_VALUES = 20;
const LONGEST_TEST = 500;
const TRAITS: ReadonlySet<string> = new Set(["health", "finance", "belief"]);

/** `skin = "psoriasis"`: what a field is compared with can be the trait. */
export function traitsIn(
  test: string,
  fields: readonly string[],
  classify: (word: string) => Field,
): readonly Field[] {
  const words = Array.from(test.slice(0, LONGEST_TEST).matchAll(VALUE), ([word]) => word);
  return words
    .filter((word) => !fields.includes(word))
    .slice(0, MOST_VALUES)
    .map(classify)
    .filter(({ is, sensitive }) => sensitive && TRAITS.has(is));
}
