import { resolve } from "../anaphora.ts";
import { type Line, spanOf, wordsEnd } from "../line.ts";
import { asksAt, asSentence, type Variant } from "../variant.ts";

const TRAITS = /^(?:attribute|inference)\//u;
const TIES: ReadonlySet<string> = new Set("at in on with for under given after by".split(" "));

/** `With your condition, you need this`: what is left would say nothing. */
const POINTERS: ReadonlySet<string> = new Set("this that these those it them one".split(" "));

/** `At your age, good sleep matters.` → `Good sleep matters.` The opener goes as a whole. */
export function cutOpener(line: Line): readonly Variant[] {
  const { terms, chunks, found, marked } = line;
  const [opener, main] = chunks;
  if (opener === undefined || main === undefined || terms[1]?.normal !== "your") return [];
  if (!TIES.has(terms[0]?.normal ?? "") || !marked.slice(0, opener.end).some(Boolean)) return [];
  if (!found.some(({ match }) => TRAITS.test(match.rule.id))) return [];
  const end = wordsEnd(line);
  if (end - main.start < 2 || POINTERS.has(terms[end - 1]?.normal ?? "")) return [];
  const { pieces, dangling } = resolve(line, [spanOf(line, main.start, end)], []);
  if (dangling > 0) return [];
  return [
    {
      move: "offer-first",
      tier: "safe",
      reason: "Leaves out what it says about the reader.",
      pieces: asSentence(line, pieces, { asks: asksAt(line, end) }),
      cost: 1,
    },
  ];
}
