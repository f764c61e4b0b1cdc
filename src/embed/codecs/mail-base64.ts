import type { Edit } from "../../model/finding.ts";
import type { OffsetMap, Run } from "../../model/offset-map.ts";
import type { Span } from "../../model/span.ts";
import { runIndexAt } from "../../text/offset-map.ts";
import type { Embedded } from "../codec.ts";
import { decodeBase64, encodeBase64 } from "../mail/base64.ts";

/** The longest rest of a block that is written anew. */
const MAX_REST = 200_000;

/**
 * Writes the groups of digits that change anew. Where what follows would have to move by less than
 * a group, HTML gets another blank beside one that it has, which nobody sees; else the rest of the
 * block is written anew, and decodes to the same.
 */
export function editBase64(
  edit: Edit,
  { file, text, embedding }: Embedded,
  { encode, isHtml }: Writing,
): Edit | undefined {
  const { map, span: block } = embedding;
  const first = groupBefore(map, edit.span.start);
  const last = groupBehind(map, edit.span.end);
  const bytesOf = (words: string) =>
    encode(
      text.slice(first.prose, edit.span.start) + words + text.slice(edit.span.end, last.prose),
    );
  const lastDigit = digitsEnd(file, block);
  const span = { start: first.source ?? lastDigit, end: last.source ?? lastDigit };
  const isEnd = last.source === undefined;
  const whole = isEnd ? [edit.text] : [edit.text, ...(isHtml ? withBlanks(edit.text) : [])];
  const fitting = whole.map(bytesOf).find((bytes) => bytes && (isEnd || bytes.length % 3 === 0));
  if (fitting !== undefined)
    return { span, text: inLines(encodeBase64(fitting), file, block, span) };
  const bytes = bytesOf(edit.text);
  if (bytes === undefined || lastDigit - span.end > MAX_REST) return undefined;
  const rest = decodeBase64(file, { start: span.end, end: lastDigit }).bytes;
  const all = encodeBase64(Buffer.concat([bytes, rest]));
  const behind = { start: span.start, end: lastDigit };
  return { span: behind, text: inLines(all, file, block, behind) };
}

interface Writing {
  readonly encode: (text: string) => Uint8Array | undefined;
  readonly isHtml: boolean;
}

/** A blank between words, with nothing before it that could be a tag. */
const PROSE_BLANK = /^[^<>{}[\]%*$#@|~]*?[\p{L}\p{N},.;:!?](?= [\p{L}\p{N}])/u;

/** The words with one and with two blanks more. */
function withBlanks(words: string): readonly string[] {
  const [before] = PROSE_BLANK.exec(words) ?? [];
  if (before === undefined) return [];
  const after = words.slice(before.length);
  return [`${before} ${after}`, `${before}  ${after}`];
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
const LAST_BREAK = /[\r\n]\s*$/u;
const LINE = /^[^\r\n]*/u;
const USUAL_WIDTH = 76;

/** Digits in place of others, in lines no longer than the first of the block. */
function inLines(digits: string, file: string, block: Span, { start, end }: Span): string {
  const old = file.slice(start, end);
  const same = inSameLines(digits, old);
  if (same !== undefined) return same;
  const { width, newline } = linesOf(file, block);
  const before = file.slice(Math.max(block.start, start - USUAL_WIDTH * 2), start);
  const column = before.length - Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) - 1;
  const out = [digits.slice(0, Math.max(0, width - column))];
  for (let at = out[0]?.length ?? 0; at < digits.length; at += width) {
    out.push(digits.slice(at, at + width));
  }
  const filled = (out.length === 1 ? column : 0) + (out.at(-1)?.length ?? 0);
  const [rest = ""] = LINE.exec(file.slice(end, Math.min(block.end, end + USUAL_WIDTH * 2))) ?? [];
  const breaks = rest !== "" && (LAST_BREAK.test(old) || filled + rest.length > width);
  return out.join(newline) + (breaks && filled > 0 ? newline : "");
}

/** A block of one long line stays one. */
function linesOf(file: string, { start, end }: Span) {
  const first = BREAK.exec(file.slice(start, end));
  if (first !== null) return { width: Math.max(4, first.index), newline: first[0] };
  return {
    width: end - start > USUAL_WIDTH ? Number.MAX_SAFE_INTEGER : USUAL_WIDTH,
    newline: "\n",
  };
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
