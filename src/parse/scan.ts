import type { Span } from "../model/span.ts";
import { closePair } from "./close-pair.ts";
import type { Pair, RawTag, Shape, ShapeContext } from "./language.ts";

/** What to look for, by the character that it starts with. */
export interface ScanTable {
  readonly jump: RegExp;
  readonly pairs: ReadonlyMap<string, readonly Pair[]>;
  readonly shapes: ReadonlyMap<string, readonly { name: string; shape: Shape }[]>;
  /** What ends a block that is not to be read, by its opening tag. */
  readonly swallow: (tag: RawTag) => RegExp | undefined;
}

export interface Scan {
  /** In source order, never overlapping. */
  readonly tags: readonly RawTag[];
  /** Opening marks that nothing closes. */
  readonly unclosed: readonly Span[];
}

/** Finds the tags of every language in one pass from left to right. Linear in the text. */
export function scan(text: string, table: ScanTable, known: (name: string) => boolean): Scan {
  const tags: RawTag[] = [];
  const unclosed: Span[] = [];
  const state = { closers: new Map(), budget: { left: 4 * text.length + 1_000_000 } };
  const missing = new Set<RegExp>();
  for (let at = 0; ; ) {
    table.jump.lastIndex = at;
    const found = table.jump.exec(text);
    if (found === null) return { tags, unclosed };
    at = found.index;
    const first = found[0];
    const pair = pairAt(text, at, table.pairs.get(first) ?? []);
    const tag =
      readPairs(text, at, pair, state) ??
      readShapes(text, at, table.shapes.get(first) ?? [], known);
    if (tag !== undefined) {
      const whole = swallowBlock(text, tag, table.swallow(tag), missing);
      tags.push(whole);
      at = whole.span.end;
    } else if (pair[0] !== undefined && pair.every(({ quiet }) => quiet !== true)) {
      const end = at + pair[0].open.length;
      unclosed.push({ start: at, end });
      at = end;
    } else at += 1;
  }
}

export interface ClosingState {
  /** Closing mark → where it next stands, so that no search is made twice. */
  readonly closers: Map<string, number>;
  /** Characters that may still be read in vain before quotes are no longer looked at. */
  readonly budget: { left: number };
}

function pairAt(text: string, at: number, pairs: readonly Pair[]): readonly Pair[] {
  return pairs.filter(({ open }) => text.startsWith(open, at));
}

function readPairs(
  text: string,
  at: number,
  pairs: readonly Pair[],
  state: ClosingState,
): RawTag | undefined {
  for (const pair of pairs) {
    const innerStart = at + pair.open.length;
    const innerEnd = closePair(text, innerStart, pair, state);
    if (innerEnd !== undefined) {
      return {
        span: { start: at, end: Math.min(innerEnd + pair.close.length, text.length) },
        inner: text.slice(innerStart, innerEnd),
        innerStart,
        delimiter: pair.open,
      };
    }
  }
  return undefined;
}

const CONTEXT = 24;

function readShapes(
  text: string,
  at: number,
  shapes: readonly { name: string; shape: Shape }[],
  known: (name: string) => boolean,
): RawTag | undefined {
  for (const { name, shape } of shapes) {
    shape.pattern.lastIndex = at;
    const match = shape.pattern.exec(text);
    if (match === null) continue;
    const end = at + match[0].length;
    const context: ShapeContext = {
      known,
      before: text.slice(Math.max(0, at - CONTEXT), at),
      after: text.slice(end, end + CONTEXT),
    };
    if (shape.accept !== undefined && !shape.accept(match, context)) continue;
    const inner = match[1] ?? "";
    const innerStart = at + match[0].indexOf(inner);
    return { span: { start: at, end }, inner, innerStart, delimiter: name };
  }
  return undefined;
}

function swallowBlock(
  text: string,
  tag: RawTag,
  ending: RegExp | undefined,
  missing: Set<RegExp>,
): RawTag {
  if (ending === undefined || missing.has(ending)) return tag;
  ending.lastIndex = tag.span.end;
  const match = ending.exec(text);
  if (match === null) {
    missing.add(ending);
    return tag;
  }
  return { ...tag, span: { start: tag.span.start, end: match.index + match[0].length } };
}
