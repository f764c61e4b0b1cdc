/** How the sender came by a fact. */
export const SOURCES = ["told", "account", "observed", "inferred", "bought", "unknown"] as const;
export type Source = (typeof SOURCES)[number];

/** What a merge variable holds. */
export const FIELD_CLASSES = [
  "name",
  "contact",
  "identifier",
  "token",
  "place",
  "address",
  "product",
  "purchase",
  "cart",
  "browse",
  "search",
  "engage",
  "absence",
  "count",
  "date",
  "time",
  "device",
  "age",
  "birth",
  "gender",
  "family",
  "child",
  "health",
  "finance",
  "belief",
  "prediction",
  "segment",
  "company",
  "offer",
  "account",
  "content",
  "unknown",
] as const;
export type FieldClass = (typeof FIELD_CLASSES)[number];

/** A merge variable, its name normalised over template languages. */
export interface Field {
  /** As written, without delimiters and filters: `event.ProductName`, `FNAME`. */
  readonly name: string;
  readonly is: FieldClass;
  readonly from: Source;
  readonly sensitive: boolean;
}
