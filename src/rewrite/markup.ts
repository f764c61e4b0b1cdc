import type { Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";

/** What stands in the source between the words of a range, by its place there. */
export interface Gap {
  readonly source: Span;
  readonly text: string;
}

const WORDLESS = /[\s>]/gu;

/** The markup inside of a range of the prose, in the order of the source. */
export function gapsIn({ map }: Segment, source: string, range: Span): readonly Gap[] {
  return map.runs.flatMap((run, index) => {
    const next = map.runs[index + 1];
    if (next === undefined || next.prose <= range.start || next.prose >= range.end) return [];
    const place = { start: run.source + run.sourceLength, end: next.source };
    const text = source.slice(place.start, place.end);
    return text.replace(WORDLESS, "") === "" ? [] : [{ source: place, text }];
  });
}

const TOKEN = /<[^>]*>|\{%.*?%\}|\{\{.*?\}\}|\*\|.*?\|\*|\]\([^)]*\)|\*+|_+|~~|[[\]`]/gu;
const LINK = /^<(?:a|button|img)\b|^\[|^\]\(/iu;
const OPEN_TAG = /^<([a-z][\w:-]*)/iu;
const CLOSE_TAG = /^<\/([a-z][\w:-]*)/iu;

/**
 * Markup between which no words are left, without the pairs that would be empty. Undefined where
 * such a pair is a link: it would be lost.
 */
export function withoutEmptyPairs(markup: string): string | undefined {
  const left: string[] = [];
  for (const [token] of markup.matchAll(TOKEN)) {
    const last = left.at(-1);
    if (last === undefined || !closes(last, token)) {
      left.push(token);
      continue;
    }
    if (LINK.test(last)) return undefined;
    left.pop();
  }
  return left.join("");
}

/** The markup with which a cut begins that only closes what opens right before it. */
export function leadingPairs(
  before: string,
  markup: string,
): { readonly opened: number; readonly closed: number } {
  let opened = 0;
  let closed = 0;
  for (const [token] of markup.matchAll(TOKEN)) {
    const rest = before.slice(0, before.length - opened);
    const opener = LAST_TOKEN.exec(rest)?.[0];
    if (opener === undefined || LINK.test(opener) || !closes(opener, token)) break;
    opened += opener.length;
    closed += token.length;
  }
  return { opened, closed };
}

const LAST_TOKEN = /(?:<[a-z][^<>]*>|\*{1,3}|_{1,3}|~~|`)$/iu;

function closes(open: string, close: string): boolean {
  const name = OPEN_TAG.exec(open)?.[1];
  if (name !== undefined) return CLOSE_TAG.exec(close)?.[1]?.toLowerCase() === name.toLowerCase();
  if (open === "[") return close.startsWith("](");
  return open === close && MARKS.test(open);
}

const MARKS = /^(?:\*+|_+|~~|`)$/u;
