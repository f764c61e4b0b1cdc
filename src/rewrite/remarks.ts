import { appealOf, isCall } from "./appeal.ts";
import { type Line, wordsEnd } from "./line.ts";
import { isNameable, productsIn } from "./products.ts";
import { isOpener } from "./standalone.ts";

const INVITES: ReadonlySet<string> = new Set(
  "shall may can could would want fancy worth need how ready care why who what interested should have got looking".split(
    " ",
  ),
);
const POINTERS: ReadonlySet<string> = new Set(
  "you your u it that this them they him her".split(" "),
);
const KEPT: ReadonlySet<string> = new Set(
  "hi hello ¡hola hola dear hey thanks thank regards cheers morning sorry welcome good happy great big".split(
    " ",
  ),
);
const ASKS: ReadonlySet<string> = new Set(
  "was were is are did do does has had am were isn't aren't right".split(" "),
);
const PERSONAL: ReadonlySet<string> = new Set(["reader", "reader-thing", "few", "third"]);

/** A short remark on what was told (`Painful.`, `Was it the fees?`), which hangs in the air alone. */
export function isRemark(line: Line): boolean {
  const words = line.terms.slice(0, wordsEnd(line)).filter(({ normal }) => normal !== "");
  const first = words[0]?.normal ?? "";
  if (words.length === 0 || KEPT.has(first)) return false;
  if (appealOf(words) >= 3 || callsToAct(line)) return false;
  if (tells(line)) return true;
  if (words.some(({ normal }) => normal === "we")) return false;
  if (isFragment(line) || (first === "you" && words[1]?.normal === "know" && words.length <= 5))
    return true;
  if (asks(line)) return asksBack(line);
  if (words.length <= 4)
    return appealOf(words) < 2 && (!words.some(({ tags }) => isPlainNoun(tags)) || points(line));
  return appealOf(words) < 1 && points(line) && !namesSomething(line);
}

/** `After eleven years.`, `Twice, from two accounts.` */
function isFragment(line: Line): boolean {
  const end = wordsEnd(line);
  const words = line.terms.slice(0, end);
  if (asks(line) || line.sentence.predicates.length > 0 || appealOf(words) >= 2) return false;
  return productsIn(line, 0, end).length === 0;
}

function isPlainNoun(tags: ReadonlySet<string>): boolean {
  return (tags.has("Noun") && !tags.has("Pronoun")) || tags.has("Money") || tags.has("Value");
}

function points({ terms }: Line): boolean {
  return terms.some(({ normal }) => POINTERS.has(normal));
}

function asksBack(line: Line): boolean {
  const words = line.terms.slice(0, wordsEnd(line));
  const first = words[0]?.normal ?? "";
  if (INVITES.has(first)) return false;
  if (ASKS.has(first)) return words.length <= 4 || points(line);
  if (words.length <= 2) return !namesSomething(line);
  return words.length <= 3 && !words.some(({ tags }) => isPlainNoun(tags));
}

function callsToAct({ terms, chunks }: Line): boolean {
  return chunks.some(({ start, end }) => isCall(terms.slice(start, end)));
}

/** It tells of the reader, too, though no rule stands on it. */
function tells({ sentence, terms, appeal }: Line): boolean {
  if (
    terms.length <= 5 &&
    sentence.predicates.some(({ subject, verb }) => subject === "sender" && knows(terms[verb]))
  )
    return true;
  if (appeal >= 3 || !terms.some(({ normal }) => normal === "you" || normal === "your"))
    return false;
  return sentence.frames.some(
    ({ person, datum, force, source }) =>
      PERSONAL.has(person) &&
      datum !== "none" &&
      force === "statement" &&
      source !== "told" &&
      source !== "account",
  );
}

function knows(term: Line["terms"][number] | undefined): boolean {
  if (term?.lemma === "tell") return true;
  return ["@perceive", "@track", "@know"].some((tag) => term?.tags.has(tag) === true);
}

/** A short line that only leads up to the telling: `Confession time.`, `Landed at Changi?` */
export function isSetUp(line: Line): boolean {
  const words = line.terms.slice(0, wordsEnd(line));
  const first = words[0]?.normal ?? "";
  if (line.found.length > 0 || KEPT.has(first) || callsToAct(line)) return false;
  if (words.some(({ tags }) => tags.has("@rewrite-lead-in")) && words.length <= 6) return true;
  if (appealOf(words) >= 3) return false;
  if (asks(line)) return words.length <= 7 && (opensWithDeed(line) || !namesSomething(line));
  return words.length <= 5 && line.sentence.predicates.length === 0 && !namesSomething(line);
}

/** `Landed at Changi?`, `Owing to the bookies?` */
function opensWithDeed({ terms }: Line): boolean {
  const tags = terms[0]?.tags;
  return tags?.has("PastTense") === true || tags?.has("Gerund") === true;
}

function namesSomething(line: Line): boolean {
  return productsIn(line, 0, wordsEnd(line)).some((phrase) => isNameable(line, phrase));
}

function asks({ sentence }: Line): boolean {
  return sentence.text.includes("?");
}

const PHRASES: ReadonlySet<string> = new Set([
  "either way",
  "that said",
  "in that case",
  "if so",
  "no worries",
  "no problem",
  "until then",
  "by the way",
  "in any case",
  "as it happens",
]);

/** The first word of a line behind one that is gone, past `So` and `Either way`. */
export function firstOwnTerm({ terms, chunks }: Line): number {
  const [chunk] = chunks;
  const words = terms.slice(0, chunk?.end ?? 0).map(({ normal }) => normal);
  if (chunk !== undefined && chunk.end < terms.length && PHRASES.has(words.join(" ")))
    return chunk.end;
  const second = chunks[1];
  const isAnswer = terms[0]?.normal === "so" && !isOpener(terms, 0);
  const offer = chunks.find(({ start }) => terms[start - 1]?.post.includes(":") === true);
  if (isAnswer && offer !== undefined) return offer.start;
  if (isAnswer && second !== undefined && terms[second.start]?.normal === "and")
    return second.start + 1;
  let at = 0;
  while (at < terms.length - 2 && isOpener(terms, at)) at++;
  return at;
}
