import { antecedentsIn, resolve } from "../anaphora.ts";
import { isCall } from "../appeal.ts";
import { isKept, type Pieces } from "../draft.ts";
import { type Line, spanOf, wordsEnd } from "../line.ts";
import { productsIn } from "../products.ts";
import { appealIn, hasVerb, type Range, standalone } from "../standalone.ts";
import { asksAt, asSentence, type Variant } from "../variant.ts";
import { say } from "../voice.ts";

const REASON = "Starts with the offer and leaves out how it came about.";

/** Keeps the clauses that sell and leaves out those that tell: the end, the start, or both. */
export function cutClauses(line: Line): readonly Variant[] {
  const { chunks } = line;
  if (chunks.length < 2) return [];
  return [...suffixes(line), ...prefixes(line), ...withoutMiddle(line)];
}

/** From each clause to the end, where none behind it tells of the reader in so many words. */
function suffixes(line: Line): readonly Variant[] {
  const { chunks, terms } = line;
  const end = wordsEnd(line);
  const first = chunks.findLastIndex(({ tells }) => tells) + 1;
  const found: Variant[] = [];
  for (const [at, chunk] of chunks.entries()) {
    const shared = at > 0 ? sharedSubject(line, chunk.start, end) : undefined;
    if (shared !== undefined) found.push(shared);
    if (at < Math.max(first, 1) || found.length === 2) continue;
    const before = chunks.slice(0, at);
    const range = standalone(line, { start: chunk.start, end });
    if (range === undefined) continue;
    const free = before.some(({ reveals }) => reveals) ? 0 : 1;
    found.push(variant(line, range, free + suffixCost(line, range, before.at(-1)?.end ?? 0)));
    if (terms[chunk.start]?.normal === "so") break;
  }
  return found;
}

const SENDER: ReadonlySet<string> = new Set(["we", "i"]);

/** `We have seen you, and would be honoured to …` → `We would be honoured to …`. */
function sharedSubject(line: Line, start: number, end: number): Variant | undefined {
  const { terms } = line;
  const subject = terms[0];
  const verb = terms[start + 1];
  if (subject === undefined || !SENDER.has(subject.normal) || terms[start]?.normal !== "and")
    return undefined;
  if (verb === undefined || !(verb.tags.has("Modal") || verb.tags.has("Auxiliary")))
    return undefined;
  const word = subject.normal === "i" ? "I" : "We";
  const pieces = [say(`${word} `, line.voice), spanOf(line, start + 1, end)];
  return {
    move: "offer-first",
    tier: "unsafe",
    reason: REASON,
    pieces: asSentence(line, pieces, { asks: asksAt(line, end) }),
    cost: 1.5,
  };
}

/** A clause is safest to stand alone where it opens like a sentence and sells. */
function suffixCost(line: Line, { start, end }: Range, joint: number): number {
  const { terms, chunks } = line;
  const marked = chunks.some((chunk) => chunk.start >= joint && chunk.reveals) ? 1 : 0;
  const first = terms[start];
  const opens =
    isCall(terms.slice(start, end)) ||
    isWish(terms, start) ||
    (first !== undefined &&
      (STARTS.has(first.normal) || first.tags.has("Money") || first.tags.has("Percent")));
  const appeal = appealIn(line, start, end);
  const head = chunks.find((chunk) => chunk.end > start);
  const abrupt = head !== undefined && head.appeal < 3 && !hasVerb(line, start, head.end);
  const full = hasVerb(line, start, end) || appeal >= 3;
  return (
    marked +
    (addresses(line, start, end) ? 1.5 : 0) +
    (abrupt ? 2 : 0) +
    (opens ? 0 : 1) +
    (full ? 0 : 2) +
    (appeal >= 2 ? 0 : 1.5)
  );
}

/** It opens with what is on offer, and says what it is or does. */
function isSound({ terms, sentence }: Line, { start, end }: Range): boolean {
  const opener = terms[start];
  if (opener?.tags.has("ProperNoun") !== true && !OFFERS.has(opener?.normal ?? "")) return false;
  const [first] = sentence.predicates.filter(({ verb }) => verb >= start && verb < end);
  return (
    first !== undefined && !first.negated && (first.tense === "present" || first.tense === "modal")
  );
}

const OFFERS: ReadonlySet<string> = new Set(["the", "our", "this", "these", "a", "an", "here"]);

/** It goes on about the reader. */
function addresses({ terms }: Line, start: number, end: number): boolean {
  const from = isWish(terms, start) ? start + 1 : start;
  const words = terms.slice(from, end);
  return words.some(({ normal }, at) => READER.has(normal) && words[at - 1]?.normal !== "for");
}

const MODALS: ReadonlySet<string> = new Set(["will", "may", "might", "be", "also"]);
const WISHES: ReadonlySet<string> = new Set("want wanting love like need enjoy find".split(" "));

