const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["can't", "can not"],
  ["won't", "will not"],
  ["shan't", "shall not"],
  ["cannot", "can not"],
]);
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/n't$/u, " not"],
  [/'re$/u, " are"],
  [/'ve$/u, " have"],
  [/'ll$/u, " will"],
  [/'m$/u, " am"],
  [/^(it|that|what|how|who|where|there|here|she|he|someone|somebody|when)'s$/u, "$1 is"],
];

/** Opens the contractions of a phrase as the tagger does: `we've` is two words, `we have`. */
export function openContractions(phrase: string): string {
  return phrase
    .split(" ")
    .map((word) => IRREGULAR.get(word) ?? openEnding(word))
    .join(" ");
}

function openEnding(word: string): string {
  const fit = ENDINGS.find(([ending]) => ending.test(word));
  return fit === undefined ? word : word.replace(fit[0], fit[1]);
}
