import type { Pieces } from "../draft.ts";
import { type Line, spanOf, wordsEnd } from "../line.ts";
import { pluralOf } from "../plural.ts";
import { asSentence, type Variant } from "../variant.ts";

const REASON = "Speaks of people like these, and leaves it to the reader to be one.";
const ARTICLES: ReadonlySet<string> = new Set(["a", "an"]);
const VERBS: ReadonlyMap<string, string> = new Map([
  ["will", "will"],
  ["can", "can"],
  ["get", "get"],
  ["may", "may"],
  ["go", "go"],
  ["qualify", "qualify"],
  ["save", "save"],
  ["pay", "pay"],
  ["need", "need"],
  ["deserve", "deserve"],
  ["know", "know"],
]);

/** `As a trail runner, you get 10% off` → `Trail runners get 10% off`. */
export function nameCluster(line: Line): readonly Variant[] {
  const { terms } = line;
  const as = terms.findIndex(({ normal }) => normal === "as" || normal === "being");
  if (as < 0 || as > 2 || !ARTICLES.has(terms[as + 1]?.normal ?? "")) return [];
  const you = terms.findIndex(({ normal }, at) => at > as + 2 && normal === "you");
  if (you < 0 || you - as > 8) return [];
  const label = labelOf(line, as + 2, you);
  if (label === undefined) return [];
  const end = wordsEnd(line);
  const verb = terms[you + 1];
  const contracted = verb !== undefined && verb.span.start === terms[you]?.span.start;
  const rest = contracted ? you + 2 : you + 1;
  const first = VERBS.get(verb?.normal ?? "");
  if (verb === undefined || first === undefined || rest >= end) return [];
  const head: Pieces = [...label, contracted ? ` ${first} ` : " "];
  const pieces = [
    ...head,
    { start: terms[rest]?.span.start ?? 0, end: spanOf(line, rest, end).end },
  ];
  const addressed = terms.slice(rest).some(({ normal }) => normal === "you" || normal === "your");
  if (addressed) return [];
  return [
    {
      move: "cluster",
      tier: "unsafe",
      reason: REASON,
      pieces: asSentence(line, pieces, { asks: false }),
      cost: 1,
    },
  ];
}

/** The label in the plural; undefined where it is more than a plain noun. */
function labelOf(line: Line, start: number, you: number): Pieces | undefined {
  const { terms } = line;
  let end = you;
  while (end > start && SELF.has(terms[end - 1]?.normal ?? "")) end--;
  const head = terms[end - 1];
  const words = terms.slice(start, end);
  if (head === undefined || words.length === 0 || words.length > 3) return undefined;
  if (
    words.some(({ tags }) => tags.has("Preposition") || tags.has("Verb") || tags.has("Conjunction"))
  )
    return undefined;
  if (words.some(({ normal }) => DATED.has(normal)) || head.hole !== undefined) return undefined;
  if (!head.tags.has("Noun")) return undefined;
  const from = words[0]?.span.start ?? 0;
  return [
    ...(from < head.span.start ? [{ start: from, end: head.span.start }] : []),
    pluralOf(line.segment.text.slice(head.span.start, head.span.end)),
  ];
}

const SELF: ReadonlySet<string> = new Set(["", "yourself"]);
const DATED: ReadonlySet<string> = new Set("recent new former fellow valued loyal".split(" "));
