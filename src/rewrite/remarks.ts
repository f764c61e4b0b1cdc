import { appealOf, isCall } from "./appeal.ts";
import { type Line, wordsEnd } from "./line.ts";

const INVITES: ReadonlySet<string> = new Set(
  "shall may can could would want fancy worth need how ready care why who what interested".split(
    " ",
  ),
);
const POINTERS: ReadonlySet<string> = new Set(
  "you your u it that this them they him her we".split(" "),
);
const KEPT: ReadonlySet<string> = new Set(
  "hi hello dear hey thanks thank regards cheers morning sorry welcome".split(" "),
);

/** A short remark on what was told (`Painful.`, `Was it the fees?`), which hangs in the air alone. */
export function isRemark(line: Line): boolean {
  const words = line.terms.slice(0, wordsEnd(line)).filter(({ normal }) => normal !== "");
  const first = words[0]?.normal ?? "";
  if (words.length === 0 || KEPT.has(first)) return false;
  if (appealOf(words) >= 3 || isCall(words)) return false;
  const asks = line.sentence.text.includes("?");
  if (asks)
    return !INVITES.has(first) && (words.length <= 5 || points(words[1]?.normal) || points(first));
  if (words.length <= 4) return appealOf(words) < 2 || !hasVerb(line);
  return appealOf(words) < 1 && words.some(({ normal }) => POINTERS.has(normal));
}

function points(word: string | undefined): boolean {
  return POINTERS.has(word ?? "");
}

function hasVerb({ sentence }: Line): boolean {
  return sentence.predicates.length > 0;
}

/** A short line that only leads up to the telling: `Confession time.` */
export function isLeadIn(line: Line): boolean {
  const words = line.terms.slice(0, wordsEnd(line));
  return (
    words.length <= 6 && words.some(({ tags }) => tags.has("@rewrite-lead-in")) && !isCall(words)
  );
}

const OPENERS: ReadonlySet<string> = new Set(
  "so and but anyway then still also plus luckily happily instead meanwhile therefore hence".split(
    " ",
  ),
);
const PHRASES: ReadonlySet<string> = new Set([
  "either way",
  "that said",
  "in that case",
  "if so",
  "no worries",
  "no problem",
  "no judgement",
  "no judgment",
  "until then",
  "by the way",
  "in any case",
  "as it happens",
  "just in case",
]);

/** The first word of a line behind one that is gone, past `So` and `Either way`. */
export function firstOwnTerm({ terms, chunks }: Line): number {
  const [chunk] = chunks;
  const words = terms.slice(0, chunk?.end ?? 0).map(({ normal }) => normal);
  if (chunk !== undefined && chunk.end < terms.length && PHRASES.has(words.join(" ")))
    return chunk.end;
  let at = 0;
  while (at < terms.length - 2 && OPENERS.has(terms[at]?.normal ?? "")) at++;
  return at;
}
