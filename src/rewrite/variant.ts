import type { Tier } from "../model/finding.ts";
import type { Move } from "../model/rule.ts";
import type { Pieces } from "./draft.ts";
import { type Line, stopOf } from "./line.ts";
import type { NounPhrase } from "./noun-phrases.ts";
import { started } from "./voice.ts";

/** One way to say a sentence. */
export interface Variant {
  readonly move: Move;
  readonly tier: Tier;
  readonly reason: string;
  /** Empty where the sentence goes. */
  readonly pieces: Pieces;
  /** Things that the new words name, which `it` behind them may stand for. */
  readonly names?: readonly NounPhrase[];
  /** New words in front of the sentence that comes next. */
  readonly opener?: string;
  /** It reads as if it had always been a sentence. */
  readonly sound?: boolean;
  /** How far it is from what one would like to send; 0 is best. */
  readonly cost: number;
}

const QUESTION = /\?+/u;

/**
 * Words as a sentence: capital, stop and emoji as the line has them. A question mark stays only
 * where the words still ask.
 */
export function asSentence(
  line: Line,
  pieces: Pieces,
  { asks }: { readonly asks: boolean },
): Pieces {
  const stop = stopOf(line);
  const text = line.segment.text.slice(stop.start, stop.end);
  const ending: Pieces = QUESTION.test(text) && !asks ? [text.replace(QUESTION, ".")] : [stop];
  return [...started(line.segment, pieces, line.voice), ...ending];
}

/** The words up to a term still ask what the whole sentence asked. */
export function asksAt({ chunks, terms }: Line, end: number): boolean {
  const last = chunks.findLast((chunk) => chunk.start < end);
  return last !== undefined && end >= last.end && last.end === terms.length;
}
