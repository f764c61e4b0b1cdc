import type { Datum, Evidence, Frame } from "../../model/frame.ts";
import type { Predicate } from "../predicates.ts";
import type { Reading } from "../reading.ts";
import { type FrameReader, hasTag, hasWord, makeFrame } from "./frame.ts";

const OTHERS: ReadonlySet<string> = new Set(["thing", "person", "crowd"]);
const READER: ReadonlySet<string> = new Set(["you", "your", "ya", "yours", "yourself"]);
/** Knowing and guessing need a fact behind them: `we know you're busy` tells none. */
const CLAIMS: ReadonlySet<Evidence> = new Set(["know", "guess"]);
const DONE: ReadonlySet<string> = new Set(["past", "perfect", "past-progressive", "progressive"]);
const STOPS: ReadonlySet<string> = new Set(["so", "because", "which", "while", "and", "but"]);
/** How far behind the verb the reader is named. */
const REACH = 7;
const CLASSES: readonly (readonly [string, Evidence])[] = [
  ["@track", "track"],
  ["@perceive", "perceive"],
  ["@know", "know"],
  ["@appear-verb", "guess"],
];

/** The sender or its systems seeing, following or knowing the reader. */
export const readPerceiving: FrameReader = (reading) =>
  reading.predicates.flatMap((predicate) => {
    const evidence = evidenceOf(reading, predicate);
    if (evidence === undefined || !mayPerceive(reading, predicate)) return [];
    const object = objectOf(reading, predicate);
    if (!namesReader(reading, predicate, object)) return [];
    if (CLAIMS.has(evidence) && !tellsFact(reading, predicate)) return [];
    return [perceiveFrame(reading, predicate, { evidence, end: object.end })];
  });

function evidenceOf(reading: Reading, { start, end }: Predicate): Evidence | undefined {
  return CLASSES.find(([name]) => hasTag(reading.terms, { start, end }, name))?.[1];
}

function mayPerceive(reading: Reading, predicate: Predicate): boolean {
  if (hasTag(reading.terms, { start: predicate.start, end: predicate.verb + 3 }, "@idiom-verb"))
    return false;
  if (
    predicate.tense === "modal" &&
    !hasWord(reading.terms, predicate, new Set(["can", "could", "couldn't"]))
  )
    return false;
  if (predicate.passive)
    return predicate.subject === "reader" || predicate.subject === "reader-thing";
  if (predicate.subject === "sender" || predicate.subject === "system") return true;
  if (OTHERS.has(predicate.subject)) return seesReader(reading, predicate);
  if (predicate.subject !== "elided") return false;
  return predicate.tense === "past" || predicate.tense === "perfect";
}

/** `The team at Juniper spotted you admiring …`: whoever it is, the reader was seen. */
function seesReader({ terms }: Reading, { end, tense }: Predicate): boolean {
  return (tense === "past" || tense === "perfect") && terms[end]?.normal === "you";
}

function objectOf(
  reading: Reading,
  { end, verb, clause }: Predicate,
): { start: number; end: number } {
  const next = reading.clauses[reading.clauses.indexOf(clause) + 1];
  const limit = next?.opener === "that" || next?.opener === "how" ? next.end : clause.end;
  const reach = Math.min(limit, end + REACH);
  let stop = end;
  while (stop < reach && !STOPS.has(reading.terms[stop]?.normal ?? "")) stop++;
  return { start: Math.min(end, verb + 1), end: stop };
}

/** A statement about the reader follows: something done, or a liking; `you'll love it` is none. */
function tellsFact(reading: Reading, { end }: Predicate): boolean {
  return reading.predicates.some(
    (next) =>
      next.start >= end &&
      next.start < end + REACH * 2 &&
      next.subject === "reader" &&
      next.tense !== "modal" &&
      (DONE.has(next.tense) ||
        hasTag(reading.terms, { start: next.start, end: next.end + 2 }, "@liking")),
  );
}

function namesReader(
  reading: Reading,
  predicate: Predicate,
  object: { readonly start: number; readonly end: number },
): boolean {
  if (predicate.passive) return true;
  return hasWord(reading.terms, object, READER) || hasTag(reading.terms, object, "@field-name");
}

function perceiveFrame(
  reading: Reading,
  predicate: Predicate,
  { evidence, end }: { readonly evidence: Evidence; readonly end: number },
): Frame {
  const start =
    predicate.subjectEnd > predicate.subjectStart ? predicate.subjectStart : predicate.start;
  const range = { start, end: Math.max(end, predicate.end) };
  return makeFrame(reading, predicate.clause, range, {
    knower: predicate.subject === "system" ? "system" : "sender",
    evidence,
    person: "reader",
    datum: datumOf(reading, range),
    source: "observed",
    negated: predicate.negated,
    tense: "done",
    ...(predicate.negated ? { force: "promise" as const } : {}),
  });
}

function datumOf(reading: Reading, range: { start: number; end: number }): Datum {
  const rest = { start: range.start, end: Math.min(reading.terms.length, range.end + 6) };
  if (hasTag(reading.terms, rest, "@cart-place", "@cart")) return "cart";
  if (hasTag(reading.terms, rest, "@browse", "@page")) return "browse";
  if (hasTag(reading.terms, rest, "@place")) return "place";
  if (hasTag(reading.terms, rest, "@liking")) return "interest";
  return "act";
}
