import { decodeHTML, decodeHTMLAttribute } from "entities";
import type { Span } from "../model/span.ts";
import type { Piece } from "./block.ts";

const ENTITY = /&(?:#x[\da-f]{1,8}|#\d{1,8}|[a-z][a-z\d]{1,31});?/giu;

/** Cuts a stretch of markup text at its character references. */
export function decodeText(masked: string, span: Span): readonly Piece[] {
  return decode(masked, span, decodeHTML);
}

/** The same in attribute values, where `&copy=1` is no reference. */
export function decodeAttribute(masked: string, span: Span): readonly Piece[] {
  return decode(masked, span, decodeHTMLAttribute);
}

function decode(masked: string, { start, end }: Span, read: (entity: string) => string) {
  const pieces: Piece[] = [];
  let at = start;
  for (const { 0: entity, index } of masked.slice(start, end).matchAll(ENTITY)) {
    const text = read(entity);
    if (text === entity) continue;
    const span = { start: start + index, end: start + index + entity.length };
    if (span.start > at) pieces.push({ type: "text", span: { start: at, end: span.start } });
    pieces.push({ type: "whole", text, span });
    at = span.end;
  }
  if (at < end) pieces.push({ type: "text", span: { start: at, end } });
  return pieces;
}
