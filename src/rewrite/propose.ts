import type { Tier } from "../model/finding.ts";
import type { Kind } from "../model/message.ts";
import type { Move } from "../model/rule.ts";
import type { Role } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { type Assembled, assemble, type How } from "./assemble.ts";
import { type Draft, proseOf } from "./draft.ts";
import { type Group, SIGHT } from "./groups.ts";
import type { Line } from "./line.ts";
import { moves, rankOf } from "./moves/index.ts";
import { bestProduct, lossOf } from "./moves/product.ts";
import type { Variant } from "./variant.ts";

/** A way to say a group, with what it costs. */
export interface Proposal {
  readonly draft: Draft;
  readonly move: Move;
  readonly tier: Tier;
  readonly reason: string;
  readonly cost: number;
}

const DROP: Variant = {
  move: "offer-first",
  tier: "safe",
  reason: "Leaves it out, so that the offer stands alone.",
  pieces: [],
  cost: 1,
};

/** A few neutral words, for offers that sound like an answer when they stand alone. */
const NEWS: Variant = { ...DROP, tier: "unsafe", opener: "good news: " };

const WAYS: readonly Omit<How, "choice">[] = [
  { keepsRemarks: false, attaches: false },
  { keepsRemarks: false, attaches: true },
  { keepsRemarks: true, attaches: false },
];

/** All ways to say a group, the cheapest first. */
export function propose(
  lines: readonly Line[],
  group: Group,
  kind: Kind = "marketing",
): readonly Proposal[] {
  const options = group.telling.map((index) => optionsOf(lines[index]));
  return combinations(options)
    .flatMap((choice) =>
      WAYS.flatMap((way) => proposalFor(lines, group, { choice, kind, ...way }) ?? []),
    )
    .sort((a, b) => a.cost - b.cost)
    .filter(isNew(lines));
}

/** Lets each wording pass once. */
function isNew(lines: readonly Line[]): (proposal: Proposal) => boolean {
  const seen = new Set<string>();
  const text = lines[0]?.segment.text ?? "";
  return ({ draft }) => {
    const said = proseOf(text, draft.pieces);
    if (seen.has(said)) return false;
    seen.add(said);
    return true;
  };
}

function optionsOf(line: Line | undefined): readonly Variant[] {
  if (line === undefined) return [DROP];
  const preferred = line.found[0]?.match.rule.rewrite ?? [];
  const variants = moves
    .flatMap((make) => make(line))
    .map((variant) => ({ ...variant, cost: variant.cost + rankOf(variant.move, preferred) * 0.2 }));
  const drop = { ...DROP, cost: DROP.cost + Math.min(line.appeal, 3) * 0.8 };
  return [...variants, drop, { ...NEWS, cost: drop.cost + 5 }].sort((a, b) => a.cost - b.cost);
}

const MOST = 40;

/** Every option of each line with the best of the others, and all lines dropped. */
function combinations(options: readonly (readonly Variant[])[]): readonly (readonly Variant[])[] {
  if (options.length === 1) return (options[0] ?? []).map((one) => [one]);
  const best = options.map((own) => own[0] ?? DROP);
  const dropped = options.map((own) => own.find(({ pieces }) => pieces.length === 0) ?? DROP);
  const swaps = options.flatMap((own, at) =>
    own.flatMap((one) => [best.with(at, one), dropped.with(at, one)]),
  );
  return [dropped, ...swaps].slice(0, MOST);
}

