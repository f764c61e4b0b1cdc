import type { Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";

/** What stands in the source between the words of a range, by its place there. */
export interface Gap {
  readonly source: Span;
  /** Its tags and marks, one by one. */
  readonly tokens: readonly string[];
  /** Another branch of a condition stands there that is a text of its own. */
  readonly losesWords: boolean;
  /** A template tag stands there that prints nothing: in a program it cannot enclose nothing. */
  readonly hasControl: boolean;
}

const WORDLESS = /[\s>]/gu;

/** The markup inside of a range of the prose, in the order of the source. */
export function gapsIn(segment: Segment, source: string, range: Span): readonly Gap[] {
  const { map, text } = segment;
  return map.runs.flatMap((run, index) => {
    const next = map.runs[index + 1];
    if (next === undefined || next.prose <= range.start || next.prose >= range.end) return [];
    const place = { start: run.source + run.sourceLength, end: next.source };
    if (source.slice(place.start, place.end).replace(WORDLESS, "") === "") return [];
    const { tokens, rest, hasControl } = tokensIn(segment, source, place);
    const losesWords = LETTER.test(rest) && SENTENCE_END.test(text.slice(0, next.prose));
    return [{ source: place, tokens, losesWords, hasControl }];
  });
}

const LETTER = /\p{L}/u;
const SENTENCE_END = /[.!?…]["”’)]*\s*$/u;

/** The tags of a gap, template tags in one piece, and the words between those that print nothing. */
function tokensIn(
  { controls = [] }: Segment,
  source: string,
  { start, end }: Span,
): Pick<Gap, "tokens" | "hasControl"> & { readonly rest: string } {
  const tokens: string[] = [];
  const own = controls.filter((control) => start <= control.start && control.end <= end);
  let rest = "";
  let at = start;
  for (const control of own) {
    const before = source.slice(at, control.start);
    tokens.push(...(before.match(TOKEN) ?? []), source.slice(control.start, control.end));
    if (at > start) rest += before.replace(TOKEN, "");
    at = control.end;
  }
  tokens.push(...(source.slice(at, end).match(TOKEN) ?? []));
  return { tokens, rest, hasControl: own.length > 0 };
}

/** Bounded, so that openers without an end cost no more than others. */
const TOKEN =
  /<[^>]{0,2000}>|\{%.{0,400}?%\}|\{\{.{0,400}?\}\}|\*\|.{0,400}?\|\*|\]\([^)]{0,2000}\)|\*+|_+|~~|[[\]`]/gu;
const LINK = /^<(?:a|button|img)\b|^\[|^\]\(/iu;
const OPEN_TAG = /^<([a-z][\w:-]*)/iu;
const CLOSE_TAG = /^<\/([a-z][\w:-]*)/iu;

/**
 * The tokens of markup between which no words are left, without the pairs that would be empty.
 * Each text is read for itself: `*` and `*` are two marks, `**` is one. Undefined where such a
 * pair is a link: it would be lost.
 */
export function withoutEmptyPairs(markup: readonly string[]): readonly string[] | undefined {
  const left: string[] = [];
  for (const token of markup) {
    if (!addToken(left, token)) return undefined;
  }
  return left;
}

/** False where the token closes a link without words. */
function addToken(left: string[], token: string): boolean {
  const last = left.at(-1);
  if (last !== undefined && closes(last, token)) {
    left.pop();
    return !LINK.test(last);
  }
  // `***` closes `*` and then `**`.
  const isLonger = last !== undefined && MARKS.test(last) && token.startsWith(last);
  if (!isLonger) {
    left.push(token);
    return true;
  }
  left.pop();
  return addToken(left, token.slice(last.length));
}

/**
 * The tokens with which a cut begins that only close what opens right before it: how many
 * characters in front of the cut open them, and how many tokens close them.
 */
export function leadingPairs(
  before: string,
  markup: readonly string[],
): { readonly opened: number; readonly closed: number } {
  let opened = 0;
  let closed = 0;
  for (const token of markup) {
    const rest = before.slice(0, before.length - opened);
    const opener = LAST_TOKEN.exec(rest)?.[0];
    if (opener === undefined || LINK.test(opener) || !closes(opener, token)) break;
    opened += opener.length;
    closed++;
  }
  return { opened, closed };
}

const LAST_TOKEN = /(?:<[a-z][^<>]*>|\*{1,3}|_{1,3}|~~|`)$/iu;

/** The tokens at the end of a cut without words that are closed right behind it. */
export function trailingPairs(
  after: string,
  markup: readonly string[],
): { readonly opened: number; readonly closed: number } {
  let opened = 0;
  let closed = 0;
  for (const token of markup.toReversed()) {
    const closer = FIRST_TOKEN.exec(after.slice(closed))?.[0];
    if (closer === undefined || LINK.test(token) || !closes(token, closer)) break;
    opened++;
    closed += closer.length;
  }
  return { opened, closed };
}

const FIRST_TOKEN = /^(?:<\/[a-z][^<>]*>|\*+|_+|~~|`)/iu;

function closes(open: string, close: string): boolean {
  const name = OPEN_TAG.exec(open)?.[1];
  if (name !== undefined) return CLOSE_TAG.exec(close)?.[1]?.toLowerCase() === name.toLowerCase();
  if (open === "[") return close.startsWith("](");
  return open === close && MARKS.test(open);
}

const MARKS = /^(?:\*+|_+|~~|`)$/u;
