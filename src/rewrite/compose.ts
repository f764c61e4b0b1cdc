import type { Tier } from "../model/finding.ts";
import type { Move } from "../model/rule.ts";
import { type Antecedent, antecedentsIn, resolve } from "./anaphora.ts";
import { appealOf } from "./appeal.ts";
import { type Draft, isKept, type Piece, type Pieces, proseOf } from "./draft.ts";
import { type Line, spanOf, stopOf, wordsEnd } from "./line.ts";
import { moves, rankOf } from "./moves/index.ts";
import { bestProduct } from "./moves/product.ts";
import { firstOwnTerm, isLeadIn, isRemark } from "./remarks.ts";
import { asSentence, type Variant } from "./variant.ts";

/** Sentences that are rewritten together. Line indexes, `to` included. */
export interface Group {
  readonly from: number;
  readonly to: number;
  /** The lines that tell. */
  readonly telling: readonly number[];
}

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
  reason: "Lets the offer stand alone.",
  pieces: [],
  cost: 1,
};

/** Lines that tell and stand close together are one group. */
export function groupsOf(lines: readonly Line[]): readonly Group[] {
  const telling = lines.flatMap((line, index) => (line.found.length > 0 ? [index] : []));
  const groups: number[][] = [];
  for (const index of telling) {
    const group = groups.at(-1);
    if (group !== undefined && index - (group.at(-1) ?? 0) <= 2) group.push(index);
    else groups.push([index]);
  }
  return groups.map((own, at) => {
    const first = own[0] ?? 0;
    const last = own.at(-1) ?? 0;
    const before = lines[first - 1];
    const next = groups[at + 1]?.[0] ?? lines.length;
    const reach = before !== undefined && isLeadIn(before) ? first - 1 : first;
    return { from: reach, to: Math.min(last + 2, next - 1, lines.length - 1), telling: own };
  });
}

/** All ways to say a group, the cheapest first. */
export function propose(lines: readonly Line[], group: Group): readonly Proposal[] {
  const options = group.telling.map((index) => optionsOf(lines[index]));
  return combinations(options)
    .map((choice) => assemble(lines, group, choice))
    .filter((proposal) => proposal !== undefined)
    .sort((a, b) => a.cost - b.cost);
}

function optionsOf(line: Line | undefined): readonly Variant[] {
  if (line === undefined) return [DROP];
  const preferred = line.found[0]?.match.rule.rewrite ?? [];
  const variants = moves
    .flatMap((make) => make(line))
    .map((variant) => ({ ...variant, cost: variant.cost + rankOf(variant.move, preferred) * 0.2 }));
  return [...variants, { ...DROP, cost: DROP.cost + line.appeal * 0.8 }].sort(
    (a, b) => a.cost - b.cost,
  );
}

const MOST = 40;

/** Every option of each line with the best of the others, and all lines dropped. */
function combinations(options: readonly (readonly Variant[])[]): readonly (readonly Variant[])[] {
  if (options.length === 1) return (options[0] ?? []).map((one) => [one]);
  const best = options.map((own) => own[0] ?? DROP);
  const dropped = options.map(() => DROP);
  const swaps = options.flatMap((own, at) =>
    own.flatMap((one) => [best.with(at, one), dropped.with(at, one)]),
  );
  return [...swaps, dropped].slice(0, MOST);
}

interface State {
  readonly pieces: Piece[];
  antecedents: readonly Antecedent[];
  cost: number;
  /** The line before is gone or lost its telling part. */
  loose: boolean;
  emoji: string;
  appeal: number;
  unsafe: boolean;
}

function assemble(
  lines: readonly Line[],
  group: Group,
  choice: readonly Variant[],
): Proposal | undefined {
  const state: State = {
    pieces: [],
    antecedents: [],
    cost: 0,
    loose: false,
    emoji: "",
    appeal: 0,
    unsafe: false,
  };
  for (let index = group.from; index <= group.to; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const at = group.telling.indexOf(index);
    const variant = at < 0 ? undefined : choice[at];
    if (variant !== undefined) addVariant(state, line, variant);
    else if (index < (group.telling[0] ?? 0)) state.loose = true;
    else addFollower(state, line);
  }
  const first = lines[group.from];
  const last = lines[group.to];
  if (first === undefined || last === undefined) return undefined;
  const lead = choice.find(({ pieces }) => pieces.length > 0) ?? choice[0];
  return finish(lines, group, { state, lead, first, last });
}

