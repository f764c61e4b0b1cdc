import type { Pieces } from "../draft.ts";
import { type Line, spanOf, wordsEnd } from "../line.ts";
import { asSentence, type Variant } from "../variant.ts";

const REASON = "Keeps the offer and drops the claim on the reader.";
const GOOD_NEWS: ReadonlySet<string> = new Set(
  "love like want need enjoy appreciate know hear find be see glad pleased happy delighted thrilled".split(
    " ",
  ),
);

/** `…, you'll want to know the hampers are in` → `The hampers are in`; `you get X` → `Get X`. */
export function promote(line: Line): readonly Variant[] {
  const { terms, marked } = line;
  const last = marked.lastIndexOf(true);
  const end = wordsEnd(line);
  const from = AS.has(terms[0]?.normal ?? "") ? 2 : last - 2;
  const you = terms.findIndex(({ normal }, at) => normal === "you" && at >= from && at < end - 2);
  if (you < 0) return [];
  return [...complement(line, you, end), ...imperative(line, you, end), ...fromYou(line, you, end)];
}

/** What stands behind `know that`, `hear that`, `perhaps you'll like`. */
function complement(line: Line, you: number, end: number): readonly Variant[] {
  const { terms } = line;
  let at = you + 1;
  let saw = false;
  while (
    at < end &&
    (isFiller(terms[at]?.normal ?? "") || GOOD_NEWS.has(terms[at]?.normal ?? ""))
  ) {
    saw ||= GOOD_NEWS.has(terms[at]?.normal ?? "");
    at++;
  }
  if (!saw || at >= end - 1) return [];
  const verb = line.sentence.predicates.some((one) => one.verb > at && one.verb < end);
  const first = terms[at];
  if (!verb || first === undefined || !STARTS.has(first.normal)) return [];
  return [variant(line, [spanOf(line, at, end)], 0)];
}

const FILLERS: ReadonlySet<string> = new Set(
  "will would might may to that also really just".split(" "),
);
const STARTS: ReadonlySet<string> = new Set("the our a an these this we".split(" "));

function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

/** `you can get 10% off`, `you'll want the red one`. */
function imperative(line: Line, you: number, end: number): readonly Variant[] {
  const { terms } = line;
  let at = you + 1;
  while (MODALS.has(terms[at]?.normal ?? "")) at++;
  const verb = terms[at];
  // `made you switch off`, `did you get …?`
  if (terms[you - 1]?.tags.has("Verb") === true || line.sentence.text.includes("?")) return [];
  if (verb === undefined || !COMMANDS.has(verb.normal) || at >= end - 1) return [];
  const pieces: Pieces = [{ start: verb.span.start, end: spanOf(line, at, end).end }];
  return [variant(line, pieces, 1)];
}

const AS: ReadonlySet<string> = new Set(["as", "being"]);
/** What only some may have stays with the word for them. */
const ENTITLED: ReadonlySet<string> = new Set(
  "get qualify save go pay eligible entitled receive free off".split(" "),
);

/** `As someone of … you are warmly invited to …` → `You are warmly invited to …`. */
function fromYou(line: Line, you: number, end: number): readonly Variant[] {
  const { terms, sentence } = line;
  const as = terms.findIndex(({ normal }) => AS.has(normal));
  if (as < 0 || as > 3 || you < as + 2) return [];
  if (terms.slice(you, end).some(({ normal }) => ENTITLED.has(normal))) return [];
  const verb = sentence.predicates.find((one) => one.verb > you);
  if (verb === undefined || !(verb.tense === "present" || verb.tense === "modal" || verb.passive))
    return [];
  return [{ ...variant(line, [spanOf(line, you, end)], 1.5), tier: "safe" }];
}

const MODALS: ReadonlySet<string> = new Set("can may could will now also".split(" "));
const COMMANDS: ReadonlySet<string> = new Set(
  "get save join try book claim enjoy take use choose pick switch upgrade start visit come".split(
    " ",
  ),
);

function variant(line: Line, pieces: Pieces, cost: number): Variant {
  return {
    move: "offer-first",
    tier: "unsafe",
    reason: REASON,
    pieces: asSentence(line, pieces, { asks: false }),
    cost,
  };
}
