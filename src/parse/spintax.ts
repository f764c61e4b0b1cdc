import type { Span } from "../model/span.ts";
import type { Reading, Tag } from "./language.ts";

const MARK = /[{|}\r\n;=<>"\\]/gu;
const LONGEST = 600;
const LETTER = /\p{L}/u;

interface Open {
  readonly at: number;
  readonly bars: number[];
}

/**
 * `{Hi|Hello {there|you}}`: each mark is a tag, so that the alternatives are texts like any other.
 * Template tags are to be masked. Braces of code hold marks that no such text has. Linear.
 */
export function findSpintax(masked: string): readonly Tag[] {
  const tags: Tag[] = [];
  let open: Open[] = [];
  if (!masked.includes("|")) return tags;
  for (const { 0: mark, index } of masked.matchAll(MARK)) {
    if (mark === "{") open.push({ at: index, bars: [] });
    else if (mark === "|") open.at(-1)?.bars.push(index);
    else if (mark === "}") addChoice(tags, masked, open.pop(), index);
    else open = [];
  }
  return tags.sort((a, b) => a.span.start - b.span.start);
}

function addChoice(tags: Tag[], masked: string, open: Open | undefined, end: number): void {
  if (open === undefined || open.bars.length === 0 || end - open.at > LONGEST) return;
  const first = masked.slice(open.at + 1, open.bars[0]);
  if (!LETTER.test(masked.slice(open.at, end)) || first.startsWith(" |")) return;
  tags.push(
    mark(open.at, { ...OPEN }),
    ...open.bars.map((at, index) => mark(at, another(index + 2))),
    mark(end, { kind: "close", block: "spin" }),
  );
}

const OPEN = {
  kind: "open",
  block: "spin",
  loop: false,
  fields: [],
  test: "text 1",
  negated: false,
} as const;

function another(count: number): Reading {
  const test = `text ${count}`;
  return { kind: "middle", fields: [], test, inherits: false, complete: true };
}

function mark(at: number, reading: Reading): Tag {
  const span: Span = { start: at, end: at + 1 };
  return { span, language: "spintax", readings: [reading] };
}