function addVariant(state: State, line: Line, variant: Variant): void {
  state.cost += variant.cost;
  state.unsafe ||= variant.tier === "unsafe";
  state.antecedents =
    variant.names === undefined ? [...state.antecedents, ...antecedentsIn(line)] : [];
  if (variant.pieces.length === 0) {
    state.emoji += emojiOf(line);
  } else {
    addLine(state, line, variant.pieces);
    state.appeal = Math.max(state.appeal, appealOfPieces(line, variant.pieces));
  }
  state.loose = true;
}

function appealOfPieces({ terms }: Line, pieces: Pieces): number {
  const kept = terms.filter(({ span }) =>
    pieces.some((piece) => isKept(piece) && piece.start <= span.start && span.end <= piece.end),
  );
  return Math.max(appealOf(kept), 1);
}

function addFollower(state: State, line: Line): void {
  if (state.loose && isRemark(line)) {
    state.antecedents = [...state.antecedents, ...antecedentsIn(line)];
    state.emoji += emojiOf(line);
    return;
  }
  const start = state.loose ? firstOwnTerm(line) : 0;
  const whole: Pieces = [line.sentence.span];
  const own =
    start === 0 ? whole : asSentence(line, [spanOf(line, start, wordsEnd(line))], { asks: true });
  const resolved =
    state.antecedents.length > 0 || state.loose ? resolve(line, own, state.antecedents) : undefined;
  state.cost += (resolved?.dangling ?? 0) * 3;
  state.unsafe ||= resolved !== undefined && resolved.pieces !== own;
  addLine(state, line, resolved?.pieces ?? own);
  state.appeal = Math.max(state.appeal, line.appeal);
  state.loose = false;
  state.antecedents = resolved?.pieces === own ? state.antecedents : [];
}

function addLine(state: State, line: Line, pieces: Pieces): void {
  if (state.pieces.length > 0) state.pieces.push(" ");
  state.pieces.push(...pieces);
}

const EMOJI = /\s*(?:\p{Extended_Pictographic}[\uFE0F\u200D\p{Emoji_Modifier}]*)+/gu;
/** Eyes and spies: they watch, too. */
const WATCHING = /[👀👁🕵🔍🔎🫣😏😈🐺]/u;

function emojiOf(line: Line): string {
  const stop = stopOf(line);
  const found = line.segment.text.slice(stop.start, stop.end).match(EMOJI)?.join("") ?? "";
  return WATCHING.test(found) ? "" : found;
}

interface Ending {
  readonly state: State;
  readonly lead: Variant | undefined;
  readonly first: Line;
  readonly last: Line;
}

function finish(
  lines: readonly Line[],
  group: Group,
  { state, lead, first, last }: Ending,
): Proposal | undefined {
  const { segment } = first;
  const range = { start: first.sentence.span.start, end: last.sentence.span.end };
  const outside = lines.filter(
    (line, index) => (index < group.from || index > group.to) && line.found.length === 0,
  );
  const appeal = outside.reduce((most, line) => Math.max(most, line.appeal), state.appeal);
  if (state.pieces.length === 0 && outside.length === 0) return undefined;
  const pieces: Pieces =
    state.emoji === "" || state.pieces.length === 0 ? state.pieces : [...state.pieces, state.emoji];
  const text = proseOf(segment.text, pieces);
  const keptText = [text, ...outside.map((line) => line.sentence.text)].join(" ").toLowerCase();
  return {
    draft: { range: widened(segment.text, range, pieces), pieces },
    move: lead?.move ?? "drop",
    tier: state.unsafe ? "unsafe" : "safe",
    reason: lead?.reason ?? DROP.reason,
    cost: state.cost + poverty(appeal) + lostProducts(lines, group, keptText),
  };
}

/** With nothing left the blank behind goes too. */
function widened(text: string, { start, end }: Draft["range"], pieces: Pieces): Draft["range"] {
  if (pieces.length > 0) return { start, end };
  let to = end;
  while (to < text.length && BLANK.test(text.charAt(to))) to++;
  if (to < text.length) return { start, end: to };
  let from = start;
  while (from > 0 && BLANK.test(text.charAt(from - 1))) from--;
  return { start: from, end };
}

const BLANK = /\s/u;

function poverty(appeal: number): number {
  if (appeal < 1) return 6;
  return appeal < 3 ? 1 : 0;
}

/** A thing on offer that the new copy no longer names. */
function lostProducts(lines: readonly Line[], group: Group, text: string): number {
  const lost = group.telling.some((index) => {
    const line = lines[index];
    const product = line === undefined ? undefined : bestProduct(line);
    if (line === undefined || product === undefined) return false;
    const noun = line.terms[product.head]?.normal ?? "";
    return !text.includes(noun) && WANTED.test(line.found[0]?.match.rule.id ?? "");
  });
  return lost ? 2 : 0;
}

const WANTED = /^(?:activity\/(?:browsing|cart|search)|retargeting)/u;
