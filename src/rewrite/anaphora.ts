import { type Pieces, put } from "./draft.ts";
import { type Line, spanOf, wordsEnd } from "./line.ts";
import type { NounPhrase } from "./noun-phrases.ts";
import { pluralOf } from "./plural.ts";
import { definite, productsIn, thingsIn, weightOf } from "./products.ts";
import { continued, say, started } from "./voice.ts";

/** Something that a sentence which went had named. */
export interface Antecedent {
  readonly line: Line;
  readonly phrase: NounPhrase;
  readonly weight: number;
}

export interface Resolved {
  readonly pieces: Pieces;
  /** Words that point at something that nobody named. */
  readonly dangling: number;
}

const SINGULAR: ReadonlySet<string> = new Set(["it", "this", "that"]);
const PLURAL: ReadonlySet<string> = new Set(["they", "them", "these", "those"]);
const VERBS: ReadonlyMap<string, string> = new Map([
  ["is", " is"],
  ["are", " are"],
  ["has", " has"],
  ["have", " have"],
  ["will", " will"],
  ["would", " would"],
]);

/**
 * Puts the noun where a pronoun pointed at a sentence that is gone: `It's 20% off` → `The Alta
 * tent is 20% off`.
 */
export function resolve(line: Line, pieces: Pieces, antecedents: readonly Antecedent[]): Resolved {
  if (isElliptic(line) && !isCut(pieces, line, 0)) return { pieces, dangling: 1 };
  const elided = withSubject(line, pieces, antecedents);
  if (elided !== undefined) return elided;
  let out = pieces;
  let dangling = 0;
  let named = false;
  for (let at = 0; at < line.terms.length; at++) {
    const kind = pointerAt(line, at);
    if (kind === undefined || isCut(out, line, at)) continue;
    if (named || hasAntecedentInside(line, firstKept(pieces, line), at)) continue;
    const filled = fill(line, out, { at, kind }, antecedents);
    if (filled === undefined) dangling++;
    else {
      out = filled;
      named = true;
    }
  }
  return { pieces: out, dangling };
}

/** `So are we.` says nothing alone. */
function isElliptic({ terms }: Line): boolean {
  return terms[0]?.normal === "so" && ELLIPTIC.has(terms[1]?.normal ?? "");
}

const ELLIPTIC: ReadonlySet<string> = new Set(
  "is are was were has have do does did can will".split(" "),
);

type Kind = "singular" | "plural" | "one" | "ones";

/** What a word points back with, unless it stands for nothing (`It's time to …`). */
function pointerAt({ terms }: Line, at: number): Kind | undefined {
  const { normal = "", post = "" } = terms[at] ?? {};
  const next = terms[at + 1];
  if (normal === "one" && isProOne(terms[at - 1]?.normal, next?.tags)) return "one";
  if (normal === "ones" && at > 0) return "ones";
  if (!SINGULAR.has(normal) && !PLURAL.has(normal)) return undefined;
  if (normal !== "it" && normal !== "they" && normal !== "them" && !standsAlone(next, post))
    return undefined;
  if ((normal === "that" || normal === "this") && at > 0) return undefined;
  if (normal === "it" && isEmptyIt(terms.slice(at + 1, at + 4).map((term) => term.normal)))
    return undefined;
  return SINGULAR.has(normal) ? "singular" : "plural";
}

function isProOne(before: string | undefined, next: ReadonlySet<string> | undefined): boolean {
  if (before === undefined || !ONE_BEFORE.has(before)) return before === "proof";
  return next === undefined || !(next.has("Noun") || next.has("Adjective"));
}

const ONE_BEFORE: ReadonlySet<string> = new Set(
  "another the this that new right same big small bigger smaller".split(" "),
);

function standsAlone(next: Line["terms"][number] | undefined, post: string): boolean {
  if (next === undefined || BREAK.test(post)) return true;
  return next.tags.has("Verb") && !next.tags.has("Gerund") && !next.tags.has("Noun");
}

const BREAK = /[,;:.!?…]/u;
const EMPTY: ReadonlySet<string> = new Set(
  "time easy never ok okay fine worth hard summer winter spring autumn monday friday christmas happens takes pays helps not all only that about almost nearly".split(
    " ",
  ),
);

