import type { Literal } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { isCopy } from "./copy.ts";
import type { Copy, Reading, Tag } from "./language.ts";
import { literalOf } from "./tag-literals.ts";

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

/** A string in a tag that is a text of its own, with markup and tags of its own. */
export interface InnerText {
  readonly copy: Copy;
  readonly literal: Literal | undefined;
  readonly tag: Tag;
}

export function innerTexts(text: string, tags: readonly Tag[]): readonly InnerText[] {
  return tags.flatMap((tag) => [
    ...stringsIn(text, tag),
    ...urlsIn(text, tag.span).map((copy) => ({ copy, literal: undefined, tag })),
  ]);
}

function stringsIn(text: string, tag: Tag): readonly InnerText[] {
  return tag.readings
    .flatMap((reading) => {
      const printed = printedText(text, reading);
      return "copy" in reading ? reading.copy.filter((copy) => copy !== printed) : [];
    })
    .filter(({ start, end, role }) => role !== undefined || isCopy(text.slice(start, end)))
    .map((copy) => ({ copy, literal: literalOf(text, copy, tag), tag }));
}

/** The strings in tags that are read as part of their sentence. */
export function printedLiterals(text: string, tags: readonly Tag[]): readonly Literal[] {
  return tags.flatMap((tag) =>
    tag.readings.flatMap((reading) => {
      const printed = printedText(text, reading);
      return (printed && literalOf(text, printed, tag)) ?? [];
    }),
  );
}
