import type { Field, FieldClass } from "../model/field.ts";
import { fieldParts } from "./field-parts.ts";

/**
 * The plain English word that stands for a field in prose, so that a tagger reads the sentence as
 * if the field were filled in. The words are neutral: none of them is a tell by itself.
 */
export function placeholderFor(fields: readonly Field[]): string {
  const [field] = fields;
  if (field === undefined) return "item";
  const last = fieldParts(field.name).at(-1) ?? "";
  return BY_LAST_PART.get(last) ?? BY_CLASS[field.is];
}

const BY_CLASS: Record<FieldClass, string> = {
  name: "Alex",
  contact: "email",
  identifier: "code",
  token: "link",
  place: "Springfield",
  address: "Springfield",
  product: "item",
  purchase: "item",
  cart: "item",
  browse: "item",
  search: "item",
  engage: "item",
  absence: "seven",
  count: "seven",
  date: "Monday",
  time: "noon",
  device: "phone",
  age: "seven",
  birth: "Monday",
  gender: "item",
  family: "item",
  child: "Alex",
  health: "item",
  finance: "item",
  belief: "item",
  prediction: "item",
  segment: "item",
  company: "Acme",
  offer: "offer",
  account: "plan",
  content: "item",
  unknown: "item",
};

const BY_LAST_PART: ReadonlyMap<string, string> = new Map(
  Object.entries({
    seven:
      "amount balance count days hours length minutes months number points price qty quantity score total visits weeks years",
    Monday: "date day weekday",
    noon: "time",
    Springfield: "city country county region state street town",
    Alex: "firstname fname lname lastname",
  }).flatMap(([word, parts]) => parts.split(" ").map((part) => [part, word] as const)),
);
