import { type Antecedent, antecedentsIn, resolve } from "./anaphora.ts";
import { appealOf, isCall } from "./appeal.ts";
import { attach } from "./attach.ts";
import { isKept, type Piece, type Pieces, proseOf, put } from "./draft.ts";
import type { Group } from "./groups.ts";
import { leadOf } from "./lead.ts";
import { type Line, spanOf, stopOf, wordsEnd } from "./line.ts";
import { firstOwnTerm, isRemark } from "./remarks.ts";
import { asSentence, type Variant } from "./variant.ts";
import { continued, say, started } from "./voice.ts";

/** One of the ways to put a group together. */
export interface How {
  /** For each line that tells, how it is said. */
  readonly choice: readonly Variant[];
  /** Short remarks on what was told stay. */
  readonly keepsRemarks: boolean;
  /** The thing is named in the offer: `Here's 10% off the Alta tent`. */
  readonly attaches: boolean;
}

/** The new words of a group, with what went into them. */
export interface Assembled {
  readonly pieces: Pieces;
  readonly cost: number;
  readonly unsafe: boolean;
  /** The most that a line of it sells. */
  readonly appeal: number;
  /** The most that a line sells that stands as it was. */
  readonly follows: number;
  /** Parts of sentences that were kept and sell little. */
  readonly weakCuts: number;
}

interface State {
  readonly pieces: Piece[];
  antecedents: readonly Antecedent[];
  cost: number;
  /** The line before is gone. */
  loose: boolean;
  emoji: string;
  appeal: number;
  follows: number;
  weakCuts: number;
  unsafe: boolean;
  /** A greeting whose sentence went, which the next one takes on. */
  lead: Pieces;
  /** The lead is new: it fits a statement, not a call to act or a question. */
  opens: boolean;
  readonly keepsRemarks: boolean;
  readonly attaches: boolean;
}

/** Says the lines of a group with one variant for each that tells, and mends what is around. */
export function assemble(
  lines: readonly Line[],
  group: Group,
  { choice, keepsRemarks, attaches }: How,
): Assembled {
  const state: State = {
    pieces: [],
    antecedents: [],
    cost: 0,
    loose: false,
    emoji: "",
    appeal: 0,
    follows: 0,
    weakCuts: 0,
    unsafe: false,
    lead: [],
    opens: false,
    keepsRemarks,
    attaches,
  };
  for (let index = group.from; index <= group.to; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const variant = choice[group.telling.indexOf(index)];
    if (variant !== undefined) addVariant(state, line, variant);
    else if (index < (group.telling[0] ?? 0)) addSetUp(state, line);
    else addFollower(state, line);
  }
  const { pieces, emoji } = state;
  const ending = emoji === "" || pieces.length === 0 ? [] : [` ${emoji.trim()}`];
  return {
    ...state,
    pieces: [...pieces, ...ending],
    cost: state.cost + (state.lead.length > 0 ? 4 : 0),
  };
}

function addSetUp(state: State, line: Line): void {
  state.loose = true;
  state.emoji += emojiOf(line);
}

function addVariant(state: State, line: Line, variant: Variant): void {
  const { pieces, names } = variant;
  state.cost += variant.cost;
  state.unsafe ||= variant.tier === "unsafe";
  state.antecedents = names === undefined ? [...state.antecedents, ...antecedentsIn(line)] : [];
  state.loose = pieces.length === 0 || names !== undefined;
  const lead = leadOf(line);
  if (pieces.length === 0) {
    state.emoji += emojiOf(line);
    if (variant.opener !== undefined) state.opens = true;
    state.lead = [...(lead?.pieces ?? []), ...opening(line, variant, lead === undefined)];
    return;
  }
  const first = pieces[0];
  const startsOver =
    first === undefined || !isKept(first) || first.start !== line.sentence.span.start;
  addLine(
    state,
    line,
    lead !== undefined && startsOver ? joined(line, lead.pieces, pieces) : pieces,
  );
  const appeal = Math.max(appealOfPieces(line, pieces), names === undefined ? 0 : 2);
  if (names === undefined && appeal < 3 && variant.sound !== true) state.weakCuts++;
  state.appeal = Math.max(state.appeal, appeal);
}

