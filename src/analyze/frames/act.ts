import type { Datum, Frame } from "../../model/frame.ts";
import type { Predicate } from "../predicates.ts";
import type { Reading } from "../reading.ts";
import { type FrameReader, hasTag, hasWord, makeFrame } from "./frame.ts";

const DONE: ReadonlySet<string> = new Set(["past", "perfect", "past-progressive"]);
const HABIT: ReadonlySet<string> = new Set([
  "always",
  "never",
  "usually",
  "often",
  "keep",
  "still",
]);
/** Verb and noun classes that tell what was done, the most telling first. */
const DATUM_CLASSES: readonly (readonly [string, Datum])[] = [
  ["@cart", "cart"],
  ["@cart-place", "cart"],
  ["@search", "search"],
  ["@purchase", "purchase"],
  ["@browse", "browse"],
  ["@page", "browse"],
  ["@visit", "visit"],
  ["@engage", "engage"],
];
const TOLD = ["@told", "@own-list"];
const HARMLESS = ["@account", "@idiom-act", "@reader-perceives"];
const TAIL = 14;

/** What the reader did, did not do or keeps doing, in the sender's world. */
export const readActs: FrameReader = (reading) =>
  reading.predicates
    .filter((predicate) => isReadersAct(reading, predicate))
    .map((predicate) => actFrame(reading, predicate));

function isReadersAct(reading: Reading, predicate: Predicate): boolean {
  if (predicate.subject !== "reader" || predicate.passive) return false;
  const { terms } = reading;
  const verb = terms[predicate.verb];
  if (verb === undefined || verb.tags.has("Modal")) return false;
  if (DONE.has(predicate.tense)) return !isBareBeOrHave(verb.lemma, verb.normal, predicate);
  const around = { start: predicate.subjectEnd, end: predicate.end };
  return ["present", "bare"].includes(predicate.tense) && hasWord(terms, around, HABIT);
}

/** `You have 40 points`, `you've got until Friday`, `you were right` say nothing done. */
function isBareBeOrHave(lemma: string, normal: string, predicate: Predicate): boolean {
  if (lemma === "have" || normal === "had") return predicate.tense !== "past";
  return ["is", "be", "get", "got"].includes(lemma) || normal === "been";
}

function actFrame(reading: Reading, predicate: Predicate): Frame {
  const { terms } = reading;
  const { clause } = predicate;
  const range = { start: Math.min(predicate.start, predicate.subjectStart), end: endOf(predicate) };
  const told = hasTag(terms, range, ...TOLD);
  const harmless = hasTag(terms, { start: predicate.start, end: predicate.end }, ...HARMLESS);
  return makeFrame(reading, clause, range, {
    person: "reader",
    datum: datumOf(reading, predicate, range),
    source: sourceOf(told, harmless),
    negated: predicate.negated,
    tense: "done",
    force: predicate.inverted && clause.question ? openQuestion(predicate) : reading.force(clause),
  });
}

function sourceOf(told: boolean, harmless: boolean): Frame["source"] {
  if (told) return "told";
  return harmless ? "account" : "observed";
}

/** `Have you tried it?` presupposes nothing; `Didn't you leave something?` does. */
function openQuestion({ negated }: Predicate): Frame["force"] {
  return negated ? "question" : "generic";
}

function datumOf(
  reading: Reading,
  predicate: Predicate,
  range: { readonly start: number; readonly end: number },
): Datum {
  const verb = { start: predicate.start, end: predicate.end };
  const left = hasTag(reading.terms, range, "@cart-place")
    ? (["@cart-place", "cart"] as const)
    : undefined;
  const fit =
    left ??
    DATUM_CLASSES.find(([name]) => hasTag(reading.terms, verb, name)) ??
    DATUM_CLASSES.find(([name]) => hasTag(reading.terms, range, name));
  if (predicate.negated) return fit?.[1] === "cart" ? "cart" : "absence";
  return fit?.[1] ?? "act";
}

function endOf({ clause, end }: Predicate): number {
  return Math.min(clause.end, end + TAIL);
}
