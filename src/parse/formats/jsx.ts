import type { Notice } from "../../model/notice.ts";
import type { Span } from "../../model/span.ts";
import type { Format, Scanned } from "../block.ts";
import { bracedSpans } from "../jsx/braced-spans.ts";
import { createCollector } from "../jsx/collect.ts";
import { isMailComponent } from "../jsx/mail.ts";
import { type JsxFile, loadJsxParser, parseJsx, type SyntaxTrouble } from "../jsx/parse-jsx.ts";
import { walkProgram } from "../jsx/walk.ts";
import type { Tag } from "../language.ts";
import { mask } from "../mask.ts";
import { html } from "./html.ts";

/** React components that are messages: programs, read by their syntax and not by tags. */
export const jsx: Format = {
  extensions: [".tsx", ".jsx"],
  cut: ({ range }) => ({ blocks: [], comments: [], dead: [range] }),
  isMessage: isMailComponent,
  load: loadJsxParser,
  scan: (text, known) => {
    const file = parseJsx(text);
    if ("at" in file) return readBroken(text, file);
    try {
      return readProgram(text, file, known);
    } catch (error) {
      // A program that is nested deeper than the stack is.
      if (error instanceof RangeError) return readBroken(text, { message: error.message, at: 0 });
      throw error;
    }
  },
};

function readProgram(text: string, file: JsxFile, known: (name: string) => boolean): Scanned {
  const collector = createCollector(text, known);
  walkProgram(collector, { ...file.program, start: 0, end: text.length });
  const comments = (file.comments ?? []).flatMap(({ start, end }) =>
    typeof start === "number" && typeof end === "number" ? [{ start, end }] : [],
  );
  return {
    tags: inOrder(collector.tags),
    cut: { blocks: collector.blocks, comments, dead: [] },
    literals: inOrder(collector.literals),
    notices: [],
  };
}

function inOrder<T extends { readonly span: Span }>(items: readonly T[]): readonly T[] {
  let end = 0;
  return [...items]
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => {
      if (span.start < end) return false;
      ({ end } = span);
      return true;
    });
}

/** What stands in braces nobody can tell in a broken program; the markup around it can be read. */
function readBroken(text: string, trouble: SyntaxTrouble): Scanned {
  const spans = bracedSpans(text);
  const tags = spans.map(
    (span): Tag => ({
      span,
      language: "jsx",
      readings: [{ kind: "output", fields: [], copy: [] }],
    }),
  );
  const start = Math.max(0, text.search(FIRST_ELEMENT));
  const range = { start, end: text.length };
  const masked = mask(text, spans);
  const cut = html.cut({ text, masked, range, channel: "email", role: "body" });
  return { tags, cut, literals: [], notices: [syntaxError(text, trouble)] };
}

const FIRST_ELEMENT = /<[A-Za-z][\w.]*(?:\s[^<>]{0,400})?>/u;

function syntaxError(text: string, { message, at }: SyntaxTrouble): Notice {
  return {
    level: "warning",
    code: "syntax-error",
    message: `This is no valid JSX: ${message}`,
    hint: "Mend the syntax; what stands in braces was not read.",
    span: { start: Math.min(at, text.length), end: Math.min(at + 1, text.length) },
  };
}
