import type { Pieces } from "../draft.ts";
import { put } from "../draft.ts";
import { type Line, spanOf, wordsEnd } from "../line.ts";
import { phrasesIn } from "../noun-phrases.ts";
import { asSentence, type Variant } from "../variant.ts";
import { say } from "../voice.ts";

const READER: ReadonlySet<string> = new Set(["you", "u", "ya"]);
const RELATIVE: ReadonlySet<string> = new Set(["that", "which", "who", "whom"]);

/** Takes the clause about the reader off a noun: `the boots you have been eyeing are back`. */
export function cutRelatives(line: Line): readonly Variant[] {
  const ranges = relativesIn(line);
  if (ranges.length === 0 || knowsOutside(line, ranges)) return [];
  const whole = { start: line.sentence.span.start, end: spanOf(line, 0, wordsEnd(line)).end };
  const pieces = ranges.reduce<Pieces>(
    (left, { start, end }) => {
      const from = line.terms[start - 1];
      const last = line.terms[end - 1];
      if (from === undefined || last === undefined) return left;
      return put(left, { start: from.span.end, end: last.span.end });
    },
    [whole],
  );
  return [
    {
      move: "offer-first",
      tier: "safe",
      reason: "Names the thing and not what the reader did with it.",
      pieces: asSentence(line, plainDeterminer(line, pieces, ranges), { asks: true }),
      cost:
        (verbless(line, ranges) ? 1 : 0) +
        (line.found.some(({ match }) => OWNED.test(match.rule.id)) ? 1.5 : 0) +
        (line.appeal >= 2 || !line.sentence.text.includes("?") ? 0 : 1),
    },
  ];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function relativesIn(line: Line): readonly Range[] {
  const { terms, marked } = line;
  const found: Range[] = [];
  for (let at = 1; at < terms.length; at++) {
    if (!READER.has(terms[at]?.normal ?? "")) continue;
    const start = RELATIVE.has(terms[at - 1]?.normal ?? "") ? at - 1 : at;
    if (!isRelative(line, start, at)) continue;
    const end = endOf(line, at);
    if (marked.slice(start, end).some(Boolean)) found.push({ start, end });
  }
  return found;
}

function isRelative(line: Line, start: number, at: number): boolean {
  return start > 0 && isVerbSoon(line, at) && followsNoun(line, start) && !isReason(line, at);
}

const REASONS: ReadonlySet<string> = new Set(
  "based since because given judging going after thanks inspired from as being with".split(" "),
);

/** `Based on the shades you swiped, …`: the whole clause is about the reader. */
function isReason({ terms, chunks }: Line, at: number): boolean {
  const chunk = chunks.find(({ start, end }) => start <= at && at < end);
  const start = chunk?.start ?? 0;
  return [terms[start], terms[start + 1]].some((term) => REASONS.has(term?.normal ?? ""));
}

/** A thing with a name stands right before it. */
function followsNoun(line: Line, start: number): boolean {
  const before = line.terms[start - 1];
  if (before === undefined || BREAK.test(before.post) || before.normal === "") return false;
  if (before.tags.has("@past")) return false;
  if (before.normal === "one" || before.normal === "ones") return true;
  return phrasesIn(line, 0, start).some(({ end, head }) => end === start && isThing(line, head));
}

const NO_THING: readonly string[] = [
  "Month",
  "WeekDay",
  "Date",
  "Duration",
  "Time",
  "@page",
  "@relative",
  "@people",
];

function isThing({ terms }: Line, head: number): boolean {
  const noun = terms[head];
  return (
    noun !== undefined && !NO_THING.some((tag) => noun.tags.has(tag)) && !VAGUE.has(noun.normal)
  );
}

const VAGUE: ReadonlySet<string> = new Set(
  "time round way minute moment reason fact day".split(" "),
);

const BREAK = /[,;:.!?…—–(]/u;

/** The pronoun has its verb within three words. */
function isVerbSoon({ terms }: Line, at: number): boolean {
  const [be, ...next] = terms.slice(at + 1, at + 5);
  // `that you're unhappy` says something of the reader; it picks out no thing.
  const acts = next.some(
    ({ tags }) => tags.has("Gerund") || tags.has("PastTense") || tags.has("Participle"),
  );
  if (be?.tags.has("Copula") === true && !acts) return false;
  return terms.slice(at + 1, at + 5).some(({ tags }) => tags.has("Verb") || tags.has("@past"));
}

/** Where the main clause goes on, or the clause ends. */
function endOf(line: Line, at: number): number {
  const { terms, chunks } = line;
  const chunk = chunks.find(({ start, end }) => start <= at && at < end);
  const limit = Math.min(chunk?.end ?? terms.length, wordsEnd(line));
  const verb = firstVerb(line, at);
  for (let next = verb + 1; next < limit; next++) {
    const before = terms[next - 1];
    if (
      (before?.normal === "to" && !FINITE.has(terms[next]?.normal ?? "")) ||
      READER.has(before?.normal ?? "")
    )
      continue;
    if (terms[next]?.tags.has("@rewrite-resume") && isOwnVerb(line, next)) return next;
  }
  return limit;
}

const FINITE: ReadonlySet<string> = new Set(["is", "are", "was", "were", "has"]);

/** The last verb of the group behind the pronoun: `have been eyeing`. */
function firstVerb({ terms }: Line, at: number): number {
  let verb = at;
  for (let next = at + 1; next < Math.min(terms.length, at + 6); next++) {
    const { tags } = terms[next] ?? { tags: new Set<string>() };
    if (tags.has("Verb") || tags.has("@past")) {
      verb = next;
      if (!tags.has("Auxiliary") && !tags.has("Copula")) break;
    } else if (!tags.has("Adverb") && !tags.has("Negative")) break;
  }
  return verb;
}

function isOwnVerb({ terms }: Line, at: number): boolean {
  const before = terms[at - 1];
  return before !== undefined && !before.tags.has("Auxiliary");
}

/** `That`, `those` and `your` in front of such a noun point at the reader's act: `the` does not. */
function plainDeterminer(line: Line, pieces: Pieces, ranges: readonly Range[]): Pieces {
  return ranges.reduce<Pieces>((left, { start }) => {
    for (let at = start - 1; at >= Math.max(0, start - 5); at--) {
      const term = line.terms[at];
      if (term === undefined || BREAK.test(term.post)) return left;
      if (!POINTERS.has(term.normal)) continue;
      return put(left, term.span, [say(at === 0 ? "The" : "the", line.voice)]);
    }
    return left;
  }, pieces);
}

const POINTERS: ReadonlySet<string> = new Set(["that", "those", "this", "these", "your"]);

const KNOWING: readonly string[] = ["@perceive", "@track", "@know", "@record-keeper"];
const SENDER: ReadonlySet<string> = new Set(["we", "i", "thanks", "thank"]);

/** The main clause tells as well: `We follow every tap you make`, `Thanks for the 300 you took`. */
function knowsOutside({ terms }: Line, ranges: readonly Range[]): boolean {
  const outside = terms.filter(
    (_, at) => !ranges.some(({ start, end }) => at >= start && at < end),
  );
  if (outside.some(({ tags }) => tags.has("@track"))) return true;
  if (outside[0]?.tags.has("@perceive") === true) return true;
  const tags = outside.some((term) => KNOWING.some((tag) => term.tags.has(tag)));
  return tags && outside.some(({ normal }) => SENDER.has(normal));
}

const OWNED = /^activity\/(?:purchase|absence|precision)/u;

function verbless(line: Line, ranges: readonly Range[]): boolean {
  return !line.sentence.predicates.some(
    ({ verb }) => !ranges.some(({ start, end }) => verb >= start && verb < end),
  );
}
