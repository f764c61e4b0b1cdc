import type { Span } from "../model/span.ts";

export interface Annotated {
  /** The fixture without its annotations. */
  readonly text: string;
  readonly expected: readonly { readonly span: Span; readonly note: string }[];
}

const LAST_BREAK = /\n$/u;
const CARETS = /^(\s*)(\^+) (.*)$/u;

/** Splits a fixture into its text and the `^^^ note` lines that point at the line above them. */
export function readAnnotated(fixture: string): Annotated {
  const expected: { span: Span; note: string }[] = [];
  const lines: string[] = [];
  let lineStart = 0;
  let length = 0;
  for (const line of fixture.replace(LAST_BREAK, "").split("\n")) {
    const [, indent, carets, note = ""] = CARETS.exec(line) ?? [];
    if (indent === undefined || carets === undefined) {
      lineStart = length;
      lines.push(line);
      length += line.length + 1;
    } else {
      const start = lineStart + indent.length;
      expected.push({ span: { start, end: start + carets.length }, note });
    }
  }
  return { text: `${lines.join("\n")}\n`, expected };
}
