import type { Directive, DirectiveScope } from "../model/directive.ts";
import type { Notice } from "../model/notice.ts";
import type { Span } from "../model/span.ts";
import { didYouMean, nearest } from "../text/nearest.ts";

const DIRECTIVE =
  /creeplint-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])([^\r\n]*)/u;
const REASON = /\s--\s+(.*)$/u;
const UNTIL = /\buntil=(\d{4}-\d{2}-\d{2})\b/u;
const CLOSING =
  /\s*(?:-->|\*[}#]|\{%-?\s*endcomment\s*-?%\}|--\}\}|--%>|\*\/\s*(?:\]%%|\}\}|\?>)?|\?>|[-~]?%\}.*|#\}|\}\}|%>|\]%%)?\s*$/u;
const SEPARATOR = /[\s,]+/u;
/** `[//]: # (…)` in Markdown, whose last mark could as well end a reason. */
const DEFINITION_END = /[)"']$/u;
const LIKE_DIRECTIVE = /\bcreeplint-([a-z-]{1,40})(?:\s{1,4}([^\s,]{1,80}))?/iu;
const LIKE_RULE = /^[a-z-]+\/[a-z*-]/u;

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

/** Warns of comments that were meant as suppressions and are none. */
export function misspeltDirectives(text: string, comments: readonly Span[]): readonly Notice[] {
  return comments.flatMap((span) => {
    const comment = text.slice(span.start, span.end);
    const match = DIRECTIVE.test(comment) ? null : LIKE_DIRECTIVE.exec(comment);
    const word = match?.[1]?.toLowerCase();
    if (match === null || word === undefined) return [];
    const known = Object.keys(SCOPES);
    const isMeant = nearest(word, known) !== undefined || LIKE_RULE.test(match[2] ?? "");
    return isMeant ? [misspelt(word, span)] : [];
  });
}

function misspelt(word: string, span: Span): Notice {
  return {
    level: "warning",
    code: "suppression-misspelt",
    message: `"creeplint-${word}" is no suppression, so it silences nothing.`,
    hint: didYouMean(
      `creeplint-${word}`,
      Object.keys(SCOPES).map((name) => `creeplint-${name}`),
    ),
    span,
  };
}

function readComment(text: string, span: Span): readonly Directive[] {
  const whole = text.slice(span.start, span.end);
  const comment = whole.startsWith("[") ? whole.replace(DEFINITION_END, "") : whole;
  const match = DIRECTIVE.exec(comment);
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
