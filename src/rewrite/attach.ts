import type { Antecedent, Resolved } from "./anaphora.ts";
import { type Pieces, put } from "./draft.ts";
import { type Line, spanOf } from "./line.ts";
import { definite, productsIn } from "./products.ts";

/** Words behind `off` with which no thing is named. */
const ENDS: ReadonlySet<string> = new Set(
  "with till until this today tonight tomorrow if when and in for at by using use code now only anyway -".split(
    " ",
  ),
);

/**
 * Names the thing in an offer that names none: `Here's 10% off with TEN` → `Here's 10% off the
 * Alta tent with TEN`, `Free delivery till Sunday` → `Free delivery on the Alta tent till Sunday`.
 */
export function attach(
  line: Line,
  pieces: Pieces,
  antecedents: readonly Antecedent[],
): Resolved | undefined {
  const found = antecedents.at(-1);
  const place = placeIn(line);
  if (found === undefined || place === undefined || found.weight < 2) return undefined;
  if (line.terms.some(({ normal }) => normal === "it" || normal === "they")) return undefined;
  if (productsIn(line, 0, line.terms.length).length > 0) return undefined;
  const term = spanOf(line, place.at, place.at + 1);
  const words: Pieces = [term, place.before, ...definite(found.phrase)];
  const named = put(pieces, term, words);
  return named === pieces ? undefined : { pieces: named, dangling: 0 };
}

function placeIn({ terms }: Line): { readonly at: number; readonly before: string } | undefined {
  const off = terms.findIndex(
    ({ normal }, at) => normal === "off" && isPrice(terms[at - 1]) && endsAt(terms, at),
  );
  if (off > 0) return { at: off, before: " " };
  const service = terms.findIndex(
    ({ normal }, at) =>
      SERVICES.has(normal) && terms[at - 1]?.normal === "free" && endsAt(terms, at),
  );
  return service > 0 ? { at: service, before: " on " } : undefined;
}

const SERVICES: ReadonlySet<string> = new Set(["delivery", "shipping", "postage", "returns"]);

function isPrice(term: Line["terms"][number] | undefined): boolean {
  return term?.tags.has("Percent") === true || term?.tags.has("Money") === true;
}

function endsAt(terms: Line["terms"], at: number): boolean {
  const next = terms[at + 1];
  if (next === undefined || BREAK.test(terms[at]?.post ?? "")) return true;
  return next.normal === "" || ENDS.has(next.normal) || next.tags.has("WeekDay");
}

const BREAK = /[,;:.!?…—–()]/u;
