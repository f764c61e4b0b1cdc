import type { Span } from "../model/span.ts";

/** An inline link or image, in the text that it was found in. */
export interface Link {
  readonly isImage: boolean;
  readonly address: Span | undefined;
  readonly title: Span | undefined;
  /** Where the whole of it ends. */
  readonly end: number;
}

const BRACKET = /\\.|[[\]]/gsu;
const TARGET =
  /\(\s*(?:<([^<>\n]{0,2000})>|((?:[^\s()]|\([^\s()]{0,500}\)){0,4000}))(?:\s+(?:"([^"]{0,500})"|'([^']{0,500})'))?\s*\)/duy;
const REFERENCE = /\[[^[\]]{0,200}\]/uy;

/** The links of a paragraph, each under the offsets of its opening and its closing bracket. */
export function findLinks(text: string): ReadonlyMap<number, Link> {
  const links = new Map<number, Link>();
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(BRACKET)) {
    if (bracket === "[") open.push(index);
    else if (bracket === "]") {
      const start = open.pop();
      const link = start === undefined ? undefined : readTarget(text, start, index + 1);
      if (start === undefined || link === undefined) continue;
      links.set(start, link);
      links.set(index, link);
    }
  }
  return links;
}

function readTarget(text: string, start: number, after: number): Link | undefined {
  const isImage = text.charAt(start - 1) === "!";
  TARGET.lastIndex = after;
  const target = TARGET.exec(text);
  if (target !== null) {
    const { indices } = target;
    return {
      isImage,
      address: spanOf(indices?.[1] ?? indices?.[2]),
      title: spanOf(indices?.[3] ?? indices?.[4]),
      end: after + target[0].length,
    };
  }
  REFERENCE.lastIndex = after;
  const reference = REFERENCE.exec(text);
  if (reference === null) return undefined;
  return { isImage, address: undefined, title: undefined, end: after + reference[0].length };
}

function spanOf(range: readonly [number, number] | undefined): Span | undefined {
  return range === undefined ? undefined : { start: range[0], end: range[1] };
}
