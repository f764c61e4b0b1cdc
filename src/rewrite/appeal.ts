import type { Term } from "../model/sentence.ts";

const STRONG: ReadonlySet<string> = new Set(["Money", "Percent"]);

/**
 * How much a stretch of copy sells: prices and offers count most, then calls to act, then news
 * and dates. 0 sells nothing.
 */
export function appealOf(terms: readonly Term[]): number {
  let appeal = 0;
  if (terms.some((term) => isStrong(term))) appeal += 4;
  if (terms.some(({ tags }) => tags.has("@rewrite-offer"))) appeal += 3;
  if (isCall(terms)) appeal += 3;
  if (terms.some(({ tags }) => tags.has("@rewrite-news"))) appeal += 2;
  if (terms.some(({ tags }) => tags.has("WeekDay") || tags.has("Date") || tags.has("Time")))
    appeal += 1;
  if (terms.some(({ normal }) => SENDER.has(normal))) appeal += 1;
  return appeal;
}

const SENDER: ReadonlySet<string> = new Set(["we", "our", "ours"]);
const CURRENCY = /[£$€₹¥]|(?:^|\W)(?:rs|inr|usd|aud|eur)\W*$/iu;

function isStrong({ tags, pre, text, normal }: Term): boolean {
  if (SIGNED.test(text)) return true;
  return [...STRONG].some((tag) => tags.has(tag)) || CURRENCY.test(pre) || PRICE.test(normal);
}

const SIGNED = /[£$€₹¥]\d/u;
const PRICE = /^[a-z]{0,3}[£$€₹]\d|^\d+p$/u;

/** The stretch opens with a call to act: `Book …`, `So come …`, `Please reply …`. */
export function isCall(terms: readonly Term[]): boolean {
  const at = terms.findIndex(({ normal }) => normal !== "" && !LEADS.has(normal));
  const first = terms[at];
  if (first === undefined) return false;
  const next = terms[at + 1]?.normal ?? "";
  if (first.normal === "let" && next === "us") return true;
  return (
    first.tags.has("@rewrite-call") && first.normal === first.lemma && !NOT_AFTER_CALL.has(next)
  );
}

const LEADS: ReadonlySet<string> = new Set(
  "so and but please kindly just now why not then do also or either".split(" "),
);
/** `Book is …`, `Order 1043 has …`: a noun after all. */
const NOT_AFTER_CALL: ReadonlySet<string> = new Set("is are was were has have of".split(" "));
