import { decodeXML } from "entities";
import { decodeXml, type XmlDetail, type XmlPiece } from "../../embed/codecs/xml-text.ts";
import type { Span } from "../../model/span.ts";
import type { Contained, Container, ContainerFile } from "../containers/container.ts";
import { covering } from "../covering.ts";
import { mask } from "../mask.ts";
import { type CatalogueEntry, type EntryText, messageOf } from "./entry-value.ts";
import { elementsIn, readXml, type XmlChild, type XmlElement } from "./xml-elements.ts";

/** Catalogues in XML: XLIFF, resources of Android, RESX. */
export const xml: Container = {
  read: (file) => {
    const { text, channel, kind } = file;
    const { roots, comments, unclosed } = readXml(withoutTags(file));
    const entries = roots.flatMap((root) => KINDS[root.name]?.(text, root) ?? []);
    const messages = entries.flatMap((entry) => messageOf(entry, { channel, kind }) ?? []);
    // Comments inside of markup are read with it.
    const inside = entries.flatMap(({ texts }) => texts.flatMap((one) => one.inner));
    const isInside = covering(inside);
    return {
      messages,
      comments: inside.length === 0 ? comments : comments.filter(({ start }) => !isInside(start)),
      notices: messages.length === 0 ? [] : noticesOf(unclosed),
    };
  },
};

const MARKS = /[<>]/u;

/** Template tags with signs of XML in them would cut it in the wrong places. */
function withoutTags({ text, tagSpans }: ContainerFile): string {
  if (!TAGGED.test(text)) return text;
  const odd = tagSpans().filter(({ start, end }) => MARKS.test(text.slice(start + 2, end - 2)));
  return odd.length === 0 ? text : mask(text, odd);
}

