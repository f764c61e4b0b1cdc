import type { Frame } from "../../model/frame.ts";
import type { Clause } from "../clauses.ts";
import type { Reading } from "../reading.ts";
import { type FrameReader, hasTag, hasWord, makeFrame } from "./frame.ts";

const READER: ReadonlySet<string> = new Set(["you", "your", "yourself"]);
const ARTICLES: ReadonlySet<string> = new Set(["a", "an"]);
/** A longer phrase behind `as a` is hardly a label. */
const LONGEST = 5;

/** `As a trail runner, you …`: a label put on the reader. Roles of an account are no labels. */
export const readLabels: FrameReader = (reading) =>
  reading.clauses.flatMap((clause, index) => {
    const { start, end } = clause;
    const opens = reading.terms[start]?.normal === "as" || reading.terms[start]?.normal === "being";
    if (!opens || !ARTICLES.has(reading.terms[start + 1]?.normal ?? "")) return [];
    const you = readerAfter(reading, clause, reading.clauses[index + 1]);
    if (you === undefined || hasTag(reading.terms, { start, end: you }, "@account-role")) return [];
    return [labelFrame(reading, clause, { start, end: Math.max(you + 1, Math.min(end, you + 1)) })];
  });

/** The index of the word that names the reader: in the clause, or opening the next one. */
function readerAfter(
  reading: Reading,
  clause: Clause,
  next: Clause | undefined,
): number | undefined {
  const inside = { start: clause.start + 2, end: Math.min(clause.end, clause.start + LONGEST + 2) };
  for (let at = inside.start; at < inside.end; at++) {
    if (READER.has(reading.terms[at]?.normal ?? "")) return at;
  }
  if (next === undefined || clause.end - clause.start > LONGEST + 2) return undefined;
  for (let at = next.start; at < Math.min(next.end, next.start + 3); at++) {
    if (hasWord(reading.terms, { start: at, end: at + 1 }, READER)) return at;
  }
  return undefined;
}

function labelFrame(
  reading: Reading,
  clause: Clause,
  range: { readonly start: number; readonly end: number },
): Frame {
  return makeFrame(reading, clause, range, {
    person: "reader",
    datum: "interest",
    source: "inferred",
  });
}
