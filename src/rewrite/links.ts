import type { Suggestion } from "../model/finding.ts";
import type { Weighed } from "../model/match.ts";
import type { Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { overlap } from "../text/overlap.ts";
import type { RewriteContext } from "./context.ts";
import { applyDrafts, type Draft, type Piece } from "./draft.ts";
import { editOf } from "./edit.ts";

type Cut = Pick<Suggestion, "move" | "tier" | "reason"> & { readonly draft: Draft };

/** Suggestions for a URL: parameters with personal data go, `http` becomes `https`. */
export function rewriteLink(
  segment: Segment,
  found: readonly Weighed[],
  context: RewriteContext,
): ReadonlyMap<Weighed, readonly Suggestion[]> {
  const places = found.filter(({ match }) => match.rule.id !== "exposure/insecure-link");
  const scheme = found.length > places.length ? secured(segment) : undefined;
  const query = withoutParameters(segment, places);
  const cuts = [scheme, query].filter((cut) => cut !== undefined);
  const isClean = context.isClean(
    applyDrafts(
      segment,
      cuts.map(({ draft }) => draft),
    ),
  );
  return new Map(
    found.map((weighed) => {
      const cut = weighed.match.rule.id === "exposure/insecure-link" ? scheme : query;
      return [
        weighed,
        isClean && cut !== undefined ? suggest(segment, weighed, { cut, context }) : [],
      ];
    }),
  );
}

function suggest(
  segment: Segment,
  { match }: Weighed,
  { cut, context }: { readonly cut: Cut; readonly context: RewriteContext },
): readonly Suggestion[] {
  const { draft, ...rest } = cut;
  const edit = editOf(segment, context.message.parts[match.part]?.text ?? "", draft);
  return edit === undefined ? [] : [{ ...rest, edit }];
}

const HTTP = /^http(?=:)/iu;

function secured(segment: Segment): Cut | undefined {
  if (!HTTP.test(segment.text)) return undefined;
  return {
    move: "drop",
    tier: "safe",
    reason: "Sends the value over https.",
    draft: { range: { start: 4, end: 4 }, pieces: ["s"] },
  };
}

const SEPARATOR = /[?&;]/u;

/** The query without the parameters that carry personal data. */
function withoutParameters(segment: Segment, found: readonly Weighed[]): Cut | undefined {
  const { text } = segment;
  const bad = found.map(({ match }) => match.at);
  if (bad.length === 0) return undefined;
  const mark = questionMark(segment);
  const end = fragmentStart(segment, mark);
  const inQuery = mark >= 0 && bad.every(({ start }) => start > mark && start < end);
  if (!inQuery) return withoutSteps(segment, bad);
  const parameters = split(segment, { start: mark, end });
  const kept = parameters.filter(
    (one) => !bad.some((span) => overlap(one, span)) && !isPersonal(segment, one),
  );
  const pieces = kept.flatMap((one, index): Piece[] =>
    index === 0
      ? [
          { start: mark, end: mark + 1 },
          { start: one.start + separatorLength(text, one), end: one.end },
        ]
      : [one],
  );
  return {
    move: "drop",
    tier: "safe",
    reason: "Leaves the personal data out of the link; keep it on the server.",
    draft: { range: { start: mark, end }, pieces },
  };
}

const PERSONAL: ReadonlySet<string> = new Set(
  "name contact address place birth date age gender family child health finance belief account".split(
    " ",
  ),
);

/** Beside a parameter with personal data, others that say something of the reader go as well. */
function isPersonal({ holes }: Segment, parameter: Span): boolean {
  return holes.some(
    ({ at, fields }) =>
      overlap(parameter, at) && fields.some(({ is, sensitive }) => sensitive || PERSONAL.has(is)),
  );
}

function questionMark({ text, holes }: Segment): number {
  for (let at = text.indexOf("?"); at >= 0; at = text.indexOf("?", at + 1)) {
    if (!holes.some((hole) => hole.at.start <= at && at < hole.at.end)) return at;
  }
  return -1;
}

function fragmentStart({ text }: Segment, from: number): number {
  const at = text.indexOf("#", Math.max(0, from));
  return at < 0 ? text.length : at;
}

/** Each parameter with the separator in front of it. */
function split({ text, holes }: Segment, { start, end }: Span): readonly Span[] {
  const starts = [start];
  for (let at = start + 1; at < end; at++) {
    const inHole = holes.some((hole) => hole.at.start <= at && at < hole.at.end);
    if (!inHole && SEPARATOR.test(text.charAt(at))) starts.push(at);
  }
  return starts.map((from, index) => ({ start: from, end: starts[index + 1] ?? end }));
}

function separatorLength(text: string, { start }: Span): number {
  return SEPARATOR.test(text.charAt(start)) ? 1 : 0;
}

/** Steps of the path that carry personal data go: a person must see where the link leads then. */
function withoutSteps(segment: Segment, bad: readonly Span[]): Cut | undefined {
  const [first] = bad;
  if (first === undefined || bad.length > 1) return undefined;
  const start = segment.text.lastIndexOf("/", first.start);
  const isStep = start > 0 && segment.text.charAt(start - 1) !== "/";
  const after = segment.text.slice(first.end, first.end + 1);
  if (!isStep || start + 1 !== first.start || !(after === "" || "/?#".includes(after)))
    return undefined;
  return {
    move: "drop",
    tier: "manual",
    reason:
      "Leaves the personal data out of the path; check that the address still leads somewhere.",
    draft: { range: { start, end: first.end }, pieces: [] },
  };
}
