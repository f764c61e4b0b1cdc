import type { Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";

const TAG = /<(\/?)([a-z][\w:-]*)[^>]*?(\/?)>/giu;
const VOID: ReadonlySet<string> = new Set("br img hr wbr input area source".split(" "));
const LINK = /<a[\s>]|\]\(|<img|<button/iu;
const WORDLESS = /[\s>]/gu;

/**
 * True where a range can be replaced without tearing markup: whatever is between the words is kept
 * whole, or goes in matching pairs, and no link goes.
 */
export function keepsMarkup(
  segment: Segment,
  source: string,
  range: Span,
  kept: readonly Span[],
): boolean {
  const gaps = gapsIn(segment, source, range);
  const lost = gaps.filter(({ at }) => !kept.some(({ start, end }) => start < at && at < end));
  if (lost.length === 0) return true;
  const text = lost.map((gap) => gap.text).join("");
  const stays = gaps.filter((gap) => !lost.includes(gap)).map((gap) => gap.text);
  return !LINK.test(text) && isBalanced(text) && isBalanced(stays.join(""));
}

interface Gap {
  /** Where in the prose it stands: between two characters. */
  readonly at: number;
  readonly text: string;
}

/** What stands in the source between the runs of the prose. */
function gapsIn({ map }: Segment, source: string, range: Span): readonly Gap[] {
  return map.runs.flatMap((run, index) => {
    const next = map.runs[index + 1];
    if (next === undefined || next.prose <= range.start || next.prose >= range.end) return [];
    const text = source.slice(run.source + run.sourceLength, next.source);
    return text.replace(WORDLESS, "") === "" ? [] : [{ at: next.prose, text }];
  });
}

/** Tags close what they open; other marks (`**`, `_`) come twice. */
function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = "", selfClosed] of text.matchAll(TAG)) {
    const tag = name.toLowerCase();
    if (selfClosed === "/" || VOID.has(tag)) continue;
    if (slash !== "/") open.push(tag);
    else if (open.pop() !== tag) return false;
  }
  const marks = text.replace(TAG, "").replace(/\s/gu, "");
  const half = marks.length / 2;
  return open.length === 0 && marks.slice(0, half) === marks.slice(half);
}
