import type { Span } from "../model/span.ts";

const START = /^ {0,3}<(?:!|\?|\/?([a-z][\w-]*)(?=[\s/>]|$))/iu;
const BLANK = /^\s*$/u;
const INLINE_ELEMENTS = new Set(
  "a abbr b bdi bdo br cite code data del dfn em font i img input ins kbd label mark q s samp small span strike strong sub sup time u var wbr".split(
    " ",
  ),
);

/** Whether a line of Markdown starts a block of HTML. */
export function startsHtml(line: string, inParagraph: boolean): boolean {
  const match = START.exec(line);
  if (match === null) return false;
  const name = match[1]?.toLowerCase();
  return name === undefined ? !inParagraph : !INLINE_ELEMENTS.has(name);
}

const RAW = /^ {0,3}<(script|style|pre|textarea|!--)/iu;

/**
 * Index of the line after a block of HTML: it goes up to the next blank line, or to the end of
 * what may hold blank lines itself.
 */
export function htmlBlockEnd(masked: string, lines: readonly Span[], from: number): number {
  const textOf = (index: number) => masked.slice(lines[index]?.start, lines[index]?.end);
  const raw = RAW.exec(textOf(from))?.[1]?.toLowerCase();
  if (raw === undefined) {
    let index = from + 1;
    while (index < lines.length && !BLANK.test(textOf(index))) index += 1;
    return index;
  }
  const ending = raw === "!--" ? "-->" : `</${raw}`;
  for (let index = from; index < lines.length; index += 1) {
    if (textOf(index).toLowerCase().includes(ending)) return index + 1;
  }
  return lines.length;
}
