import type { Role } from "../model/segment.ts";
import type { Span } from "../model/span.ts";

/** Attributes that hold copy or a URL, with the role of their text. */
export type Attributes = readonly (readonly [name: string, role: Role])[];

export interface ElementReading {
  /** The role of its content, where it has one of its own. */
  readonly role: Role | undefined;
  /** Its content is not for readers. */
  readonly skip: boolean;
  readonly attributes: Attributes;
}

export const VOIDS = names(
  "area base br col embed frame hr img input link meta param source track wbr mj-image mj-divider mj-spacer mj-include mj-all mj-class mj-font mj-breakpoint",
);

/** Elements whose edges end a sentence. */
export const BLOCKS = names(
  "address article aside blockquote body button callout caption center col colgroup columns container dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu mj-accordion-text mj-accordion-title mj-body mj-button mj-column mj-head mj-hero mj-navbar-link mj-preview mj-raw mj-section mj-social-element mj-table mj-text mj-title mj-wrapper nav noscript ol optgroup option p pre row section select spacer summary table tbody td template textarea tfoot th thead title tr ul wrapper",
);

const SKIPPED = names("script style svg math mj-style mj-attributes mj-html-attributes");

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

const HEADING = /^h[1-6]$/u;
const BUTTON_CLASS = /(?:^|[\s_-])(?:btn|button|cta)(?:$|[\s_-])/iu;
const PREHEADER_CLASS =
  /(?:^|[\s_-])(?:preheader|pre-header|preview|previewtext|preview-text)(?:$|[\s_-])/iu;
const FOOTER_CLASS = /(?:^|[\s_-])footer(?:$|[\s_-])/iu;
const HIDDEN =
  /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden|max-height\s*:\s*0|font-size\s*:\s*[01]px|opacity\s*:\s*0(?:\.0+)?(?:\s*[;"!]|$)/iu;

/** What an element is to its reader. `sawBody`: something everybody sees stood before it. */
export function describeElement(
  name: string,
  read: (attribute: string) => string | undefined,
  sawBody: boolean,
): ElementReading {
  return {
    role: roleOf(name, read, sawBody),
    skip: SKIPPED.has(name),
    attributes: attributesOf(name, read),
  };
}

function roleOf(
  name: string,
  read: (attribute: string) => string | undefined,
  sawBody: boolean,
): Role | undefined {
  const fixed = ROLES.get(name);
  if (fixed !== undefined) return fixed;
  if (HEADING.test(name)) return "heading";
  const label = `${read("class") ?? ""} ${read("id") ?? ""}`;
  if (!sawBody && (PREHEADER_CLASS.test(label) || HIDDEN.test(read("style") ?? ""))) {
    return "preheader";
  }
  if (name !== "body" && name !== "html" && FOOTER_CLASS.test(label)) return "footer";
  return name === "a" && BUTTON_CLASS.test(label) ? "button" : undefined;
}

const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["title", "subject"],
  ["mj-title", "subject"],
  ["mj-preview", "preheader"],
  ["button", "button"],
  ["mj-button", "button"],
  ["footer", "footer"],
]);

const BUTTON_INPUT = /^(?:submit|button|reset)$/iu;
const SHARED_DESCRIPTION = /^(?:description|og:description|twitter:description)$/iu;
const SHARED_TITLE = /^(?:og:title|twitter:title)$/iu;

function attributesOf(name: string, read: (attribute: string) => string | undefined): Attributes {
  if (name === "meta") return metaAttributes(read("name") ?? read("property") ?? "");
  const isButton = name === "input" && BUTTON_INPUT.test(read("type") ?? "");
  return isButton ? [...COMMON, ["value", "button"]] : COMMON;
}

const COMMON: Attributes = [
  ["alt", "alt"],
  ["title", "alt"],
  ["aria-label", "alt"],
  ["placeholder", "alt"],
  ["href", "link"],
  ["src", "link"],
  ["action", "link"],
  ["background", "link"],
];

function metaAttributes(name: string): Attributes {
  if (SHARED_DESCRIPTION.test(name)) return [["content", "description"]];
  return SHARED_TITLE.test(name) ? [["content", "heading"]] : [];
}

const RAW_TEXT = ["title", "textarea", "iframe", "noembed", "noframes", "xmp", "plaintext"];

/** Everything after an unclosed title would be part of it: takes such an element's name off. */
export function withoutOpenTitles(masked: string): string {
  return RAW_TEXT.reduce((text, name) => {
    const closed = text.lastIndexOf(`</${name}`) + 1;
    return text.includes(`<${name}`, closed)
      ? text.slice(0, closed) +
          text.slice(closed).replaceAll(`<${name}`, `<${"z".repeat(name.length)}`)
      : text;
  }, masked);
}

const CONDITIONAL = /^\s*\[if\s[^\]]*\]>/iu;
const CONDITIONAL_LIMIT = 200;
const ENDIF = "<![endif]";

/** What a comment such as `<!--[if mso]>…<![endif]-->` shows to Outlook. */
export function outlookContent(masked: string, { start, end }: Span): Span | undefined {
  const opening = CONDITIONAL.exec(masked.slice(start, Math.min(end, start + CONDITIONAL_LIMIT)));
  if (opening === null) return undefined;
  const from = start + opening[0].length;
  const ending = masked.slice(from, end).lastIndexOf(ENDIF);
  const to = ending === -1 ? end : from + ending;
  return to > from ? { start: from, end: to } : undefined;
}
