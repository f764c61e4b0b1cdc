import type { FieldClass } from "../model/field.ts";
import type { Owners } from "./field-index.ts";

/** A class word or phrase in a name: the parts that it covers. */
export interface Place {
  readonly from: number;
  readonly length: number;
}

/** Classes that things have as well as people: a parcel has a weight, a menu has children. */
const OF_THINGS: ReadonlySet<FieldClass> = new Set([
  "health",
  "child",
  "family",
  "gender",
  "age",
  "birth",
  "belief",
  "finance",
  "prediction",
  "segment",
]);
/** Classes that senders have as well as readers: a shop has an address. */
const OF_SENDERS: ReadonlySet<FieldClass> = new Set(["contact", "address", "place", "name"]);

/** What a name holds once it is known whose it is; the class as it was where the reader's. */
export function classByOwner(
  is: FieldClass,
  place: Place,
  { parts, owners }: { readonly parts: readonly string[]; readonly owners: Owners },
): FieldClass {
  const owner = ownerOf(parts.slice(0, place.from), owners);
  if (OF_SENDERS.has(is)) return owner === "sender" ? "company" : is;
  if (!OF_THINGS.has(is)) return is;
  if (owner === "thing" || owner === "sender") return "content";
  const after = parts.slice(place.from + place.length);
  if (owners.heads.has(after[0] ?? "") || owners.heads.has(after.at(-1) ?? "")) return "content";
  const word = place.length === 1 ? (parts[place.from] ?? "") : "";
  return owners.needy.has(word) && owner !== "reader" ? "content" : is;
}

/** Words that hold fields and own none. */
const CONTAINERS: ReadonlySet<string> = new Set(
  "data params param vars var this ctx context payload fields field values props attributes traits merge custom event l".split(
    " ",
  ),
);
/** Names that anything has, and names that say themselves whose they are. */
const ANYBODYS: ReadonlySet<string> = new Set(["name", "display name", "username", "user name"]);
const SOMEBODYS = /^(?:sender|from|friend|contact) name$/u;

/** Whether a name is the reader's own: `commenter_name` and `list.name` are not. */
export function isReadersName(
  { from, length }: Place,
  { parts, owners }: { readonly parts: readonly string[]; readonly owners: Owners },
): boolean {
  const phrase = parts.slice(from, from + length).join(" ");
  if (SOMEBODYS.test(phrase)) return false;
  const before = parts[from - 1];
  if (!ANYBODYS.has(phrase) || before === undefined) return true;
  return owners.people.has(before) || CONTAINERS.has(before);
}

/** The nearest one in front. */
function ownerOf(before: readonly string[], { people, things, sender }: Owners) {
  const index = before.findLastIndex(
    (part) => people.has(part) || things.has(part) || sender.has(part),
  );
  const part = before[index] ?? "";
  if (people.has(part)) return "reader";
  if (things.has(part)) return "thing";
  return sender.has(part) ? "sender" : undefined;
}
