import type { Directive, DirectiveScope } from "../model/directive.ts";
import type { Span } from "../model/span.ts";

const DIRECTIVE =
  /creeplint-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])([^\r\n]*)/u;
const REASON = /\s--\s+(.*)$/u;
const UNTIL = /\buntil=(\d{4}-\d{2}-\d{2})\b/u;
const CLOSING =
  /\s*(?:-->|\{%-?\s*endcomment\s*-?%\}|--\}\}|--%>|\*\/\s*(?:\]%%|\}\})?|[-~]?%\}.*|#\}|\}\}|%>|\]%%)?\s*$/u;
const SEPARATOR = /[\s,]+/u;

const SCOPES: Readonly<Record<string, DirectiveScope>> = {
  disable: "start",
  enable: "end",
  "disable-line": "line",
  "disable-next-line": "next-line",
  "disable-file": "file",
};

/** Reads the suppressions among comments: `creeplint-disable-line a/b, c/d -- why until=2027-01-31`. */
export function readDirectives(text: string, comments: readonly Span[]): readonly Directive[] {
  return [...comments].sort((a, b) => a.start - b.start).flatMap((span) => readComment(text, span));
}

function readComment(text: string, span: Span): readonly Directive[] {
  const match = DIRECTIVE.exec(text.slice(span.start, span.end));
  const scope = SCOPES[match?.[1] ?? ""];
  if (match === null || scope === undefined) return [];
  const rest = (match[2] ?? "").replace(CLOSING, "");
  const until = UNTIL.exec(rest)?.[1];
  const words = rest.replace(UNTIL, "");
  const reason = REASON.exec(words)?.[1]?.trim() ?? "";
  const rules = words
    .replace(REASON, "")
    .split(SEPARATOR)
    .filter((rule) => rule !== "" && rule !== "--");
  return [{ scope, rules, reason, ...(until === undefined ? {} : { until }), span }];
}
