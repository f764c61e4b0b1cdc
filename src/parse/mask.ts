import type { Span } from "../model/span.ts";

const EACH_UNIT = /[^\r\n]/g;

/**
 * The text with every span filled by `z`, line breaks kept: the same length, and nothing in it
 * that markup could take for a quote, a bracket, an entity or a blank. Spans are in order.
 */
export function mask(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(at, start), text.slice(start, end).replace(EACH_UNIT, "z"));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}
