import { isCall } from "./appeal.ts";
import type { Line } from "./line.ts";
import { productsIn } from "./products.ts";

const OPENERS: ReadonlySet<string> = new Set(
  "so and but or then therefore thus hence well anyway yet plus also either luckily happily still naturally".split(
    " ",
  ),
);
const BAD_START: ReadonlySet<string> = new Set(
  (
    "which who whom whose because since than of by about until while as after before though although " +
    "to into onto like that too either nor never is are has was were has had been being"
  ).split(" "),
);
const CONDITIONS: ReadonlySet<string> = new Set(
  "if when whenever whether where once unless".split(" "),
);
const BAD_END: ReadonlySet<string> = new Set(
  (
    "and but so because that which who to the a an of for with as if or at by on in from your our my " +
    "is are was were has have into than i we and/or about"
  ).split(" "),
);
/** What a clause that stands behind `with` may begin with once the word is gone. */
const WITH = "with";

export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a run of terms that can stand as a sentence of its own, without the word that tied
 * it to the clause before. Undefined where nothing can.
 */
export function standalone(line: Line, range: Range): Range | undefined {
  const start = firstOwnWord(line, range);
  let end = range.end;
  while (end > start && line.terms[end - 1]?.normal === "") end--;
  const own = { start, end };
  if (end <= start || !hasGoodEdges(line, own)) return undefined;
  return saysSomething(line, own, start > range.start) ? own : undefined;
}

function hasGoodEdges({ terms }: Line, { start, end }: Range): boolean {
  const words = terms.slice(start, end);
  const first = words[0];
  if (first === undefined || BAD_START.has(first.normal)) return false;
  if (BAD_END.has(words.at(-1)?.normal ?? "")) return false;
  // `Saw on your page`, `Gave $40`: somebody who is not there did it.
  return !first.tags.has("PastTense") || isCall(words);
}

function saysSomething(line: Line, { start, end }: Range, isUntied: boolean): boolean {
  const words = line.terms.slice(start, end);
  const first = words[0]?.normal ?? "";
  const appeal = appealIn(line, start, end);
  if (!words.some(isWord) || (words.length < 2 && appeal < 3)) return false;
  const says = hasVerb(line, start, end, isUntied) || first === "time" || isNamed(line, start, end);
  if (!says && appeal < 4) return false;
  return !CONDITIONS.has(first) || hasMain(line, start, end);
}

/** `…: garden flats, Hove`: behind a colon a name is enough. */
function isNamed(line: Line, start: number, end: number): boolean {
  const colon = line.terms[start - 1]?.post.includes(":") === true;
  return colon && productsIn(line, start, end).length > 0;
}

/** More than a price, a number or a little word. */
function isWord({ tags, normal }: Line["terms"][number]): boolean {
  if (normal === "off" || normal === "half") return true;
  if (tags.has("Money") || tags.has("Value") || tags.has("Percent") || normal === "") return false;
  return tags.has("Noun") || tags.has("Verb") || tags.has("Adjective");
}

function firstOwnWord({ terms }: Line, { start, end }: Range): number {
  let at = start;
  while (at < end - 1 && (isOpener(terms, at) || terms[at]?.normal === "")) at++;
  const next = terms[at + 1];
  const isPrice = next?.tags.has("Money") || next?.tags.has("Percent") || next?.normal === "free";
  return terms[at]?.normal === WITH && isPrice ? at + 1 : at;
}

/** A word that ties a sentence to the one before, unless the verb follows it: `So has our offer`. */
export function isOpener(terms: Line["terms"], at: number): boolean {
  const next = terms[at + 1];
  if (!OPENERS.has(terms[at]?.normal ?? "")) return false;
  return !(
    next?.tags.has("Auxiliary") ||
    next?.tags.has("Copula") ||
    AUXILIARIES.has(next?.normal ?? "")
  );
}

const AUXILIARIES: ReadonlySet<string> = new Set(
  "is are was were has have do does did can will".split(" "),
);

export function appealIn({ chunks }: Line, start: number, end: number): number {
  return chunks
    .filter((chunk) => chunk.start < end && chunk.end > start)
    .reduce((most, { appeal }) => Math.max(most, appeal), 0);
}

/** It has a finite verb; `bare` says that one without a subject at the start commands. */
export function hasVerb(line: Line, start: number, end: number, bare = false): boolean {
  const { terms, sentence } = line;
  if (isCall(terms.slice(start, end))) return true;
  return sentence.predicates.some(
    ({ verb, tense, subject }) =>
      verb >= start &&
      verb < end &&
      !(tense === "bare" && subject === "elided" && !(bare && verb === start)) &&
      terms[verb]?.tags.has("Gerund") !== true,
  );
}

/** Behind its condition comes a clause of its own. */
function hasMain(line: Line, start: number, end: number): boolean {
  const [first, ...rest] = line.chunks.filter((chunk) => chunk.start < end && chunk.end > start);
  return (
    first !== undefined &&
    rest.some(
      (chunk) =>
        !isSubordinate(line, chunk.start) && hasVerb(line, chunk.start, Math.min(chunk.end, end)),
    )
  );
}

function isSubordinate({ terms }: Line, at: number): boolean {
  const word = terms[at]?.normal ?? "";
  return BAD_START.has(word) || CONDITIONS.has(word);
}
