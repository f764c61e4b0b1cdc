import type { FieldClass, Source } from "../model/field.ts";

/** Classes by how much they tell: of phrases of one length the most telling one wins. */
export const WEIGHT: Record<FieldClass, number> = {
  token: 9,
  health: 8,
  belief: 8,
  child: 8,
  prediction: 7,
  finance: 7,
  family: 6,
  gender: 6,
  birth: 6,
  browse: 5,
  search: 5,
  cart: 5,
  absence: 5,
  engage: 5,
  segment: 5,
  identifier: 5,
  purchase: 4,
  age: 4,
  device: 4,
  contact: 4,
  address: 4,
  place: 3,
  company: 3,
  name: 3,
  offer: 2,
  product: 2,
  count: 1,
  date: 1,
  time: 1,
  account: 1,
  content: 1,
  unknown: 0,
};

/** Classes whose every field is sensitive; the class `field-sensitive` of the lexicon adds names. */
export const SENSITIVE: ReadonlySet<FieldClass> = new Set(["health", "belief", "child"]);

/** Classes whose plain words are rarely in brackets for another reason. */
export const PERSONAL: ReadonlySet<FieldClass> = new Set([
  "name",
  "contact",
  "identifier",
  "token",
  "place",
  "address",
  "company",
  "birth",
  "age",
]);

/** How a field is come by where its name does not say. */
export const FROM: Record<FieldClass, Source> = {
  name: "told",
  contact: "told",
  identifier: "account",
  token: "account",
  place: "unknown",
  address: "told",
  product: "unknown",
  purchase: "account",
  cart: "observed",
  browse: "observed",
  search: "observed",
  engage: "observed",
  absence: "observed",
  count: "unknown",
  date: "unknown",
  time: "unknown",
  device: "observed",
  age: "unknown",
  birth: "told",
  gender: "unknown",
  family: "unknown",
  child: "unknown",
  health: "unknown",
  finance: "unknown",
  belief: "unknown",
  prediction: "inferred",
  segment: "inferred",
  company: "told",
  offer: "unknown",
  account: "account",
  content: "unknown",
  unknown: "unknown",
};

/** Where a name says more than one, the one that the reader expects least. */
export const SOURCE_ORDER: readonly Source[] = [
  "bought",
  "inferred",
  "observed",
  "told",
  "account",
];
