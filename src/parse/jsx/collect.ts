import type { Literal, Quoting, Role } from "../../model/segment.ts";
import type { Span } from "../../model/span.ts";
import type { Block, Piece } from "../block.ts";
import type { Reading, Tag } from "../language.ts";
import { decodeLiteral } from "../literal.ts";
import { readTags } from "../read-tags.ts";
import { shiftTag } from "../shift.ts";

/** What a walk over a program has found so far. */
export interface Collector {
  readonly text: string;
  readonly known: (name: string) => boolean;
  readonly tags: Tag[];
  readonly blocks: Block[];
  readonly literals: Literal[];
  /** The block that is being read. */
  pieces: Piece[];
  readonly roles: Role[];
  /** Something that everybody sees has been read. */
  sawBody: boolean;
  /** Words stand beside the element that is being read. */
  beside: boolean;
}

export function createCollector(text: string, known: (name: string) => boolean): Collector {
  return {
    text,
    known,
    tags: [],
    blocks: [],
    literals: [],
    pieces: [],
    roles: [],
    sawBody: false,
    beside: false,
  };
}

export function endBlock(collector: Collector): void {
  const { pieces, roles, blocks } = collector;
  if (pieces.length > 0) blocks.push({ role: roles.at(-1) ?? "body", pieces });
  collector.pieces = [];
}

/** Collects what `read` finds as a block of its own; the one that is being read goes on after it. */
export function apart(collector: Collector, role: Role, read: () => void): void {
  const { pieces } = collector;
  collector.pieces = [];
  collector.roles.push(role);
  read();
  endBlock(collector);
  collector.roles.pop();
  collector.pieces = pieces;
}

export function addTag(collector: Collector, span: Span, readings: readonly Reading[]): void {
  if (span.end <= span.start) return;
  collector.tags.push({ span, language: "jsx", readings });
  collector.pieces.push({ type: "text", span });
}

export function addBlank(collector: Collector, at: number): void {
  collector.pieces.push({ type: "whole", text: " ", span: { start: at, end: at } });
}

const MARKS = /[{%*[#$<(]/u;

/** The content of a literal: its text and the template tags in it, which another engine fills in. */
export function addLiteral(collector: Collector, span: Span, quoting: Quoting): void {
  const { text, known } = collector;
  if (span.end <= span.start) return;
  const content = text.slice(span.start, span.end);
  collector.literals.push({ span, quoting });
  const inner = MARKS.test(content) ? readTags(content, known) : undefined;
  let at = span.start;
  for (const tag of inner?.tags ?? []) {
    const shifted = shiftTag(tag, span.start);
    collector.pieces.push(
      ...decodeLiteral(text, { span: { start: at, end: shifted.span.start }, quoting }),
    );
    collector.tags.push(shifted);
    collector.pieces.push({ type: "text", span: shifted.span });
    at = shifted.span.end;
  }
  collector.pieces.push(...decodeLiteral(text, { span: { start: at, end: span.end }, quoting }));
}
