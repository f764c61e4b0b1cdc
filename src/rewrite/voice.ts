import type { Segment } from "../model/segment.ts";
import { isKept, type Piece, type Pieces, proseOf } from "./draft.ts";

/** How a text writes its letters. */
export type Voice = "plain" | "caps" | "lower" | "title";

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’]*/gu;
const LETTER = /\p{L}/u;
const UPPER_START = /^\p{Lu}/u;
const SENTENCE_START = /(?:^|[.!?]\s+)(\p{L})/gu;
const SMALL: ReadonlySet<string> = new Set(
  "a an the and but or for nor of on in to at by with from off".split(" "),
);

/** The voice of a text: shouted, all in lower case, in title case, or plain. */
export function voiceOf(text: string): Voice {
  const words = (text.match(WORD) ?? []).filter((word) => LETTER.test(word));
  if (words.length === 0) return "plain";
  const shouted = words.filter((word) => word.length > 1 && word === word.toUpperCase()).length;
  if (words.length >= 2 && shouted >= words.length * 0.7) return "caps";
  const starts = Array.from(text.matchAll(SENTENCE_START), ([, letter = ""]) => letter);
  if (starts.length > 0 && starts.every((letter) => !UPPER_START.test(letter))) return "lower";
  const long = words.filter((word) => word.length > 3);
  const titled = long.filter((word) => UPPER_START.test(word)).length;
  return long.length >= 3 && titled === long.length ? "title" : "plain";
}

/** New words in a voice. Small words stay small in title case. */
export function say(words: string, voice: Voice): string {
  if (voice === "caps") return words.toUpperCase();
  if (voice !== "title") return words;
  return words.replace(WORD, (word) => (SMALL.has(word) ? word : capital(word)));
}

/** A sentence with its first letter as the voice wants it. */
export function started(segment: Segment, pieces: Pieces, voice: Voice): Pieces {
  const [first, ...rest] = pieces;
  if (first === undefined || voice === "lower") return pieces;
  return [...recased(segment, first, capital), ...rest];
}

/** The same pieces with a small first letter, unless the word is a name or in capitals. */
export function continued(segment: Segment, pieces: Pieces, voice: Voice): Pieces {
  const [first, ...rest] = pieces;
  if (first === undefined || voice === "caps" || voice === "title") return pieces;
  const word = proseOf(segment.text, pieces).match(FIRST_WORD)?.[0] ?? "";
  if (!LOWERABLE.test(word) && word !== "A") return pieces;
  return [...recased(segment, first, (letter) => letter.toLowerCase()), ...rest];
}

const FIRST_WORD = /^[\p{L}\p{N}'’]+/u;
const LOWERABLE = /^\p{Lu}[\p{Ll}'’]/u;
const FIRST_LETTER = /^["“‘'([]*\p{L}/u;

function recased(segment: Segment, piece: Piece, change: (letter: string) => string): Pieces {
  if (isKept(piece) && segment.holes.some(({ at }) => at.start === piece.start)) return [piece];
  const prose = proseOf(segment.text, [piece]);
  const head = FIRST_LETTER.exec(prose)?.[0];
  if (head === undefined) return [piece];
  const at = head.length - 1;
  const letter = change(prose.slice(at, head.length));
  if (letter === prose.slice(at, head.length)) return [piece];
  if (!isKept(piece)) return [prose.slice(0, at) + letter + prose.slice(head.length)];
  return [
    { start: piece.start, end: piece.start + at },
    letter,
    { start: piece.start + head.length, end: piece.end },
  ].filter((one) => !isKept(one) || one.end > one.start);
}

/** A word with a capital first letter; words such as `iPhone` keep theirs. */
function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
