import type { Pair } from "./language.ts";
import type { ClosingState } from "./scan.ts";

const DEFAULT_LIMIT = 20_000;
const NO_OPENER_AFTER = /[\p{L}\p{N}\\]/u;
const MARKUP = /<(?:\/[a-z]|[a-z][a-z0-9]*[ >/]|!--)/iuy;

/**
 * Where the closing mark of a tag stands, or undefined. Strings and braces inside are heeded as
 * long as that does not lead nowhere; then the first closing mark is taken.
 */
export function closePair(
  text: string,
  from: number,
  pair: Pair,
  state: ClosingState,
): number | undefined {
  const plain = nextCloser(text, from, pair.close, state.closers);
  if (plain === -1 && pair.endless === true) return text.length;
  const limit = from + (pair.limit ?? DEFAULT_LIMIT);
  if (plain === -1 || plain > limit) return undefined;
  if (!pair.strings || state.budget.left <= 0) return plain;
  const careful = closeCarefully(text, from, pair, {
    limit: Math.min(limit, text.length),
    budget: state.budget,
  });
  return careful.end ?? (careful.nested ? undefined : plain);
}

function nextCloser(text: string, from: number, close: string, memo: Map<string, number>): number {
  const known = memo.get(close);
  if (known !== undefined && (known === -1 || known >= from)) return known;
  const found = text.indexOf(close, from);
  memo.set(close, found);
  return found;
}

interface Careful {
  readonly end: number | undefined;
  /** Another tag or markup starts before this one ends: the tag was never closed. */
  readonly nested: boolean;
}

interface Bounds {
  readonly limit: number;
  readonly budget: { left: number };
}

function closeCarefully(text: string, from: number, pair: Pair, bounds: Bounds): Careful {
  const braces = pair.open.startsWith("{");
  let depth = 0;
  let at = from;
  for (; at < bounds.limit; at += 1) {
    const char = text.charAt(at);
    if (depth === 0 && text.startsWith(pair.close, at)) return { end: at, nested: false };
    if (QUOTES.has(char)) at = closeString(text, at, bounds) ?? at;
    else if (braces && startsAnother(text, at, pair)) break;
    else if (braces) depth = Math.max(0, depth + (DEPTH[char] ?? 0));
  }
  bounds.budget.left -= at - from;
  return { end: undefined, nested: at < bounds.limit };
}

const QUOTES = new Set(['"', "'"]);
const DEPTH: Readonly<Record<string, number>> = { "{": 1, "}": -1 };

// Braze writes `{{${x}}}` inside of `{% %}`; a second `{{` inside of `{{ }}` never is anything.
function startsAnother(text: string, at: number, pair: Pair): boolean {
  if (text.charAt(at) === "<") {
    MARKUP.lastIndex = at;
    return MARKUP.test(text);
  }
  return text.startsWith(pair.open.startsWith("{{") ? "{{" : "{%", at);
}

/** The closing quote's offset; undefined for an apostrophe or a quote that nothing closes. */
function closeString(text: string, at: number, { limit, budget }: Bounds): number | undefined {
  if (budget.left <= 0) return undefined;
  if (at > 0 && NO_OPENER_AFTER.test(text.charAt(at - 1))) return undefined;
  const quote = text.charAt(at);
  for (let end = at + 1; end < limit; end += 1) {
    const char = text.charAt(end);
    if (char === "\\") end += 1;
    else if (char === quote) return end;
  }
  budget.left -= limit - at;
  return undefined;
}
