import type { Suggestion } from "../model/finding.ts";
import type { Weighed } from "../model/match.ts";
import type { Segment } from "../model/segment.ts";
import { rewriteConditions } from "./conditions.ts";
import type { RewriteContext } from "./context.ts";
import { applyDrafts } from "./draft.ts";
import { rewriteLink } from "./links.ts";
import { rewriteProse } from "./prose.ts";

/**
 * Lines to send in place of the words of each finding, the best first, in the order of the
 * findings. The first lines of all findings of a segment go together: with them in place, the
 * whole segment lints clean.
 */
export function rewrite(
  found: readonly Weighed[],
  context: RewriteContext,
): readonly (readonly Suggestion[])[] {
  const suggestions = new Map<Weighed, readonly Suggestion[]>();
  for (const [segment, own] of bySegment(found)) {
    for (const [weighed, lines] of suggestionsFor(segment, own, context)) {
      suggestions.set(weighed, lines);
    }
  }
  return found.map((weighed) => suggestions.get(weighed) ?? []);
}

function bySegment(found: readonly Weighed[]): ReadonlyMap<Segment, Weighed[]> {
  const groups = new Map<Segment, Weighed[]>();
  for (const weighed of found) {
    const group = groups.get(weighed.match.segment);
    if (group === undefined) groups.set(weighed.match.segment, [weighed]);
    else group.push(weighed);
  }
  return groups;
}

/** Past these, trying lines costs more than they are worth; a person has to rewrite anyway. */
const LONGEST = 4000;
const MOST_FINDINGS = 12;

function suggestionsFor(
  segment: Segment,
  found: readonly Weighed[],
  context: RewriteContext,
): ReadonlyMap<Weighed, readonly Suggestion[]> {
  if (segment.text.length > LONGEST || found.length > MOST_FINDINGS) return new Map();
  if (segment.role === "link") return rewriteLink(segment, found, context);
  const guarded = found.filter((weighed) => isCondition(weighed));
  const said = found.filter((weighed) => !isCondition(weighed));
  const prose = rewriteProse(segment, said, context);
  const inner = [...prose.suggestions.values()].flatMap(([first]) => first?.edit ?? []);
  const clean = applyDrafts(segment, prose.drafts);
  return new Map([...rewriteConditions(guarded, { inner, clean }, context), ...prose.suggestions]);
}

/** The finding stands on the tag that opens a branch. */
function isCondition({ match }: Weighed): boolean {
  return match.segment.guards.some(
    ({ span }) => span.start === match.span.start && span.end === match.span.end,
  );
}
