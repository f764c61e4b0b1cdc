import type { Force } from "../model/frame.ts";
import type { Term } from "../model/sentence.ts";
import type { Clause } from "./clauses.ts";

const CONDITION: ReadonlySet<string> = new Set(
  "if whether when whenever unless once until before anyone everyone whoever whatever however wherever".split(
    " ",
  ),
);
const HYPOTHETICAL: ReadonlySet<string> = new Set([
  "ever",
  "suppose",
  "imagine",
  "say",
  "should",
  "would",
  "could",
  "might",
  "may",
  "anyone",
]);
const OPENING_QUOTE = /["“«]$/u;
const CLOSING_QUOTE = /^[.,!?…]*["”»]/u;

/** Index ranges of quoted speech of three words and more. */
export function quotedRanges(terms: readonly Term[]): readonly { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let start = -1;
  for (const [at, term] of terms.entries()) {
    if (start < 0 && OPENING_QUOTE.test(term.pre)) start = at;
    if (start >= 0 && CLOSING_QUOTE.test(term.post)) {
      if (at - start >= 2) ranges.push({ start, end: at + 1 });
      start = -1;
    }
  }
  if (start >= 0 && terms.length - start >= 3) ranges.push({ start, end: terms.length });
  return ranges;
}

/** How a clause is meant: stated, asked, supposed, quoted. */
export function forceOf(
  terms: readonly Term[],
  clauses: readonly Clause[],
  clause: Clause,
  quoted: readonly { start: number; end: number }[],
): Force {
  if (quoted.some(({ start, end }) => clause.start >= start && clause.end <= end)) return "quoted";
  if (CONDITION.has(clause.opener)) return "conditional";
  if (inheritsCondition(terms, clauses, clause)) return "conditional";
  const words = terms.slice(clause.start, clause.end);
  if (
    words.some(({ normal }) => normal === "ever") &&
    !words.some(({ normal }) => normal === "only" || normal === "hardly")
  )
    return "generic";
  if (words.some(({ normal }) => normal === "hope")) return "idiom";
  const first = words[0]?.normal ?? "";
  if (HYPOTHETICAL.has(first)) return "conditional";
  if (words.some(({ tags }) => tags.has("@anyone"))) return "generic";
  return clause.question ? "question" : "statement";
}

/** `If you bought it, loved it and wore it out, …`: the list goes on until a new subject. */
function inheritsCondition(
  terms: readonly Term[],
  clauses: readonly Clause[],
  clause: Clause,
): boolean {
  let at = clauses.indexOf(clause);
  while (at > 0 && goesOn(terms[clauses[at]?.start ?? 0])) {
    at--;
    if (CONDITION.has(clauses[at]?.opener ?? "")) return true;
  }
  return false;
}

/** `and you left it`, `loved it`. */
function goesOn(first: Term | undefined): boolean {
  if (first === undefined) return false;
  return first.normal === "and" || first.normal === "or" || first.tags.has("PastTense");
}
