import { isMap, isScalar, parseDocument, type Scalar } from "yaml";
import { CHANNELS, type Channel, KINDS, type Kind } from "../model/message.ts";
import type { Span } from "../model/span.ts";
import type { Block, Piece } from "./block.ts";
import { decodeText } from "./entities.ts";
import { fieldParts } from "./field-parts.ts";
import { roleOfName } from "./header-lines.ts";

export interface FrontMatter {
  /** The whole of it with its fences; undefined where there is none. */
  readonly span: Span | undefined;
  readonly blocks: readonly Block[];
  readonly settings: { readonly channel?: Channel; readonly kind?: Kind };
}

const FENCED = /^---[ \t]*\r?\n((?:(?!---[ \t]*(?:\r?\n|$)).*(?:\r?\n|$))*)---[ \t]*(?:\r?\n|$)/u;

/** Reads YAML between `---` lines at the top of a text. Tags are to be masked. */
export function readFrontMatter(masked: string, channel: Channel): FrontMatter {
  const match = masked.startsWith("---") ? FENCED.exec(masked) : null;
  if (match === null) return { span: undefined, blocks: [], settings: {} };
  const start = match[0].indexOf("\n") + 1;
  const entries = readEntries(match[1] ?? "");
  // Two rules around a paragraph look the same.
  if (entries === undefined) return { span: undefined, blocks: [], settings: {} };
  return {
    span: { start: 0, end: match[0].length },
    blocks: entries.flatMap((entry) => readBlock(masked, entry, start, channel)),
    settings: readSettings(entries),
  };
}

interface Entry {
  readonly key: string;
  readonly value: unknown;
}

function readEntries(yaml: string): readonly Entry[] | undefined {
  try {
    const { contents } = parseDocument(yaml, {
      strict: false,
      uniqueKeys: false,
      logLevel: "silent",
    });
    if (!isMap(contents)) return undefined;
    return contents.items.flatMap(({ key, value }) =>
      isScalar(key) ? [{ key: String(key.value), value }] : [],
    );
  } catch {
    return undefined;
  }
}

function readBlock(masked: string, entry: Entry, base: number, channel: Channel): readonly Block[] {
  const role = roleOfName(fieldParts(entry.key).join(" "), channel);
  if (role === undefined || !isScalar(entry.value) || typeof entry.value.value !== "string")
    return [];
  const pieces = scalarPieces(masked, entry.value, base).flatMap((piece) =>
    piece.type === "text" ? decodeText(masked, piece.span) : [piece],
  );
  return pieces.length === 0 ? [] : [{ role, pieces }];
}

const BLOCK_HEADER = /^[|>][^\n]*\n/u;

/** Where a scalar's text stands: inside its quotes, after the header of a block. */
function scalarPieces(masked: string, scalar: Scalar, base: number): readonly Piece[] {
  const [from, to] = scalar.range ?? [0, 0];
  const start = base + from;
  const end = base + to;
  const raw = masked.slice(start, end);
  switch (scalar.type) {
    case "QUOTE_DOUBLE":
    case "QUOTE_SINGLE":
      return escaped(masked, { start: start + 1, end: end - 1 }, scalar.type === "QUOTE_DOUBLE");
    case "BLOCK_FOLDED":
    case "BLOCK_LITERAL":
      return [
        { type: "text", span: { start: start + (BLOCK_HEADER.exec(raw)?.[0].length ?? 0), end } },
      ];
    default:
      return [{ type: "text", span: { start, end } }];
  }
}

const DOUBLE_ESCAPE = /\\(?:x[\da-f]{2}|u[\da-f]{4}|.)/giu;
const SINGLE_ESCAPE = /''/gu;
const NAMED: Readonly<Record<string, string>> = { n: " ", t: " ", r: " ", _: " " };

function escaped(masked: string, span: Span, isDouble: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = span.start;
  const matches = masked
    .slice(span.start, span.end)
    .matchAll(isDouble ? DOUBLE_ESCAPE : SINGLE_ESCAPE);
  for (const { 0: sequence, index } of matches) {
    const start = span.start + index;
    pieces.push({ type: "text", span: { start: at, end: start } });
    at = start + sequence.length;
    pieces.push({ type: "whole", text: decodeEscape(sequence), span: { start, end: at } });
  }
  pieces.push({ type: "text", span: { start: at, end: span.end } });
  return pieces;
}

function decodeEscape(sequence: string): string {
  if (sequence === "''") return "'";
  const letter = sequence.charAt(1);
  const code = sequence.length > 2 ? Number.parseInt(sequence.slice(2), 16) : Number.NaN;
  return Number.isNaN(code) ? (NAMED[letter] ?? letter) : String.fromCharCode(code);
}

function readSettings(entries: readonly Entry[]): FrontMatter["settings"] {
  const own = entries.find(({ key }) => key === "creeplint")?.value;
  if (!isMap(own)) return {};
  const channel = CHANNELS.find((known) => known === own.get("channel"));
  const kind = KINDS.find((known) => known === own.get("kind"));
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(kind === undefined ? {} : { kind }),
  };
}