/** `you'll want the red one`: a guess that every ad may make. */
function isWish(terms: Line["terms"], start: number): boolean {
  if (terms[start]?.normal !== "you") return false;
  let at = start + 1;
  while (MODALS.has(terms[at]?.normal ?? "")) at++;
  return at > start + 1 && WISHES.has(terms[at]?.normal ?? "");
}

const READER: ReadonlySet<string> = new Set(["you", "your", "yours"]);

const STARTS: ReadonlySet<string> = new Set(
  "here there the a an our we this these perhaps let how why every one two three all".split(" "),
);

/** From the start up to each clause that tells. */
function prefixes(line: Line): readonly Variant[] {
  const { chunks } = line;
  // Where everything is marked, the first clause may still be innocent.
  const first = Math.max(
    chunks.findIndex(({ reveals }) => reveals),
    1,
  );
  for (let at = first; at > 0 && at > first - 3; at--) {
    const range = opening(line, chunks[at]?.start ?? 0);
    if (range === undefined || chunks.slice(0, at).some(({ tells }) => tells)) continue;
    const marked = chunks[0]?.reveals === true ? 2 : 0;
    return [variant(line, range, marked + (at < first ? 1 : 0) + prefixCost(line, range))];
  }
  return [];
}

function prefixCost(line: Line, { start, end }: Range): number {
  return (appealIn(line, start, end) >= 3 ? 0 : 2.5) + (addresses(line, start, end) ? 1 : 0);
}

/** The sentence up to a clause, where that says something whole. */
function opening(line: Line, end: number): Range | undefined {
  const range = standalone(line, { start: 0, end });
  if (range === undefined || !hasVerbOrOffer(line, range) || isTag(line, end)) return undefined;
  // A condition or a reason in front belongs to the clause that went.
  return SUBORDINATE.has(line.terms[range.start]?.normal ?? "") ? undefined : range;
}

const SUBORDINATE: ReadonlySet<string> = new Set(
  "if when since because as while after given based with being now seeing".split(" "),
);

/** What is cut is no more than `…, are we?` or `…, huh?`. */
function isTag(line: Line, from: number): boolean {
  const end = wordsEnd(line);
  return end - from <= 3 && (line.terms[end - 1]?.post ?? "").includes("?");
}

function hasVerbOrOffer(
  line: Line,
  { start, end }: { readonly start: number; readonly end: number },
) {
  if (hasVerb(line, start, end) || appealIn(line, start, end) >= 4) return true;
  return start === 0 && productsIn(line, start, end).length > 0 && end - start > 2;
}

function variant(line: Line, range: Range, cost: number): Variant {
  const raw: Pieces = [spanOf(line, range.start, range.end)];
  const gone = antecedentsIn(line).filter(({ phrase }) => phrase.end <= range.start);
  const { pieces, dangling } = resolve(line, raw, gone);
  return {
    move: "offer-first",
    tier: pieces === raw ? "safe" : "unsafe",
    reason: REASON,
    pieces: asSentence(line, pieces, { asks: asksAt(line, range.end) }),
    sound: isSound(line, range),
    cost: cost + dangling * 2,
  };
}

const ASIDE: ReadonlySet<string> = new Set(
  "which who that like as since because going judging based given after with per according thanks caught spotted seen logged recorded".split(
    " ",
  ),
);
const OPEN_BRACKET = /\($/u;

/** Takes an aside out of the middle: `The tent, which you viewed twice, is back.` */
function withoutMiddle(line: Line): readonly Variant[] {
  const { chunks, terms } = line;
  const first = chunks.findIndex(({ reveals }) => reveals);
  const last = chunks.findLastIndex(({ reveals }) => reveals);
  const from = chunks[first]?.start ?? 0;
  const to = chunks[last]?.end ?? 0;
  const end = wordsEnd(line);
  if (first <= 0 || to >= end) return [];
  const isAside = ASIDE.has(terms[from]?.normal ?? "") || OPEN_BRACKET.test(terms[from]?.pre ?? "");
  if (!isAside) return [];
  const joint = jointOf(line, from, to);
  const pieces: Pieces = [spanOf(line, 0, from), joint, spanOf(line, to, end)];
  return [
    {
      move: "offer-first",
      tier: "safe",
      reason: REASON,
      pieces: asSentence(
        line,
        pieces.filter((one) => isKept(one) || one !== ""),
        { asks: true },
      ),
      cost: 0.5,
    },
  ];
}

function jointOf({ terms }: Line, from: number, to: number): string {
  if (LINKS.has(terms[from - 1]?.normal ?? "")) return " ";
  const before = terms[from - 1]?.post ?? " ";
  const next = terms[to];
  if (next?.tags.has("Verb") || next?.tags.has("Preposition") || next?.tags.has("@rewrite-resume"))
    return " ";
  return BREAKS.test(before) ? before.replace(OPEN_BRACKET, "") : " ";
}

const LINKS: ReadonlySet<string> = new Set(["and", "or", "but"]);
const BREAKS = /[,;:—–-]/u;
