import type { Span } from "../model/span.ts";

const EACH_UNIT = /[^\r\n]/g;

/**
 * The text with every span filled by `z`, line breaks kept: the same length, and nothing in it
 * that markup could take for a quote, a bracket, an entity or a blank.
 */
export function mask(text: string, spans: readonly Span[]): string {
  return fill(text, spans, "z");
}

/** The same with blanks: what is covered is not there at all. */
export function blankOut(text: string, spans: readonly Span[]): string {
  return fill(text, spans, " ");
}

function fill(text: string, spans: readonly Span[], filler: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(at, start), text.slice(start, end).replace(EACH_UNIT, filler));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}