function isEmptyIt(words: readonly string[]): boolean {
  const [verb = "", next = ""] = words;
  if (EMPTY.has(verb)) return true;
  return verb === "is" && EMPTY.has(next);
}

function isCut(pieces: Pieces, { terms }: Line, at: number): boolean {
  const span = terms[at]?.span;
  if (span === undefined) return true;
  return !pieces.some(
    (piece) => typeof piece !== "string" && piece.start <= span.start && span.end <= piece.end,
  );
}

/** The sentence itself names something before the word points. */
function hasAntecedentInside(line: Line, from: number, at: number): boolean {
  return productsIn(line, from, at).length > 0;
}

function firstKept(pieces: Pieces, line: Line): number {
  return line.terms.findIndex((_, at) => !isCut(pieces, line, at));
}

function fill(
  line: Line,
  pieces: Pieces,
  { at, kind }: { readonly at: number; readonly kind: Kind },
  antecedents: readonly Antecedent[],
): Pieces | undefined {
  const term = line.terms[at];
  const found = choose(antecedents, kind);
  if (term === undefined || found === undefined) return undefined;
  const { phrase } = found;
  if (kind === "one" || kind === "ones") return put(pieces, term.span, headOf(found, kind));
  const next = line.terms[at + 1];
  const contracted = next !== undefined && next.span.start === term.span.start;
  const verb = contracted ? VERBS.get(next.normal) : "";
  if (verb === undefined) return undefined;
  const words = voiced(
    [...definite(phrase), verb].filter((one) => one !== ""),
    line,
  );
  return put(pieces, term.span, at === 0 ? started(line.segment, words, line.voice) : words);
}

function voiced(pieces: Pieces, { voice }: Line): Pieces {
  return pieces.map((piece) => (typeof piece === "string" ? say(piece, voice) : piece));
}

function choose(antecedents: readonly Antecedent[], kind: Kind): Antecedent | undefined {
  if (kind === "one" || kind === "ones") return antecedents.at(-1);
  return antecedents.findLast(({ phrase }) => phrase.plural === (kind === "plural"));
}

/** The noun with the nouns that belong to it: `a new garden hose` → `garden hose`. */
function headOf({ line, phrase }: Antecedent, kind: "one" | "ones"): Pieces {
  let start = phrase.head;
  while (start > phrase.start && isCompound(line.terms[start - 1])) start--;
  const words = spanOf(line, start, phrase.head + 1);
  const text = line.segment.text.slice(words.start, words.end);
  if ((kind === "ones") === phrase.plural) return [words];
  return kind === "ones" ? [pluralOf(text)] : [text.replace(PLURAL_S, "")];
}

function isCompound(term: Line["terms"][number] | undefined): boolean {
  return term?.tags.has("Noun") === true && term.tags.has("Adjective") === false;
}

const PLURAL_S = /s$/u;
const ELIDED =
  /^(?:ends|starts|drops|sells|comes|arrives|ships|is|goes|fits|costs|works|opens|closes|returns|lands|has)$/u;

/** `That deal you looked at? Ends tonight.` → `The deal ends tonight.` */
function withSubject(
  line: Line,
  pieces: Pieces,
  antecedents: readonly Antecedent[],
): Resolved | undefined {
  const first = line.terms[0];
  const [piece, ...rest] = pieces;
  if (first === undefined || !ELIDED.test(first.normal) || first.span.start !== spanStart(piece))
    return undefined;
  if (line.sentence.text.trimEnd().endsWith("?") || piece === undefined) return undefined;
  const found = antecedents.findLast(({ phrase }) => !phrase.plural);
  if (found === undefined) return { pieces, dangling: 1 };
  const subject = started(line.segment, voiced([...definite(found.phrase), " "], line), line.voice);
  return {
    pieces: [...subject, ...continued(line.segment, [piece], line.voice), ...rest],
    dangling: 0,
  };
}

function spanStart(piece: Pieces[number] | undefined): number {
  return piece === undefined || typeof piece === "string" ? -1 : piece.start;
}

/** What a line names that a later pronoun may mean, the likeliest last. */
export function antecedentsIn(line: Line): readonly Antecedent[] {
  return thingsIn(line, 0, wordsEnd(line))
    .map((phrase) => ({ line, phrase, weight: weightOf(line, phrase) }))
    .filter(({ weight }) => weight >= 1)
    .sort((a, b) => a.weight - b.weight);
}
