import type { Suggestion } from "../model/finding.ts";
import type { Weighed } from "../model/match.ts";
import type { Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import type { RewriteContext } from "./context.ts";
import { withCrowd } from "./crowd.ts";
import { applyDrafts, type Draft } from "./draft.ts";
import { editOf } from "./edit.ts";
import { addFallback } from "./fallback.ts";
import { type Group, groupsOf, SIGHT } from "./groups.ts";
import { type Line, readLine } from "./line.ts";
import { type Proposal, propose } from "./propose.ts";
import { voiceOf } from "./voice.ts";

/** How many suggestions a finding gets, and how many proposals are tried for them. */
const WANTED = 3;
const TRIES = 24;
/** What a first line may cost, what a further one may, and how much more than the first. */
const MOST = 10;
const GOOD = 5;
const SLACK = 2.5;

export interface ProseRewrites {
  readonly suggestions: ReadonlyMap<Weighed, readonly Suggestion[]>;
  /** What the first suggestions do to the segment. */
  readonly drafts: readonly Draft[];
}

/** Suggestions for the findings in the prose of one segment. */
export function rewriteProse(
  segment: Segment,
  found: readonly Weighed[],
  context: RewriteContext,
): ProseRewrites {
  const quiet = found.filter(
    ({ severity, match }) => severity === "info" && match.fields.length > 0,
  );
  const loud = found.filter((weighed) => !quiet.includes(weighed));
  const out = new Map<Weighed, readonly Suggestion[]>();
  for (const weighed of quiet) out.set(weighed, addFallback(weighed, context));
  if (loud.length === 0) return { suggestions: out, drafts: [] };
  const voice = voiceOf(segment.text);
  const lines = context
    .read(segment)
    .map((sentence) => readLine(segment, sentence, { found: loud, voice }));
  const groups = groupsOf(lines);
  const chosen = new Map<Group, Draft>(groups.map((group) => [group, dropOf(lines, group)]));
  const drafts: Draft[] = [];
  for (const group of groups) {
    const suggestions = choose({ segment, lines, group, chosen, context });
    for (const weighed of weighedIn(lines, group))
      if (!out.has(weighed)) out.set(weighed, suggestions);
    const draft = chosen.get(group);
    if (suggestions.length > 0 && draft !== undefined) drafts.push(draft);
  }
  return { suggestions: out, drafts };
}

function weighedIn(lines: readonly Line[], { telling }: Group): readonly Weighed[] {
  return telling.flatMap((index) => lines[index]?.found ?? []);
}

/** Until a group has its words, the others are judged without it. */
function dropOf(lines: readonly Line[], { from, telling }: Group): Draft {
  const first = lines[from]?.sentence.span.start ?? 0;
  const last = lines[telling.at(-1) ?? 0]?.sentence.span.end ?? first;
  return { range: { start: first, end: last }, pieces: [] };
}

interface Choice {
  readonly segment: Segment;
  readonly lines: readonly Line[];
  readonly group: Group;
  readonly chosen: Map<Group, Draft>;
  readonly context: RewriteContext;
}

/** The first proposals that come out clean; the best of them stands for the group from then on. */
function choose({ segment, lines, group, chosen, context }: Choice): readonly Suggestion[] {
  const source = sourceOf(lines, group, context);
  const suggestions: Suggestion[] = [];
  const seen = new Set<string>();
  const far = farFrom(lines, group);
  let limit = MOST;
  let best: Proposal | undefined;
  const offer = (proposal: Proposal): boolean => {
    const drafts = [...chosen].flatMap(([other, draft]) =>
      other === group || isWithin(draft.range, far) ? [] : [draft],
    );
    const next = applyDrafts(segment, [...far, ...drafts, proposal.draft]);
    if (seen.has(next.text) || next.text === segment.text) return false;
    seen.add(next.text);
    const edit = editOf(segment, source, proposal.draft);
    if (edit === undefined || !context.isClean(next)) return false;
    suggestions.push(suggestionOf(proposal, edit));
    return true;
  };
  for (const proposal of propose(lines, group, context.message.kind).slice(0, TRIES)) {
    if (proposal.cost > limit || suggestions.length === WANTED) break;
    if (!offer(proposal)) continue;
    if (best === undefined) chosen.set(group, proposal.draft);
    best ??= proposal;
    limit = Math.min(limit, proposal.cost + SLACK, GOOD);
  }
  const crowd = withCrowd(segment, best, context.claims);
  if (crowd !== undefined) offer(crowd);
  return suggestions;
}

function farFrom(lines: readonly Line[], { from, to }: Group): readonly Draft[] {
  const first = lines[from - SIGHT];
  const last = lines[to + SIGHT];
  const end = lines.at(-1)?.sentence.span.end ?? 0;
  return [
    ...(first === undefined
      ? []
      : [{ range: { start: 0, end: first.sentence.span.start }, pieces: [] }]),
    ...(last === undefined ? [] : [{ range: { start: last.sentence.span.end, end }, pieces: [] }]),
  ];
}

function isWithin(range: Span, outer: readonly Draft[]): boolean {
  return outer.some((draft) => range.start >= draft.range.start && range.end <= draft.range.end);
}

function sourceOf(lines: readonly Line[], group: Group, { message }: RewriteContext): string {
  const [weighed] = weighedIn(lines, group);
  return weighed === undefined ? "" : (message.parts[weighed.match.part]?.text ?? "");
}

function suggestionOf({ move, tier, reason }: Proposal, edit: Suggestion["edit"]): Suggestion {
  return { move, tier, reason, edit };
}
