import fc from "fast-check";
import { expect } from "vitest";
import { codecs } from "../embed/codecs/index.ts";
import type { Part } from "../model/message.ts";
import { applyEdits } from "../text/edit.ts";
import { parseFile } from "./parse-text.ts";

const PIECES = [
  "You left ",
  "Naïve café ",
  "👀",
  "’",
  '"',
  "'",
  "''",
  "\\",
  "\\n",
  "\n",
  "\n\n",
  "\n  ",
  " ",
  ",",
  ";",
  "#",
  " # ",
  ": ",
  "- ",
  "&",
  "&amp;",
  "<b>",
  "</b>",
  "]]>",
  "=",
  "%",
  "@",
  "?",
  "!",
  "|",
  ">",
  "{{ first_name }}",
  "true",
  "12",
  "a",
];

/** Texts that are hard to write in any container. */
export const hardText = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join(""));

interface Law {
  /** Its extension chooses the container. */
  readonly path: string;
  /** A file whose first value is the text, or undefined where the container cannot hold it. */
  readonly write: (text: string) => string | undefined;
  /** The texts to try. */
  readonly texts?: fc.Arbitrary<string>;
  /** Whether a text is one that is read there at all; by default it is. */
  readonly holds?: (text: string) => boolean;
  /** Whether every edit of a text that can be written can be written. */
  readonly always?: boolean;
}

/** Checks that values are read as they were written, and that edits of them are, too. */
export async function checkCodec({
  path,
  write,
  texts = hardText,
  holds = () => true,
  always = true,
}: Law): Promise<void> {
  await fc.assert(
    fc.asyncProperty(texts, hardText, fc.nat(), fc.nat(), async (text, words, from, length) => {
      const file = write(text);
      if (file === undefined || !holds(text)) return;
      const [part, ...others] = await partsOf(file, path);
      expect(part?.text).toBe(text);
      if (part === undefined) return;
      expectCopies(part, file);
      const start = from % (part.text.length + 1);
      const end = start + (length % (part.text.length - start + 1));
      const wanted = part.text.slice(0, start) + words + part.text.slice(end);
      if (!holds(wanted)) return;
      const after = withEdit(part, file, { start, end }, words);
      if (after === undefined) expect(always && write(wanted) !== undefined).toBe(false);
      else {
        const [edited, ...rest] = await partsOf(after, path);
        expect(edited?.text).toBe(wanted);
        expect(rest.map((one) => one.text)).toEqual(others.map((one) => one.text));
      }
    }),
    { numRuns: 500 },
  );
}

/** All decoded values of a file. */
export async function partsOf(file: string, path: string): Promise<readonly Part[]> {
  return (await parseFile(file, path)).messages.flatMap(({ parts }) => parts);
}

/** The file after an edit of a part; undefined where its codec cannot write it. */
export function withEdit(
  part: Part,
  file: string,
  span: { readonly start: number; readonly end: number },
  text: string,
): string | undefined {
  const { embedding } = part;
  if (embedding === undefined) return undefined;
  const edit = codecs[embedding.codec]?.edit({ span, text }, { file, text: part.text, embedding });
  return edit === undefined ? undefined : applyEdits(file, [edit]);
}

function expectCopies({ text, embedding }: Part, file: string): void {
  for (const { kind, prose, length, source } of embedding?.map.runs ?? []) {
    if (kind === "copy") {
      expect(file.slice(source, source + length)).toBe(text.slice(prose, prose + length));
    }
  }
}