const TAGGED = /\{[{%]|<%|%%/u;

interface XmlText extends EntryText {
  /** Where comments are read with the text. */
  readonly inner: readonly Span[];
}

interface Entry extends CatalogueEntry {
  readonly texts: readonly XmlText[];
}

type Read = (file: string, root: XmlElement) => readonly Entry[];

const KINDS: Readonly<Record<string, Read>> = {
  resources: androidEntries,
  xliff: xliffEntries,
  root: resxEntries,
};

const ANDROID_LISTS = ["string-array", "plurals"] as const;

function androidEntries(file: string, root: XmlElement): readonly Entry[] {
  const single = elementsIn(root, "string").map((element) => ({ owner: element, all: [element] }));
  const lists = ANDROID_LISTS.flatMap((name) => elementsIn(root, name)).flatMap((owner) => {
    const items = elementsIn(owner, "item");
    return owner.name === "plurals"
      ? [{ owner, all: items }]
      : items.map((item) => ({ owner, all: [item] }));
  });
  return [...single, ...lists].map(({ owner, all }) => ({
    id: attribute(file, owner, "name"),
    anchor: all.length === 1 ? (all[0] ?? owner).start : owner.start,
    texts: all.flatMap((element) => textsOf(file, element, androidStyle(element))),
  }));
}

/** With tags in it, a text is markup; a section alone is what it holds. */
function androidStyle({ children }: XmlElement): XmlDetail {
  if (children.some(({ type }) => type === "element")) return { style: "markup", isAndroid: true };
  return { style: isSection(children) ? "cdata" : "text", isAndroid: true };
}

function isSection(children: readonly XmlChild[]): boolean {
  return children.some(({ type }) => type === "cdata");
}

function xliffEntries(file: string, root: XmlElement): readonly Entry[] {
  const units = [...elementsIn(root, "trans-unit"), ...elementsIn(root, "unit")];
  return units.flatMap((unit) => {
    const id = attribute(file, unit, "resname") ?? attribute(file, unit, "id");
    const segments = elementsIn(unit, "segment");
    return (segments.length === 0 ? [unit] : segments).map((segment) => ({
      id,
      anchor: segments.length > 1 ? segment.start : unit.start,
      texts: translatedIn(file, segment),
    }));
  });
}

/** The translation, or where there is none, what is to be translated. */
function translatedIn(file: string, segment: XmlElement): readonly XmlText[] {
  const direct = (name: string) =>
    segment.children.flatMap((child) =>
      child.type === "element" && child.element.name === name
        ? textsOf(file, child.element, plainStyle(child.element))
        : [],
    );
  const target = direct("target").filter(({ text }) => text.trim() !== "");
  return target.length > 0 ? target : direct("source").map(asKey);
}

/** The next export would bring the old text back: it has to be changed where it comes from. */
function asKey(text: XmlText): XmlText {
  return { ...text, embedding: { ...text.embedding, isKey: true } };
}

function resxEntries(file: string, root: XmlElement): readonly Entry[] {
  return elementsIn(root, "data")
    .filter(({ attributes }) => !attributes.has("type") && !attributes.has("mimetype"))
    .map((data) => ({
      id: attribute(file, data, "name"),
      anchor: data.start,
      texts: elementsIn(data, "value").flatMap((one) => textsOf(file, one, plainStyle(one))),
    }));
}

function plainStyle({ children }: XmlElement): XmlDetail {
  return { style: isSection(children) ? "cdata" : "text", isAndroid: false };
}

function attribute(file: string, { attributes }: XmlElement, name: string): string | undefined {
  const span = attributes.get(name);
  return span === undefined ? undefined : decodeXML(file.slice(span.start, span.end));
}

function textsOf(file: string, element: XmlElement, detail: XmlDetail): readonly XmlText[] {
  const span = contentOf(element);
  if (span === undefined) return [];
  const isMarkup = detail.style === "markup";
  const pieces = isMarkup ? [{ type: "text", span } as const] : piecesOf(file, element);
  const { text, map } = decodeXml(file, pieces, detail);
  const { style, isAndroid } = detail;
  const embedding = { codec: "xml-text", span, detail: { style, android: isAndroid ? 1 : 0 } };
  return [
    { text, map, embedding, inner: isMarkup ? [span] : [], ...(isMarkup && { format: "html" }) },
  ];
}

/** From the first to the last child. */
function contentOf({ children }: XmlElement): Span | undefined {
  const [first] = children;
  const last = children.at(-1);
  return first === undefined || last === undefined
    ? undefined
    : { start: spanOf(first).start, end: spanOf(last).end };
}

function spanOf(child: XmlChild): Span {
  return child.type === "element" ? child.element : child.span;
}

/** Elements whose content is the code that they stand for. */
const CODES = new Set(["ph", "bpt", "ept", "it", "x", "bx", "ex", "sc", "ec"]);

function piecesOf(file: string, { children }: XmlElement): readonly XmlPiece[] {
  const hasSection = isSection(children);
  return children.flatMap((child): readonly XmlPiece[] => {
    if (child.type === "comment") return [];
    if (child.type === "element") {
      return CODES.has(child.element.name)
        ? [standIn(file, child.element)]
        : piecesOf(file, child.element);
    }
    // Blanks around a section are there for the eye.
    const { start, end } = child.span;
    if (hasSection && child.type === "text" && file.slice(start, end).trim() === "") return [];
    return [{ type: child.type, span: child.span }];
  });
}

const PAIRED = /^(?:START|CLOSE)_/u;
const BREAK = "LINE_BREAK";

/** What an inline code prints: what it says of itself, or a merge field of its name. */
function standIn(file: string, element: XmlElement): XmlPiece {
  const { start, end } = element;
  const said =
    attribute(file, element, "equiv-text") ??
    attribute(file, element, "equiv") ??
    attribute(file, element, "disp");
  const id = attribute(file, element, "id") ?? "";
  const isPaired = PAIRED.test(id) || (element.name !== "x" && element.name !== "ph");
  const named = isPaired ? "" : `{{ ${id} }}`;
  const text = id === BREAK ? "\n" : (said ?? named);
  return { type: "stand-in", span: { start, end }, text };
}

function noticesOf(unclosed: Span | undefined): Contained["notices"] {
  if (unclosed === undefined) return [];
  return [
    {
      level: "warning",
      code: "invalid-data",
      message: "Nothing closes this element; what follows was read as far as it could be.",
      span: unclosed,
    },
  ];
}
