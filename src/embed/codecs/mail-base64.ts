import type { Edit } from "../../model/finding.ts";
import type { OffsetMap, Run } from "../../model/offset-map.ts";
import type { Span } from "../../model/span.ts";
import { runIndexAt } from "../../text/offset-map.ts";
import type { Embedded } from "../codec.ts";
import { decodeBase64, encodeBase64 } from "../mail/base64.ts";

/**
 * Writes the groups that change anew. Where the rest of the block would have to move by less than
 * a group, it is written anew as well: it decodes to the same.
 */
export function editBase64(
  edit: Edit,
  { file, text, embedding }: Embedded,
  encode: (text: string) => Uint8Array | undefined,
): Edit | undefined {
  const { map, span: block } = embedding;
  const first = groupBefore(map, edit.span.start);
  const last = groupBehind(map, edit.span.end);
  const bytes = encode(
    text.slice(first.prose, edit.span.start) + edit.text + text.slice(edit.span.end, last.prose),
  );
  if (bytes === undefined) return undefined;
  const digits = { start: block.start, end: digitsEnd(file, block) };
  const start = first.source ?? digits.end;
  const end = last.source ?? digits.end;
  if (last.source === undefined || bytes.length % 3 === 0) {
    const same = inSameLines(encodeBase64(bytes), file.slice(start, end));
    if (same !== undefined) return { span: { start, end }, text: same };
  }
  const rest = decodeBase64(file, { start: end, end: digits.end }).bytes;
  const all = new Uint8Array(bytes.length + rest.length);
  all.set(bytes);
  all.set(rest, bytes.length);
  return { span: { start, end: digits.end }, text: wrapped(encodeBase64(all), file, block, start) };
}

const DIGIT = /[A-Za-z\d+/=]/u;

/** The end of the last digit. */
function digitsEnd(file: string, { start, end }: Span): number {
  let at = end;
  while (at > start && !DIGIT.test(file.charAt(at - 1))) at--;
  return at;
}

const NOT_BLANK = /\S/gu;

/** The digits in the places of the old ones; undefined where there are more or fewer. */
function inSameLines(digits: string, old: string): string | undefined {
  if ((old.match(NOT_BLANK)?.length ?? 0) !== digits.length) return undefined;
  let at = 0;
  return old.replace(NOT_BLANK, () => digits.charAt(at++));
}

const BREAK = /\r\n|\r|\n/u;
const USUAL_WIDTH = 76;

/** Digits from a place on, in lines as long as the first of the block. */
function wrapped(digits: string, file: string, { start, end }: Span, from: number): string {
  const lines = BREAK.exec(file.slice(start, end));
  const [newline] = lines ?? ["\n"];
  const width = lines === null ? Math.max(USUAL_WIDTH, digits.length) : Math.max(4, lines.index);
  const before = file.slice(Math.max(start, from - width), from);
  const column = before.length - Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) - 1;
  const out: string[] = [];
  let room = width - column;
  for (let at = 0; at < digits.length; ) {
    const line = digits.slice(at, at + Math.max(room, 0));
    out.push(line);
    at += line.length;
    room = width;
  }
  return out.join(newline);
}

interface Boundary {
  readonly prose: number;
  /** Where a group of digits begins; undefined at the end of the block. */
  readonly source: number | undefined;
}

/** The last place before an offset at which both a character and a group of digits begin. */
function groupBefore({ runs }: OffsetMap, offset: number): Boundary {
  let index = runIndexAt(runs, offset);
  while (index > 0 && !isApart(runs[index - 1], runs[index])) index--;
  const run = runs[index];
  return { prose: run?.prose ?? 0, source: run?.source };
}

/** The first such place from an offset on. */
function groupBehind({ runs }: OffsetMap, offset: number): Boundary {
  let index = runIndexAt(runs, offset);
  if (offset > (runs[index]?.prose ?? 0)) index++;
  while (index > 0 && index < runs.length && !isApart(runs[index - 1], runs[index])) index++;
  const run = runs[index];
  if (run !== undefined) return { prose: run.prose, source: run.source };
  const last = runs.at(-1);
  return { prose: (last?.prose ?? 0) + (last?.length ?? 0), source: undefined };
}

function isApart(before: Run | undefined, run: Run | undefined): boolean {
  if (before === undefined || run === undefined) return true;
  return before.source + before.sourceLength <= run.source;
}
