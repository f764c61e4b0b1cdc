import type { Span } from "../model/span.ts";
import type { Token } from "./expression.ts";

const PROSE = /\p{L}{2}[^\n]*\s\S*\p{L}/u;
const CODE = /^(?:https?:|mailto:|[#./]|%[a-zA-Z])|^[\w.-]+$|[{;]\s*$|\s\}\s*$/u;

/** The string literals among tokens that read as copy: two words or more, not code. */
export function copyIn(tokens: readonly Token[]): readonly Span[] {
  return tokens
    .filter(({ type, text }) => type === "string" && isCopy(text))
    .map(({ span }) => span);
}

export function isCopy(text: string): boolean {
  return PROSE.test(text) && !CODE.test(text);
}
