import type { OffsetMap } from "../model/offset-map.ts";
import { buildProse, type ProseBuilder } from "../text/offset-map.ts";

/** A sentence as the tagger should see it, with the way back. */
export interface Normalized {
  readonly text: string;
  /** Normalized text → sentence. */
  readonly map: OffsetMap;
}

const WORD = /[\p{L}\p{N}’'@\u00AD\u200B-\u200D\u2060\uFEFF]+/gu;
const LETTER = /\p{L}/u;
const CAPS_WORD = /^\P{Ll}*\p{Lu}\P{Ll}*$/u;
const TITLE_WORD = /^\p{Lu}/u;
const CURLY = /[’‘ʼ]/gu;
const ZERO_WIDTH = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
/** In a row of capitals these say that the sender shouts; a lone name or sign does not. */
const SHOUTED = 3;

/**
 * Opens SMS and hurried spelling (`u`, `ur`, `2day`), straightens quotes and lowers shouted or
 * title-case sentences, so that the tagger meets the words it knows.
 */
export function normalize(sentence: string, spellings: ReadonlyMap<string, string>): Normalized {
  const words = Array.from(sentence.matchAll(WORD));
  const lower = isShouted(words) || isTitleCase(words);
  const prose = buildProse();
  let at = 0;
  for (const match of words) {
    prose.copy(straighten(sentence.slice(at, match.index)), at);
    const [word] = match;
    const end = match.index + word.length;
    const spelled = inInitials(sentence, match.index, end)
      ? undefined
      : spellings.get(straighten(word).toLowerCase());
    if (spelled === undefined) copyVisible(prose, lower ? lowered(word) : word, match.index);
    else prose.whole(matchCase(spelled, word, lower), { start: match.index, end });
    at = end;
  }
  prose.copy(straighten(sentence.slice(at)), at);
  return prose.build();
}

/** The `U` of `U.S.` is no `you`. */
function inInitials(sentence: string, start: number, end: number): boolean {
  const behind = sentence.charAt(end) === "." && LETTER.test(sentence.charAt(end + 1));
  return behind || (sentence.charAt(start - 1) === "." && LETTER.test(sentence.charAt(start - 2)));
}

/** Copies a word without the marks in it that nobody sees, such as soft hyphens. */
function copyVisible(prose: ProseBuilder, word: string, start: number): void {
  let at = 0;
  for (const { index } of word.matchAll(ZERO_WIDTH)) {
    prose.copy(straighten(word.slice(at, index)), start + at);
    at = index + 1;
  }
  prose.copy(straighten(word.slice(at)), start + at);
}

function straighten(text: string): string {
  return text.replace(CURLY, "'").replace(ZERO_WIDTH, "");
}

/** Lower case of the same length: a few letters grow, and would shift the offsets. */
function lowered(word: string): string {
  const lower = word.toLowerCase();
  return lower.length === word.length ? lower : word;
}

function matchCase(spelled: string, word: string, lower: boolean): string {
  if (lower || !TITLE_WORD.test(word)) return spelled;
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}

function isShouted(words: readonly RegExpMatchArray[]): boolean {
  const letters = words.map(([word]) => word).filter((word) => LETTER.test(word));
  const caps = letters.filter((word) => CAPS_WORD.test(word)).length;
  return caps >= SHOUTED && caps >= letters.length * 0.7;
}

function isTitleCase(words: readonly RegExpMatchArray[]): boolean {
  const long = words.map(([word]) => word).filter((word) => LETTER.test(word) && word.length > 3);
  const titled = long.filter((word) => TITLE_WORD.test(word)).length;
  return long.length >= 3 && titled >= long.length * 0.8;
}
