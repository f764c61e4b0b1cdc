import type { Source } from "./field.ts";
import type { Span } from "./span.ts";

export const KNOWERS = ["sender", "system", "product", "third", "none"] as const;
export const EVIDENCES = [
  "perceive",
  "track",
  "record",
  "know",
  "appear",
  "guess",
  "remind",
  "none",
] as const;
export const PERSONS = [
  "reader",
  "reader-thing",
  "cluster",
  "crowd",
  "few",
  "third",
  "nobody",
] as const;
export const DATA = [
  "act",
  "browse",
  "search",
  "cart",
  "purchase",
  "absence",
  "engage",
  "visit",
  "interest",
  "event",
  "trait",
  "place",
  "movement",
  "device",
  "social",
  "intent",
  "household",
  "child",
  "contact",
  "need",
  "account",
  "none",
] as const;
export const FORCES = [
  "statement",
  "question",
  "imperative",
  "conditional",
  "generic",
  "promise",
  "quoted",
  "idiom",
] as const;

export type Knower = (typeof KNOWERS)[number];
export type Evidence = (typeof EVIDENCES)[number];
export type Person = (typeof PERSONS)[number];
export type Datum = (typeof DATA)[number];
export type Force = (typeof FORCES)[number];

/** One clause read as a reveal: who knows what about whom, and how it is said. */
export interface Frame {
  /** The words that carry it, in the segment's text. */
  readonly span: Span;
  readonly knower: Knower;
  readonly evidence: Evidence;
  readonly person: Person;
  readonly datum: Datum;
  readonly source: Source;
  readonly force: Force;
  readonly negated: boolean;
  readonly tense: "done" | "ongoing" | "future" | "none";
  /** Counts, clock times, dates, durations or distances stand beside the fact. */
  readonly precise: boolean;
  /** The kind of trait or life event, where the datum is one: `health`, `religion`, `wedding` … */
  readonly trait: string;
}
