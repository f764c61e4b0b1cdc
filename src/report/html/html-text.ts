import { visible } from "../visible.ts";

/** Markup that is ready to stand in a page. */
export interface Html {
  readonly html: string;
}

type Value = string | number | Html | readonly Html[];

const SPECIAL = /[&<>"']/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Markup with values in it: text is escaped, what is markup already stays. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const pieces = strings.map((piece, index) => piece + markupOf(values[index] ?? ""));
  return { html: pieces.join("") };
}

export const NOTHING: Html = { html: "" };

function markupOf(value: Value): string {
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  if ("html" in value) return value.html;
  return value.map((one) => one.html).join("");
}

/** Nothing in it is markup, and no hidden mark turns the line around. */
function escaped(text: string): string {
  return visible(text).replace(SPECIAL, (char) => ENTITIES[char] ?? char);
}
