import type { Pieces } from "../draft.ts";
import { type Line, spanOf, wordsEnd } from "../line.ts";
import { asSentence, type Variant } from "../variant.ts";
import { say } from "../voice.ts";

const STARTS: ReadonlySet<string> = new Set(["our", "the"]);
const LIKES: ReadonlySet<string> = new Set(["like", "love", "enjoy"]);
const POINTS: ReadonlySet<string> = new Set(["this", "next", "on"]);

/** `perhaps you'll like our sale on brooms this weekend` → `Our sale on brooms is on this weekend`. */
export function announce(line: Line): readonly Variant[] {
  const { terms } = line;
  const end = wordsEnd(line);
  const like = terms.findLastIndex(({ normal }) => LIKES.has(normal));
  const start = like + 1;
  const noun = terms[start + 1];
  if (like < 1 || !STARTS.has(terms[start]?.normal ?? "")) return [];
  if (noun?.tags.has("@rewrite-event") !== true) return [];
  const when = terms.findIndex((_, at) => at > start + 1 && opensDate(terms, at));
  if (when < 0 || !terms.slice(when, end).some(({ tags }) => tags.has("Date"))) return [];
  const pieces: Pieces = [
    spanOf(line, start, when),
    say(" is on ", line.voice),
    spanOf(line, when, end),
  ];
  return [
    {
      move: "offer-first",
      tier: "unsafe",
      reason: "Starts with the offer and leaves out how it came about.",
      pieces: asSentence(line, pieces, { asks: false }),
      cost: -0.5,
    },
  ];
}

function opensDate(terms: Line["terms"], at: number): boolean {
  const { tags, normal } = terms[at] ?? { tags: new Set<string>(), normal: "" };
  if (tags.has("WeekDay")) return terms[at - 1]?.normal !== "on";
  return POINTS.has(normal) && terms[at + 1]?.tags.has("Date") === true && normal !== "on";
}