function joined(line: Line, lead: Pieces, pieces: Pieces): Pieces {
  const start = pieces.find(isKept)?.start ?? -1;
  const first = line.terms.find(({ span }) => span.end > start);
  const keepsCapital = first?.tags.has("ProperNoun") === true || first?.normal === "i";
  return [...lead, ...(keepsCapital ? pieces : continued(line.segment, pieces, line.voice))];
}

function appealOfPieces({ terms }: Line, pieces: Pieces): number {
  const kept = terms.filter(({ span }) =>
    pieces.some((piece) => isKept(piece) && piece.start <= span.start && span.end <= piece.end),
  );
  return Math.max(appealOf(kept), 1);
}

function addFollower(state: State, line: Line): void {
  if (state.loose && !state.keepsRemarks && isRemark(line)) {
    state.antecedents = [...state.antecedents, ...antecedentsIn(line)];
    state.emoji += emojiOf(line);
    return;
  }
  const start = state.loose ? firstOwnTerm(line) : 0;
  const raw: Pieces = withoutStill(
    line,
    start === 0 ? [line.sentence.span] : [spanOf(line, start, wordsEnd(line))],
    state.loose,
  );
  const resolved =
    (state.attaches ? attach(line, raw, state.antecedents) : undefined) ??
    resolve(line, raw, state.antecedents);
  const changed = resolved.pieces !== raw;
  const own = start === 0 ? resolved.pieces : asSentence(line, resolved.pieces, { asks: true });
  if (state.loose || changed) state.cost += resolved.dangling * 3;
  state.unsafe ||= changed;
  const { lead } = state;
  if (state.opens && !isStatement(line)) state.cost += 9;
  state.opens = false;
  addLine(state, line, lead.length > 0 ? joined(line, lead, own) : own);
  state.lead = [];
  state.appeal = Math.max(state.appeal, line.appeal, 0.5);
  state.follows = Math.max(state.follows, line.appeal);
  state.loose = false;
  state.antecedents = changed ? [] : state.antecedents;
}

const AFTER_STILL: ReadonlySet<string> = new Set(["here", "available", "in", "yours", "on"]);

/** `It's still here` takes up what went: it is here. */
function withoutStill({ terms }: Line, pieces: Pieces, loose: boolean): Pieces {
  const at = terms.findIndex(
    ({ normal }, index) => normal === "still" && AFTER_STILL.has(terms[index + 1]?.normal ?? ""),
  );
  const still = terms[at];
  const next = terms[at + 1];
  if (!loose || still === undefined || next === undefined) return pieces;
  return put(pieces, { start: still.span.start, end: next.span.start });
}

function isStatement({ sentence, terms }: Line): boolean {
  return !sentence.text.includes("?") && !isCall(terms) && sentence.predicates.length > 0;
}

function addLine(state: State, line: Line, pieces: Pieces): void {
  const before = state.pieces.at(-1);
  if (before !== undefined && !BLANK_END.test(proseOf(line.segment.text, [before])))
    state.pieces.push(" ");
  state.pieces.push(...pieces);
}

function opening(line: Line, { opener }: Variant, isFirst: boolean): Pieces {
  if (opener === undefined) return [];
  const words = isFirst ? started(line.segment, [opener], line.voice) : [opener];
  return words.map((word) => (isKept(word) ? word : say(word, line.voice)));
}

const BLANK_END = /\s$/u;
const EMOJI =
  /\s*\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*/gu;
/** Eyes and spies watch, too. */
const WATCHING = /👀|👁|🕵|🔍|🔎|🫣|😏|😈|🐺|😬|😉|💔|😢|😭/u;

function emojiOf(line: Line): string {
  const stop = stopOf(line);
  const found = line.segment.text.slice(stop.start, stop.end).match(EMOJI)?.join("") ?? "";
  return WATCHING.test(found) ? "" : found;
}
