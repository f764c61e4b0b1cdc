import type { Edit, Suggestion } from "../model/finding.ts";
import type { Weighed } from "../model/match.ts";
import type { Part } from "../model/message.ts";
import type { Guard, Segment } from "../model/segment.ts";
import { applyEdits } from "../text/edit.ts";
import type { RewriteContext } from "./context.ts";

/** Tags that close a branch, by their shape. */
const CLOSERS: readonly RegExp[] = [
  /\{%[-~]?\s*(?:end\w*|\/\w+)\s*[-~]?%\}/uy,
  /\{\{[~-]?\s*(?:\/\w+|end)\s*[~-]?\}\}/uy,
  /\*\|END:\w+\|\*/uy,
  /%%\[\s*ENDIF\s*;?\s*\]%%/iuy,
  /<\/#\w+>/uy,
  /<%-?\s*(?:end|\})\s*-?%>/uy,
  /<\?(?:php)?\s*(?:endif;?|\})\s*\?>/uy,
  /%\/IF%/iuy,
  /\{\/\w+\}/uy,
  /\[endif\]/iuy,
  /#end\b/uy,
  /@end(?:if|isset|unless)\b/uy,
  /\{\{ENDIF\}\}/uy,
  /\[\/#\w+\]/uy,
];

/**
 * Shows the branch to everybody, where it has no other side: then getting it says nothing.
 * @param inner edits of the copy inside, which go along
 * @param clean the segment with those edits in place
 */
export function rewriteConditions(
  found: readonly Weighed[],
  { inner, clean }: { readonly inner: readonly Edit[]; readonly clean: Segment },
  context: RewriteContext,
): ReadonlyMap<Weighed, readonly Suggestion[]> {
  return new Map(
    found.map((weighed) => [weighed, unwrapped(weighed, { inner, clean }, context)] as const),
  );
}

function unwrapped(
  { match, severity }: Weighed,
  { inner, clean }: { readonly inner: readonly Edit[]; readonly clean: Segment },
  { message, isClean }: RewriteContext,
): readonly Suggestion[] {
  const source = message.parts[match.part]?.text ?? "";
  const guard = match.segment.guards.find(({ span }) => span.start === match.span.start);
  if (guard === undefined || severity === "info") return [];
  if (guard.reach.start === guard.span.start) return otherText(guard, message.parts[match.part]);
  const end = closerEnd(source, guard);
  if (end === undefined) return otherSide(guard, message.parts[match.part]);
  const open = { ...clean, guards: clean.guards.filter(({ span }) => span !== guard.span) };
  if (!isClean(open)) return [];
  const within = inner.filter(
    ({ span }) => span.start >= guard.span.end && span.end <= guard.reach.end,
  );
  const shifted = within.map(({ span, text }) => ({
    span: { start: span.start - guard.span.end, end: span.end - guard.span.end },
    text,
  }));
  return [
    {
      move: "drop",
      tier: "unsafe",
      reason: "Shows the copy to everybody, so that getting it says nothing about the reader.",
      edit: {
        span: { start: guard.span.start, end },
        text: applyEdits(source.slice(guard.span.end, guard.reach.end), shifted),
      },
    },
  ];
}

/** The condition and both of its texts stand in one tag: everybody can have the other text. */
function otherText({ span, test }: Guard, part: Part | undefined): readonly Suggestion[] {
  const other = part?.segments.find(({ guards }) =>
    guards.some((each) => each.negated && each.test === test && each.span.start === span.start),
  );
  const runs = (other?.map.runs ?? []).filter(
    ({ source, sourceLength }) => span.start <= source && source + sourceLength <= span.end,
  );
  const [first, last] = [runs[0], runs.at(-1)];
  if (part === undefined || first === undefined || last === undefined) return [];
  return [
    {
      move: "drop",
      tier: "unsafe",
      reason: "Shows everybody the other text, so that nobody is singled out.",
      edit: { span, text: part.text.slice(first.source, last.source + last.sourceLength) },
    },
  ];
}

/** Where there is another side, everybody can have that one. */
function otherSide(guard: Guard, part: Part | undefined): readonly Suggestion[] {
  const other = part?.segments
    .flatMap(({ guards }) => guards)
    .find((each) => each.negated && each.test === guard.test && each.span.start >= guard.reach.end);
  if (part === undefined || other === undefined) return [];
  const end = closerEnd(part.text, other);
  if (end === undefined) return [];
  return [
    {
      move: "drop",
      tier: "unsafe",
      reason: "Shows everybody the other side, so that nobody is singled out.",
      edit: {
        span: { start: guard.span.start, end },
        text: part.text.slice(other.reach.start, other.reach.end),
      },
    },
  ];
}

function closerEnd(source: string, { reach }: Guard): number | undefined {
  for (const closer of CLOSERS) {
    closer.lastIndex = reach.end;
    const found = closer.exec(source);
    if (found !== null) return reach.end + found[0].length;
  }
  return undefined;
}
