/** A condition without what turns it around. */
export interface Polarity {
  readonly test: string;
  readonly negated: boolean;
}

const COMPOUND = /\b(?:and|or)\b|&&|\|\|/iu;
const NOT = /^(?:not\b\s*|!(?!=)\s*)(?=\S)/iu;
const EMPTY_CALL = /^(?:empty|is_?empty|is_?null|is_?blank)\s*\(([^()]{1,200})\)$/iu;
const IS_EMPTY = /^([^\s=!<>]{1,200})\s*(?:==?=?|is)\s*(?:blank|empty|nil|null|none|""|'')$/iu;
const ASKS_EMPTY = /^([^\s?]{1,200})\.(?:blank|nil|empty)\?$/u;

/** Turns `not x`, `!x` and `empty(x)` into `x`, negated. What is put together stays as it is. */
export function readPolarity({ test, negated }: Polarity): Polarity {
  if (COMPOUND.test(test)) return { test, negated };
  const not = NOT.exec(test)?.[0];
  if (not !== undefined) return readPolarity({ test: test.slice(not.length), negated: !negated });
  const empty = EMPTY_CALL.exec(test) ?? IS_EMPTY.exec(test) ?? ASKS_EMPTY.exec(test);
  return empty?.[1] === undefined ? { test, negated } : { test: empty[1], negated: !negated };
}
