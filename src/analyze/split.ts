import type { Span } from "../model/span.ts";

/** A run of stops is looked at from its start only, or a long one would take forever. */
const STOP =
  /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s|$)|\n+|(?<=\p{Extended_Pictographic}\uFE0F?)\s+(?=\p{Lu})/gu;
const ABBREVIATION =
  /(?:^|[\s("'“‘])(?:mr|mrs|ms|dr|prof|st|no|nos|inc|ltd|co|corp|vs|etc|eg|ie|approx|est|jr|sr|rd|ave|apt|fig|vol|p|pp|[a-z](?:\.[a-z]){0,4})\.$/iu;
const LOWER_NEXT = /^\s+\p{Ll}/u;
const BLANK = /\s/u;
const ENDS_HARD = /[!?\n]/u;
/** Cost grows with the square of a sentence's length, so a stretch without a stop is cut. */
const LONGEST = 600;

/** Cuts prose into sentences, without the blanks around them. Ranges are in the prose. */
export function splitSentences(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (!endsSentence(text, start, end)) continue;
    push(spans, text, { start, end });
    start = end;
  }
  push(spans, text, { start, end: text.length });
  return spans;
}

function endsSentence(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start, end - 16), end);
  const abbreviated = before.endsWith(".") && ABBREVIATION.test(before);
  if (abbreviated) return end >= text.length || endsAnyway(before, text.slice(end, end + 4));
  if (ENDS_HARD.test(before.slice(-2))) return true;
  return before.endsWith(".") || !LOWER_NEXT.test(text.slice(end, end + 4));
}

/** `at 1 a.m. Doors open`, `to the X. Before you`: short forms that a sentence may well end with. */
const HOURS = /[ap]\.m\.$/iu;
const LOWER_THEN_LETTER = /\p{Ll}\s\p{Lu}\.$/u;
const CAPITAL_NEXT = /^\s+\p{Lu}/u;

function endsAnyway(before: string, after: string): boolean {
  return CAPITAL_NEXT.test(after) && (HOURS.test(before) || LOWER_THEN_LETTER.test(before));
}

function push(spans: Span[], text: string, { start, end }: Span): void {
  let from = start;
  let to = end;
  while (from < to && BLANK.test(text.charAt(from))) from++;
  while (to > from && BLANK.test(text.charAt(to - 1))) to--;
  while (to - from > LONGEST) {
    const cut = text.lastIndexOf(" ", from + LONGEST);
    const at = cut > from ? cut : betweenCharacters(text, from + LONGEST);
    spans.push({ start: from, end: at });
    from = at;
    while (from < to && BLANK.test(text.charAt(from))) from++;
  }
  if (to > from) spans.push({ start: from, end: to });
}

/** One less in the middle of a surrogate pair. */
function betweenCharacters(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
}
