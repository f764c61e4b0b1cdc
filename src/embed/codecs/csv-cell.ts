import type { Span } from "../../model/span.ts";
import { applyEdits } from "../../text/edit.ts";
import { identityMap } from "../../text/offset-map.ts";
import type { Codec, Decoded } from "../codec.ts";
import { decodeEscapes } from "../escapes.ts";
import { splicing } from "../splice.ts";

const QUOTE = /"/g;
const DOUBLED = { mark: /""/gu, read: () => '"' };

/** Reads a cell of which `span` has the quotes, if it has any. */
export function decodeCell(file: string, { start, end }: Span, isQuoted: boolean): Decoded {
  if (isQuoted) return decodeEscapes(file, { start: start + 1, end: end - 1 }, DOUBLED);
  return { text: file.slice(start, end), map: identityMap(end - start, start) };
}

const quoted = splicing((text) => text.replace(QUOTE, '""'));
const plain = splicing((text) => text);

/** A cell of a sheet. It gets quotes where its new text needs them, and keeps those that it has. */
export const csvCell: Codec = {
  edit: (edit, embedded) => {
    const { text, embedding } = embedded;
    const { span, detail = {} } = embedding;
    const { delimiter, quotes } = detail;
    if (quotes === 1) return quoted.edit(edit, embedded);
    const wanted = applyEdits(text, [edit]);
    const isPlain =
      !NEEDS_QUOTES.test(edit.text) && !edit.text.includes(`${delimiter}`) && !OPENS.test(wanted);
    if (isPlain) return plain.edit(edit, embedded);
    return { span, text: `"${wanted.replace(QUOTE, '""')}"`, decoded: wanted };
  },
};

const NEEDS_QUOTES = /["\r\n]/u;
/** Quotes behind blanks are read as quotes of the cell. */
const OPENS = /^ *"/u;
