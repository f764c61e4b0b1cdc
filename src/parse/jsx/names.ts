import type { Role } from "../../model/segment.ts";
import { fieldParts } from "../field-parts.ts";
import { roleOfName } from "../header-lines.ts";
import { BLOCKS, VOIDS } from "../html-elements.ts";

/** What an element is to its reader, by its name. */
export interface ElementKind {
  /** Undefined for a component of which nothing is known. */
  readonly flow: "block" | "inline" | "void" | "break" | "skip" | undefined;
  readonly role: Role | undefined;
}

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

const INLINE = names(
  "a abbr b bdi bdo big bold cite code codeinline del dfn em emphasis font i ins italic kbd link mark mjmlspan nobr q s samp small span strong sub sup time tt u underline var",
);
const COMPONENT_BLOCKS = names(
  "codeblock column grid heading headline icon img image markdown paragraph preview row section spacer stack tailwind text title",
);
const SKIPPED = names("script style svg mjmlstyle mjmlattributes mjmlfont font codeblock");
const HEADING = /^(?:h[1-6]|heading|headline|title)$/u;
const BUTTON = /(?:button|btn|cta)$/u;
const FOOTER = /footer$/u;
const PREVIEW = /^(?:preview|preheader|mjmlpreview|previewtext)$/u;
const SUBJECT = /^(?:mjmltitle|subject)$/u;

/** @param name the element's name as written; of `Mail.Text` the last step counts */
export function kindOfElement(name: string): ElementKind {
  const isComponent = name !== name.toLowerCase();
  const key = (name.split(".").at(-1) ?? "").toLowerCase();
  if (key === "br" || key === "wbr") return { flow: "break", role: undefined };
  if (SKIPPED.has(key)) return { flow: "skip", role: undefined };
  const role = roleOfElement(key, isComponent);
  if (VOIDS.has(key) && !(isComponent && INLINE.has(key))) return { flow: "void", role: undefined };
  if (INLINE.has(key)) return { flow: "inline", role: undefined };
  const isBlock =
    role !== undefined || BLOCKS.has(key) || COMPONENT_BLOCKS.has(key) || key.startsWith("mjml");
  return { flow: isBlock ? "block" : undefined, role };
}

function roleOfElement(key: string, isComponent: boolean): Role | undefined {
  if (PREVIEW.test(key)) return "preheader";
  if (SUBJECT.test(key) || (key === "title" && !isComponent)) return "subject";
  if (HEADING.test(key)) return "heading";
  if (BUTTON.test(key)) return "button";
  return FOOTER.test(key) ? "footer" : undefined;
}

const LINKS = names("href src action background url");
const LABELS = names("alt label aria-label placeholder tooltip arialabel");
const TECHNICAL =
  /class|style|^(?:id|key|ref|rel|target|type|lang|dir|width|height|align|valign|font.*|color|bgcolor|bg|border.*|role|name|variant|size|theme|config|as|xmlns.*|http-?equiv|charset|property|media|slot|test-?id|d|fill|stroke.*|viewbox|data-.*|on[a-z]+)$/iu;

/** What an attribute of this name holds; `copy` where nothing speaks against copy. */
export function roleOfAttribute(name: string, isComponent: boolean): Role | "copy" | undefined {
  const key = name.toLowerCase();
  if (LINKS.has(key)) return "link";
  if (LABELS.has(key)) return "alt";
  if (TECHNICAL.test(name)) return undefined;
  if (!isComponent) return key === "title" ? "alt" : undefined;
  return roleOfKey(name) ?? "copy";
}

const MORE_ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["title", "heading"],
  ["email title", "heading"],
  ["subtitle", "heading"],
  ["preview message", "preheader"],
  ["greeting", "body"],
  ["intro text", "body"],
  ["label", "button"],
  ["button label", "button"],
  ["cta label", "button"],
  ["children", "body"],
  ["paragraph", "body"],
  ["footer text", "footer"],
]);

/** What a variable, parameter or property of this name holds; undefined where it is no copy. */
export function roleOfKey(name: string): Role | undefined {
  const words = fieldParts(name).join(" ");
  return MORE_ROLES.get(words) ?? roleOfName(words, "email");
}
