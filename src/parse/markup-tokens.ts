import { Tokenizer } from "htmlparser2";
import type { Span } from "../model/span.ts";
import { withoutOpenTitles } from "./html-elements.ts";

/** What is found in markup, in source order. Offsets are in the part's text, names in lower case. */
export interface MarkupHandler {
  readonly open: (element: OpenElement) => void;
  readonly close: (name: string, at: number) => void;
  readonly text: (span: Span) => void;
  /** A comment whose content starts here. Declarations and broken comments come here, too. */
  readonly comment: (start: number) => void;
}

export interface OpenElement {
  readonly name: string;
  /** The values of its attributes, without quotes. */
  readonly attributes: ReadonlyMap<string, Span>;
  readonly contentStart: number;
}

/** Walks over masked markup. Survives any input; linear. */
export function walkMarkup(masked: string, range: Span, handler: MarkupHandler): void {
  const text = withoutOpenTitles(masked.slice(range.start, range.end));
  const at = (offset: number) => range.start + offset;
  const nameAt = (start: number, end: number) => text.slice(start, end).toLowerCase();
  let name = "";
  let attribute = "";
  let attributes = new Map<string, Span>();
  let textEnd = 0;
  const open = (end: number) => handler.open({ name, attributes, contentStart: at(end) + 1 });
  const readText = (start: number, end: number) => {
    // A tag that the text ends in is handed over as text, from an offset long gone.
    if (start < textEnd) return;
    textEnd = end;
    handler.text({ start: at(start), end: at(end) });
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname: (start, end) => {
        name = nameAt(start, end);
        attributes = new Map();
      },
      onattribname: (start, end) => {
        attribute = nameAt(start, end);
      },
      onattribdata: (start, end) => {
        const before = attributes.get(attribute);
        attributes.set(attribute, { start: before?.start ?? at(start), end: at(end) });
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start, end) => handler.close(nameAt(start, end), at(start)),
      ontext: readText,
      oncdata: readText,
      oncomment: (start) => handler.comment(at(start)),
      onattribentity: ignore,
      onattribend: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onprocessinginstruction: ignore,
      ontextentity: ignore,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
}

function ignore(): void {
  // Nothing of these is prose.
}
