import type { Literal, Quoting } from "../model/segment.ts";
import type { Copy, Tag } from "./language.ts";
import { languages } from "./languages/index.ts";

const QUOTES: Readonly<Record<string, "double" | "single" | "template">> = {
  '"': "double",
  "'": "single",
  "`": "template",
};

/** The literal that a tag's copy is; undefined for text that stands in a tag without quotes. */
export function literalOf(text: string, copy: Copy, { language }: Tag): Literal | undefined {
  const span = { start: copy.start, end: copy.end };
  if (copy.quoting !== undefined) return { span, quoting: copy.quoting };
  const quote = QUOTES[text.charAt(copy.start - 1)];
  if (quote === undefined || text.charAt(copy.end) !== text.charAt(copy.start - 1))
    return undefined;
  return { span, quoting: quotingOf(quote, text.slice(copy.start, copy.end), language) };
}

const ESCAPED_QUOTE = /\\["']/u;

function quotingOf(
  quote: "double" | "single" | "template",
  content: string,
  language: string,
): Quoting {
  if (quote === "template") return quote;
  const strings = STRINGS[language];
  if (strings === "doubled") return `doubled-${quote}`;
  return strings === "backslash" || ESCAPED_QUOTE.test(content) ? quote : `bare-${quote}`;
}

const STRINGS: Readonly<Record<string, "backslash" | "doubled" | undefined>> = Object.fromEntries(
  Object.entries(languages).map(([name, language]) => [
    name,
    "strings" in language ? language.strings : undefined,
  ]),
);