function proposalFor(
  lines: readonly Line[],
  group: Group,
  how: How & { readonly kind: Kind },
): Proposal | undefined {
  const { choice, keepsRemarks, attaches } = how;
  const first = lines[group.from];
  const last = lines[group.to];
  if (first === undefined || last === undefined) return undefined;
  const { text } = first.segment;
  const made = assemble(lines, group, how);
  const outside = beside(lines, group);
  if (made.pieces.length === 0 && outside.length === 0) return undefined;
  const said = proseOf(text, made.pieces);
  const appeal = outside.reduce((most, line) => Math.max(most, line.appeal, 0.5), made.appeal);
  const kept = [said, ...outside.map((line) => line.sentence.text)].join(" ").toLowerCase();
  if (wordsIn(kept) < 2 || (outside.length === 0 && appeal === 0)) return undefined;
  const lead = choice.find(({ pieces }) => pieces.length > 0) ?? choice[0];
  const range = { start: first.sentence.span.start, end: last.sentence.span.end };
  return {
    draft: { range: made.pieces.length > 0 ? range : widened(text, range), pieces: made.pieces },
    move: lead?.move ?? "drop",
    tier: made.unsafe ? "unsafe" : "safe",
    reason: lead?.reason ?? DROP.reason,
    cost:
      made.cost +
      leftover(made, outside) +
      (keepsRemarks ? 2.5 : 0) +
      (attaches ? 0.2 : 0) +
      poverty(appeal, kept) * needToSell(how.kind, first.segment.role) +
      lostProducts(lines, group, kept) +
      torn(said),
  };
}

/** The lines around a group that stay as they are. */
function beside(lines: readonly Line[], { from, to }: Group): readonly Line[] {
  return [
    ...lines.slice(Math.max(0, from - SIGHT), from),
    ...lines.slice(to + 1, to + 1 + SIGHT),
  ].filter(({ found }) => found.length === 0);
}

/** With nothing left in a range, the blank beside it goes too. */
function widened(text: string, { start, end }: Span): Span {
  let to = end;
  while (to < text.length && BLANK.test(text.charAt(to))) to++;
  if (to < text.length) return { start, end: to };
  let from = start;
  while (from > 0 && BLANK.test(text.charAt(from - 1))) from--;
  return { start: from, end };
}

/** Half a sentence is worth keeping where it sells, or where nothing else does. */
function leftover({ weakCuts, follows }: Assembled, outside: readonly Line[]): number {
  const rest = outside.reduce((most, line) => Math.max(most, line.appeal), follows);
  return rest >= 2 ? weakCuts * 1.5 : 0;
}

const BLANK = /\s/u;

/** A notice need not sell, and neither need a title. */
function needToSell(kind: Kind, role: Role): number {
  if (kind !== "marketing") return 0.1;
  return TITLES.has(role) ? 0.3 : 1;
}

const TITLES: ReadonlySet<Role> = new Set(["subject", "preheader", "heading", "push-title"]);
const WORD = /[\p{L}\p{N}]+/gu;

/** Copy that sells nothing, or that is a word or two. */
function poverty(appeal: number, text: string): number {
  const words = wordsIn(text);
  const sparse = appeal < 2 || words < 2 ? sparseness(words) : 0;
  if (appeal < 0.5) return 8 + sparse;
  if (appeal < 1) return 3 + sparse;
  return (appeal < 3 ? 1 : 0) + (words < 4 ? 1.5 : 0) + sparse;
}

function wordsIn(text: string): number {
  return (text.match(WORD) ?? []).length;
}

function sparseness(words: number): number {
  if (words < 5) return 5;
  return words < 7 ? 2.5 : 0;
}

/** Things on offer that the new copy no longer names. */
function lostProducts(lines: readonly Line[], group: Group, text: string): number {
  return group.telling.reduce((most, index) => {
    const line = lines[index];
    const product = line === undefined ? undefined : bestProduct(line);
    if (line === undefined || product === undefined) return most;
    const noun = line.terms[product.head]?.normal ?? "";
    return text.includes(noun) ? most : Math.max(most, lossOf(line));
  }, 0);
}

const OPEN = /[([]/gu;
const CLOSE = /[)\]]/gu;

/** Brackets and quotes whose other half is gone. */
function torn(text: string): number {
  const quotes = (text.match(/["“”]/gu) ?? []).length;
  const open = (text.match(OPEN) ?? []).length;
  const close = (text.match(CLOSE) ?? []).length;
  return open === close && quotes % 2 === 0 ? 0 : 8;
}
