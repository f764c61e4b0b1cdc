import { decodeCell } from "../../embed/codecs/csv-cell.ts";
import type { Channel } from "../../model/message.ts";
import { copyKeyOf } from "../data/copy-keys.ts";
import { type Row, readRows } from "./rows.ts";

export interface Sheet {
  readonly delimiter: string;
  /** The names of its columns; undefined where no row names one that holds copy. */
  readonly names: readonly string[] | undefined;
  /** Where the first row of data begins. */
  readonly start: number;
}

const DELIMITERS = [",", "\t", ";", "|"] as const;
/** Exports have a title and a date above the names of the columns. */
const TOP_ROWS = 6;
const SAID = /^sep=([^\w\r\n"])(?:\r\n|\n|\r)/iu;

/** Reads how a sheet is divided, and what its columns hold. */
export function readHeader(text: string, path: string, channel: Channel): Sheet {
  const said = SAID.exec(text);
  const delimiters = said?.[1] === undefined ? DELIMITERS : [said[1]];
  const from = said?.[0].length ?? 0;
  const sheets = delimiters.map((delimiter) => headerWith(delimiter, { text, channel, from }));
  const named = sheets.filter(({ known }) => known > 0);
  const [best] = named.sort((a, b) => b.known - a.known);
  if (best !== undefined) return best;
  const isTabs = path.toLowerCase().endsWith(".tsv") || path.toLowerCase().endsWith(".tab");
  const delimiter = isTabs ? "\t" : mostUsed(text.slice(from, from + SAMPLE), delimiters);
  return { delimiter, names: undefined, start: from };
}

const SAMPLE = 4000;

interface Top {
  readonly text: string;
  readonly channel: Channel;
  readonly from: number;
}

/** The row at the top that names most columns of copy. */
function headerWith(delimiter: string, { text, channel, from }: Top): Sheet & { known: number } {
  let best: Sheet & { known: number } = { delimiter, names: undefined, start: from, known: 0 };
  let count = 0;
  for (const row of readRows(text, delimiter, from)) {
    const names = namesIn(text, row);
    const known = names.filter((name) => copyKeyOf(name, channel) !== undefined).length;
    if (known > best.known) best = { delimiter, names, start: endOf(text, row), known };
    count += 1;
    if (count === TOP_ROWS) break;
  }
  return best;
}

function namesIn(text: string, { cells }: Row): readonly string[] {
  return cells.map(({ span, isQuoted }) => decodeCell(text, span, isQuoted).text.trim());
}

const REST = /[^\r\n]*(?:\r\n|\n|\r|$)/y;

function endOf(text: string, { cells }: Row): number {
  REST.lastIndex = cells.at(-1)?.span.end ?? 0;
  return REST.test(text) ? REST.lastIndex : text.length;
}

/** The delimiter that stands in most of the first lines. */
function mostUsed(sample: string, delimiters: readonly string[]): string {
  const lines = sample.split("\n");
  const uses = (delimiter: string) => lines.filter((line) => line.includes(delimiter)).length;
  return [...delimiters].sort((a, b) => uses(b) - uses(a))[0] ?? ",";
}
