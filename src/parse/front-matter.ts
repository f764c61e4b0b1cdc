import { CHANNELS, type Channel, KINDS, type Kind } from "../model/message.ts";
import type { Span } from "../model/span.ts";
import type { Block, Piece } from "./block.ts";
import { decodeText } from "./entities.ts";
import { fieldParts } from "./field-parts.ts";
import { roleOfName } from "./header-lines.ts";
import { linesIn } from "./lines.ts";

export interface FrontMatter {
  /** The whole of it with its fences; undefined where there is none. */
  readonly span: Span | undefined;
  readonly blocks: readonly Block[];
  readonly settings: { readonly channel?: Channel; readonly kind?: Kind };
}

const NONE: FrontMatter = { span: undefined, blocks: [], settings: {} };
const FENCE = /^---[ \t]*(?:\r\n|\n|\r|$)/u;
const MAX_LENGTH = 20_000;

/**
 * Reads the YAML between `---` lines at the top of a text, as far as copy and settings go: keys
 * without indentation and their scalars. Broken YAML costs no more than its own line. Tags are to
 * be masked.
 */
export function readFrontMatter(masked: string, channel: Channel): FrontMatter {
  if (!FENCE.test(masked)) return NONE;
  const [opening, ...lines] = linesIn(masked, {
    start: 0,
    end: Math.min(masked.length, MAX_LENGTH),
  });
  const textOf = (line: Span) => masked.slice(line.start, line.end);
  const count = lines.findIndex((line) => FENCE.test(textOf(line)));
  const end = lines[count]?.end;
  if (opening === undefined || end === undefined) return NONE;
  const entries = readEntries(masked, lines.slice(0, count));
  // Two rules around a paragraph look the same.
  if (entries === undefined) return NONE;
  return {
    span: { start: 0, end },
    blocks: entries.flatMap((entry) => readBlock(masked, entry, channel)),
    settings: readSettings(masked, entries),
  };
}

interface Entry {
  readonly key: string;
  /** From after the colon to the next key. */
  readonly value: Span;
}

const KEY = /^([\w-]+)[ \t]*:(?=\s|$)/u;
const NO_KEY = /^(?:\s|#|-\s|[}\]])/u;

function readEntries(masked: string, lines: readonly Span[]): readonly Entry[] | undefined {
  const entries: { key: string; value: { start: number; end: number } }[] = [];
  for (const { start, end } of lines) {
    const line = masked.slice(start, end);
    const [mark, key] = KEY.exec(line) ?? [];
    const last = entries.at(-1);
    if (mark !== undefined && key !== undefined) {
      entries.push({ key, value: { start: start + mark.length, end } });
    } else if (!NO_KEY.test(line)) return undefined;
    else if (last !== undefined) last.value.end = end;
  }
  return entries.length === 0 ? undefined : entries;
}

function readBlock(masked: string, { key, value }: Entry, channel: Channel): readonly Block[] {
  const role = roleOfName(fieldParts(key).join(" "), channel);
  const pieces = role === undefined ? [] : readScalar(masked, value);
  return role === undefined || pieces.length === 0 ? [] : [{ role, pieces }];
}

const BLOCK_HEADER = /^\s*[|>][-+\d]*[ \t]*(?:\r\n|\n|\r)/u;
const LIST = /^\s*(?:[[{]|-\s)/u;
const DOUBLE = /^\s*"((?:[^"\\]|\\.)*)"/su;
const SINGLE = /^\s*'((?:[^']|'')*)'/su;
const COMMENT = /\s#[^\r\n]*\s*$/u;

/** Where a scalar's text stands: inside its quotes, or after the header of a block. */
function readScalar(masked: string, { start, end }: Span): readonly Piece[] {
  const raw = masked.slice(start, end);
  const quoted = DOUBLE.exec(raw) ?? SINGLE.exec(raw);
  if (quoted?.[1] !== undefined) {
    const close = start + quoted[0].length - 1;
    return readQuoted(masked, { start: close - quoted[1].length, end: close });
  }
  if (LIST.test(raw)) return [];
  const header = BLOCK_HEADER.exec(raw)?.[0].length;
  if (header !== undefined) return decodeText(masked, { start: start + header, end });
  return decodeText(masked, { start, end: start + raw.replace(COMMENT, "").length });
}

const DOUBLE_ESCAPE = /\\(?:x[\da-f]{2}|u[\da-f]{4}|.)/giu;
const SINGLE_ESCAPE = /''/gu;
const BLANKS = new Set(["n", "t", "r", "_"]);

function readQuoted(masked: string, { start, end }: Span): readonly Piece[] {
  const pieces: Piece[] = [];
  const escapes = masked.charAt(end) === '"' ? DOUBLE_ESCAPE : SINGLE_ESCAPE;
  let at = start;
  for (const { 0: sequence, index } of masked.slice(start, end).matchAll(escapes)) {
    const span = { start: start + index, end: start + index + sequence.length };
    pieces.push(...decodeText(masked, { start: at, end: span.start }));
    pieces.push({ type: "whole", text: decodeEscape(sequence), span });
    at = span.end;
  }
  return [...pieces, ...decodeText(masked, { start: at, end })];
}

function decodeEscape(sequence: string): string {
  const letter = sequence.charAt(1);
  if (sequence.length > 2) return String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
  return BLANKS.has(letter) ? " " : letter;
}

const SETTING = /\b(channel|kind)["']?\s*:\s*["']?(\w+)/gu;

/** `creeplint: { channel: ad, kind: service }`, on one line or on several. */
function readSettings(masked: string, entries: readonly Entry[]): FrontMatter["settings"] {
  const own = entries.find(({ key }) => key === "creeplint");
  if (own === undefined) return {};
  const set = new Map(
    Array.from(
      masked.slice(own.value.start, own.value.end).matchAll(SETTING),
      ([, name = "", value = ""]) => [name, value] as const,
    ),
  );
  const channel = CHANNELS.find((known) => known === set.get("channel"));
  const kind = KINDS.find((known) => known === set.get("kind"));
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(kind === undefined ? {} : { kind }),
  };
}
