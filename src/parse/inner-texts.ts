import type { Span } from "../model/span.ts";
import { isCopy } from "./copy.ts";
import type { Reading, Tag } from "./language.ts";

const MARKED = /[<{}%[\]]|&[#\w]|\*\|/u;

/**
 * The text that a tag prints and nothing else, where it is plain: it stands in its sentence like
 * any other text. Undefined for a tag that prints a field, or a text with markup of its own.
 */
export function printedText(text: string, reading: Reading): Span | undefined {
  if (reading.kind !== "output" || reading.fields.length > 0) return undefined;
  const [copy] = reading.copy;
  return copy === undefined || MARKED.test(text.slice(copy.start, copy.end)) ? undefined : copy;
}

/** A URL that Ruby puts together: `link_to "Go", "https://shop.example/?m=#{mail}"`. */
const URL = /(?<=["'])https?:\/\/[^"'\s<>#]{1,300}#\{[^"'}]{1,200}\}[^"'\s<>]{0,300}/gu;

function urlsIn(text: string, { start, end }: Span): readonly Span[] {
  return Array.from(text.slice(start, end).matchAll(URL), ({ 0: url, index }) => ({
    start: start + index,
    end: start + index + url.length,
  }));
}

/** The strings in tags that are texts of their own, with markup and tags of their own. */
export function innerTexts(text: string, tags: readonly Tag[]): readonly Span[] {
  return tags
    .flatMap(({ readings }) => readings)
    .flatMap((reading) => {
      const printed = printedText(text, reading);
      return "copy" in reading ? reading.copy.filter((copy) => copy !== printed) : [];
    })
    .filter(({ start, end }) => isCopy(text.slice(start, end)))
    .concat(tags.flatMap(({ span }) => urlsIn(text, span)));
}
