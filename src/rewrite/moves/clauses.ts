import { isKept, type Pieces } from "../draft.ts";
import { type Line, spanOf, wordsEnd } from "../line.ts";
import { appealIn, hasVerb, standalone } from "../standalone.ts";
import { asSentence, rangeAsSentence, type Variant } from "../variant.ts";

const REASON = "Starts with the offer and leaves out how it came about.";

/** Keeps the clauses that sell and leaves out those that tell: the end, the start, or both. */
export function cutClauses(line: Line): readonly Variant[] {
  const { chunks } = line;
  if (chunks.length < 2) return [];
  return [...suffixes(line), ...prefixes(line), ...withoutMiddle(line)];
}

function suffixes(line: Line): readonly Variant[] {
  const { chunks } = line;
  const last = chunks.findLastIndex(({ reveals }) => reveals);
  const end = wordsEnd(line);
  for (const chunk of chunks.slice(last + 1, last + 4)) {
    const range = standalone(line, { start: chunk.start, end });
    if (range === undefined) continue;
    const skipped = chunk.start - (chunks[last + 1]?.start ?? 0);
    return [variant(line, range, skipped > 0 ? 1 : 0)];
  }
  return [];
}

function prefixes(line: Line): readonly Variant[] {
  const { chunks } = line;
  const first = chunks.findIndex(({ reveals }) => reveals);
  for (let at = first; at > 0 && at > first - 3; at--) {
    const end = chunks[at]?.start ?? 0;
    const range = standalone(line, { start: 0, end });
    if (range === undefined || !hasVerbOrOffer(line, range)) continue;
    // A condition or a reason in front belongs to the clause that went.
    if (SUBORDINATE.has(line.terms[range.start]?.normal ?? "")) continue;
    return [variant(line, range, at < first ? 1 : 0)];
  }
  return [];
}

const SUBORDINATE: ReadonlySet<string> = new Set(
  "if when since because as while after given based".split(" "),
);

function hasVerbOrOffer(
  line: Line,
  { start, end }: { readonly start: number; readonly end: number },
) {
  return hasVerb(line, start, end) || appealIn(line, start, end) >= 3;
}

function variant(
  line: Line,
  range: { readonly start: number; readonly end: number },
  cost: number,
): Variant {
  return {
    move: "offer-first",
    tier: "safe",
    reason: REASON,
    pieces: rangeAsSentence(line, range.start, range.end),
    cost: cost + (appealIn(line, range.start, range.end) === 0 ? 2 : 0),
  };
}

const ASIDE: ReadonlySet<string> = new Set(
  "which who that like as since because going judging based given after with per according thanks".split(
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
      cost: isAside ? 0 : 3,
    },
  ];
}

function jointOf({ terms }: Line, from: number, to: number): string {
  const before = terms[from - 1]?.post ?? " ";
  const next = terms[to];
  if (next?.tags.has("Verb") || next?.tags.has("Preposition") || next?.tags.has("@rewrite-resume"))
    return " ";
  return BREAKS.test(before) ? before.replace(OPEN_BRACKET, "") : " ";
}

const BREAKS = /[,;:—–-]/u;
