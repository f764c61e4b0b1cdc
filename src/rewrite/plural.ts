const SIBILANT = /(?:s|x|z|ch|sh)$/u;
const CONSONANT_Y = /[^aeiou]y$/u;
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["man", "men"],
  ["woman", "women"],
  ["person", "people"],
  ["child", "children"],
  ["wife", "wives"],
  ["foot", "feet"],
  ["mouse", "mice"],
]);

/** The plural of an English noun, with its first letters as they are. */
export function pluralOf(noun: string): string {
  const lower = noun.toLowerCase();
  if (noun.length > 1 && noun !== lower && noun === noun.toUpperCase())
    return pluralOf(lower).toUpperCase();
  for (const [one, many] of IRREGULAR) {
    if (lower.endsWith(one)) return noun.slice(0, noun.length - one.length) + many;
  }
  if (CONSONANT_Y.test(lower)) return `${noun.slice(0, -1)}ies`;
  return SIBILANT.test(lower) ? `${noun}es` : `${noun}s`;
}
