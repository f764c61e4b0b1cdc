import { type Pieces, put } from "../draft.ts";
import { type Line, spanOf, wordsEnd } from "../line.ts";
import { asSentence, type Variant } from "../variant.ts";

const REASON = "Names the topic and not the reader.";

/** Takes the reader off a topic: `Beat your anxiety` → `Beat anxiety`, `Redheads like you` → `Redheads`. */
export function cutAddress(line: Line): readonly Variant[] {
  const cuts = [
    ...ownersIn(line),
    ...likesIn(line),
    ...othersIn(line),
    ...namesIn(line),
    ...lostIn(line),
    ...literalsIn(line),
    ...tailIn(line),
  ];
  if (cuts.length === 0) return [];
  const whole = { start: line.sentence.span.start, end: spanOf(line, 0, wordsEnd(line)).end };
  const pieces = cuts.reduce<Pieces>((left, at) => put(left, at), [whole]);
  return [
    {
      move: "category",
      tier: "safe",
      reason: REASON,
      pieces: asSentence(line, trimmed(line, pieces), { asks: true }),
      cost: 1,
    },
  ];
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

const TRAITS = /^(?:attribute|inference)\//u;

/** `your` before a trait: from there to the next word. */
function ownersIn(line: Line): readonly Cut[] {
  const { terms, marked, found } = line;
  if (!found.some(({ match }) => TRAITS.test(match.rule.id))) return [];
  return terms.flatMap((term, at) => {
    const next = terms[at + 1];
    if (term.normal !== "your" || next === undefined || marked[at] !== true) return [];
    if (isReason(line, at - 1)) return [];
    const isTrait = terms
      .slice(at + 1, at + 4)
      .some(({ tags }) => [...tags].some((tag) => tag.startsWith("@trait-")));
    return isTrait ? [{ start: term.span.start, end: next.span.start }] : [];
  });
}

/** `Because of your …`, `In your condition, …`: a trait as the reason is no topic. */
function isReason({ terms, chunks }: Line, at: number): boolean {
  const word = terms[at]?.normal ?? "";
  return REASONS.has(word) || (OPENERS.has(word) && chunks.some(({ start }) => start === at));
}

const REASONS: ReadonlySet<string> = new Set("of after since with given for by from at".split(" "));
const OPENERS: ReadonlySet<string> = new Set(["in", "on", "under"]);

const SELVES: ReadonlySet<string> = new Set(["you", "yourself", "yours", "yourselves"]);

/** `like you`, `like yourself`, `such as you two`. */
function likesIn({ terms }: Line): readonly Cut[] {
  return terms.flatMap((term, at) => {
    const self = terms[at + 1];
    if (self === undefined || !isLike(terms, at) || !SELVES.has(self.normal)) return [];
    const head = terms[term.normal === "as" ? at - 2 : at - 1];
    if (head === undefined || BREAK.test(term.post) || !isLabel(head)) return [];
    const after = terms[at + 2];
    const last = after?.normal === "two" || after?.normal === "both" ? after : self;
    return [{ start: head.span.end, end: last.span.end }];
  });
}

function isLabel({ tags }: Line["terms"][number]): boolean {
  return tags.has("Noun") || tags.has("Adjective");
}

/** `like`, or the `as` of `such as`. */
function isLike(terms: Line["terms"], at: number): boolean {
  const word = terms[at]?.normal;
  return word === "like" || (word === "as" && terms[at - 1]?.normal === "such");
}

const BREAK = /[,;:.!?…—–(]/u;
const OTHERS: ReadonlySet<string> = new Set(["other", "fellow"]);

/** `Meet other Sikh singles` → `Meet Sikh singles`. */
function othersIn({ terms, marked, found }: Line): readonly Cut[] {
  if (!found.some(({ match }) => match.rule.id.startsWith("attribute/"))) return [];
  return terms.flatMap((term, at) => {
    const next = terms[at + 1];
    const isMarked = marked[at] === true || marked[at + 1] === true;
    if (!OTHERS.has(term.normal) || next === undefined || !isMarked) return [];
    return [{ start: term.span.start, end: next.span.start }];
  });
}

/** A name at the start or the end of an ad, with its comma. */
function namesIn({ terms, found }: Line): readonly Cut[] {
  if (!found.some(({ match }) => match.rule.id === "attribute/name")) return [];
  return terms.flatMap((term, at) => {
    if (!term.tags.has("@field-name") && !term.tags.has("FirstName")) return [];
    const next = terms[at + 1];
    const before = terms[at - 1];
    if (before !== undefined && (next === undefined || next.normal === ""))
      return [{ start: before.span.end, end: term.span.end }];
    if (next === undefined) return [];
    const greeting = before !== undefined && GREETINGS.has(before.normal) ? before : term;
    return [{ start: greeting.span.start, end: next.span.start }];
  });
}

/** `Your abandoned quote`, `Your seventh missed choir practice`: a title keeps the thing. */
function lostIn({ terms, sentence, found }: Line): readonly Cut[] {
  if (found.length === 0 || terms[0]?.normal !== "your") return [];
  if (sentence.predicates.length > 1) return [];
  let at = 1;
  while (at < terms.length && isLost(terms[at]?.normal ?? "", terms[at]?.tags)) at++;
  const next = terms[at];
  if (at === 1 || next === undefined || next.normal === "") return [];
  return [{ start: terms[0].span.start, end: next.span.start }];
}

function isLost(word: string, tags: ReadonlySet<string> | undefined): boolean {
  return LOST.has(word) || tags?.has("Ordinal") === true;
}

const LOST: ReadonlySet<string> = new Set(
  "abandoned unfinished missed forgotten incomplete half-finished half finished lapsed expired unread ignored last recent usual".split(
    " ",
  ),
);

const TIES: ReadonlySet<string> = new Set("after for since during with despite".split(" "));

/** `New locks after your divorce` → `New locks`. */
function tailIn(line: Line): readonly Cut[] {
  const { terms, marked, found } = line;
  const end = wordsEnd(line);
  if (!found.some(({ match }) => TRAITS.test(match.rule.id))) return [];
  const at = terms.findIndex(
    ({ normal }, index) =>
      TIES.has(normal) && terms[index + 1]?.normal === "your" && marked[index + 1] === true,
  );
  const before = terms[at - 1];
  const last = terms[end - 1];
  if (at < 1 || end - at > 5 || before === undefined || last === undefined) return [];
  return [{ start: before.span.end, end: last.span.end }];
}

/** A stranger's address or card number, with the bracket that it stands in. */
function literalsIn({ segment, found }: Line): readonly Cut[] {
  return found.flatMap(({ match }) => {
    if (match.rule.literals.length === 0) return [];
    const open = segment.text.lastIndexOf("(", match.at.start);
    const close = segment.text.indexOf(")", match.at.end);
    const inBrackets =
      open >= 0 && close >= 0 && !segment.text.slice(open, match.at.start).includes(")");
    const start = inBrackets ? open : match.at.start;
    const blank = segment.text.charAt(start - 1) === " " ? 1 : 0;
    return [{ start: start - blank, end: inBrackets ? close + 1 : match.at.end }];
  });
}

const GREETINGS: ReadonlySet<string> = new Set(["hi", "hey", "hello", "dear", "psst"]);

function trimmed({ segment }: Line, pieces: Pieces): Pieces {
  const [first, ...rest] = pieces;
  if (first === undefined || typeof first === "string") return pieces;
  const blank = segment.text.slice(first.start, first.end).match(LEADING)?.[0].length ?? 0;
  return [{ start: first.start + blank, end: first.end }, ...rest];
}

const LEADING = /^[\s,;:—–-]+/u;
