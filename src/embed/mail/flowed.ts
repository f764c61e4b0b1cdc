import type { Span } from "../../model/span.ts";
import { composeMaps } from "../../text/compose-map.ts";
import { buildProse } from "../../text/offset-map.ts";
import type { Decoded } from "../codec.ts";

const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/gu;
const FLOWS = / (?:\r\n|\r|\n)$/u;
const SIGNATURE = /^-- \r?\n?$/u;

/** A text in which lines that end in a blank go on in the next, without that blank. */
export function withoutFlow({ text, map }: Decoded): Decoded {
  const prose = buildProse();
  for (const { start, end } of joinedStretches(text)) prose.copy(text.slice(start, end), start);
  const joined = prose.build();
  return { text: joined.text, map: composeMaps(joined.map, map) };
}

function joinedStretches(text: string): readonly Span[] {
  const stretches: Span[] = [];
  let flows = false;
  for (const { 0: line, index } of text.matchAll(LINE)) {
    const isQuote = line.startsWith(">");
    // A line that would begin with a blank has one more.
    const start = index + (flows && line.startsWith(" ") ? 1 : 0);
    flows = FLOWS.test(line) && !isQuote && !SIGNATURE.test(line);
    const end = index + (flows ? line.replace(FLOWS, "").length : line.length);
    if (end > start) stretches.push({ start, end });
  }
  return stretches;
}
