import type { Pieces } from "../draft.ts";
import { type Line, wordsEnd } from "../line.ts";
import type { NounPhrase } from "../noun-phrases.ts";
import { definite, isNameable, productsIn, weightOf } from "../products.ts";
import { asSentence, type Variant } from "../variant.ts";
import { say } from "../voice.ts";

/** Families of rules whose words name a thing that the reader has not bought yet. */
const WANTED = /^(?:activity\/(?:browsing|cart|search)|retargeting|crowd)/u;
/** Families that often do. */
const SEEN = /^(?:activity\/(?!purchase|absence)|watching)/u;

/** What the copy loses where it no longer names the thing. */
export function lossOf(line: Line): number {
  const product = bestProduct(line);
  const id = line.found[0]?.match.rule.id ?? "";
  if (product === undefined) return 0;
  if (WANTED.test(id)) return 2;
  return SEEN.test(id) && isSoughtAfter(line, product) ? 1.2 : 0;
}

const VERBS: readonly (readonly [tag: string, verb: string])[] = [
  ["@rewrite-watch", "watch"],
  ["@rewrite-hear", "listen to"],
  ["@rewrite-read", "read"],
  ["@rewrite-book", "book"],
  ["@rewrite-try", "try"],
];

/** A line that is all about the thing: `Meet the Alta tent.` */
export function presentProduct(line: Line): readonly Variant[] {
  const product = bestProduct(line);
  if (product === undefined) return [];
  const weight = weightOf(line, product);
  const ids = line.found.map(({ match }) => match.rule.id);
  const lost = Math.min(line.appeal, 3) * 0.8;
  const cost = lost + costOf(ids, weight, isSoughtAfter(line, product));
  const verb = verbFor(line, product);
  const named = definite(product);
  const lines: readonly (readonly [string, Variant["move"], number, string])[] = [
    [`${capital(verb ?? "meet")} `, "category", cost, ""],
    [verb === undefined ? "Take a look at " : "Here is ", "offer-first", cost + 1, ""],
    ["Questions about ", "service-help", cost + 2, "? We're here to help"],
  ];
  return lines.map(([before, move, price, after]) => ({
    move,
    tier: "unsafe",
    reason: REASONS[move] ?? "",
    pieces: asSentence(
      line,
      [say(before, line.voice), ...voiced(line, named), say(after, line.voice)].filter(
        (one) => one !== "",
      ),
      { asks: false },
    ),
    names: [product],
    cost: price,
  }));
}

/** What the reader is said to have done was to look at it. */
function isSoughtAfter({ terms }: Line, { start, determiner }: NounPhrase): boolean {
  const at = determiner === "" ? start : start - 1;
  return [terms[at - 1], terms[at - 2]].some((term) =>
    SOUGHT.some((tag) => term?.tags.has(tag) === true),
  );
}

const SOUGHT: readonly string[] = ["@browse", "@search", "@cart", "@liking"];

function costOf(ids: readonly string[], weight: number, sought: boolean): number {
  if (ids.some((id) => WANTED.test(id))) return weight < 2 ? 4.5 : 1.5;
  if (sought && weight >= 2 && ids.some((id) => SEEN.test(id))) return 1.8;
  return weight < 2 ? 8 : 6;
}

const REASONS: Partial<Record<Variant["move"], string>> = {
  category: "Makes the thing the subject and leaves out the reader.",
  "offer-first": "Shows the thing and does not say who looked at it.",
  "service-help": "Offers help and does not say why.",
};

function voiced({ voice }: Line, pieces: Pieces): Pieces {
  return pieces.map((piece) => (typeof piece === "string" ? say(piece, voice) : piece));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function verbFor({ terms }: Line, { head }: NounPhrase): string | undefined {
  const tags = terms[head]?.tags;
  return VERBS.find(([tag]) => tags?.has(tag) === true)?.[1];
}

const PALE: ReadonlySet<string> = new Set(
  "other same own usual good great whole certain last next first second third".split(" "),
);

/** `the other ISA`, `the good deal`: nothing that one would be shown. */
function isPale({ terms }: Line, { start }: NounPhrase): boolean {
  return PALE.has(terms[start]?.normal ?? "");
}

/** The thing that the telling is about: a named or definite one first, then the last. */
export function bestProduct(line: Line): NounPhrase | undefined {
  const products = productsIn(line, 0, wordsEnd(line)).filter(
    (one) => isNameable(line, one) && weightOf(line, one) > 0 && !isPale(line, one),
  );
  const ranked = products
    .map((product, index) => ({ product, weight: weightOf(line, product) - index / 100 }))
    .sort((a, b) => b.weight - a.weight);
  return ranked[0]?.product;
}
