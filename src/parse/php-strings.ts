import type { Quoting, Role } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { isCopy } from "./copy.ts";
import { fieldParts } from "./field-parts.ts";
import { roleOfName } from "./header-lines.ts";
import type { Copy } from "./language.ts";

export interface PhpStrings {
  /** Strings that read as copy, or stand under a key of copy. */
  readonly copy: readonly Copy[];
  readonly comments: readonly Span[];
}

// One alternative for each first character; whatever is none of these is one character. What is
// never closed lasts to the end, so that nothing is searched twice.
const TOKEN =
  /\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|#(?!\[)[^\r\n]*|"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|<<<[ \t]*["']?\w+["']?|./gsu;
const COMMENT = /^(?:\/\/|\/\*|#.)/su;
const HEREDOC = /^<<<[ \t]*(["']?)(\w+)/u;

/** Finds the copy in PHP code: heedful of comments, in which apostrophes open nothing. Linear. */
export function phpStrings(code: string, start: number): PhpStrings {
  const copy: Copy[] = [];
  const comments: Span[] = [];
  const budget = { left: MOST_SEARCHED };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(code); match !== null; match = TOKEN.exec(code)) {
    const [text] = match;
    const span = { start: start + match.index, end: start + match.index + text.length };
    if (text.length === 1) continue;
    if (COMMENT.test(text)) comments.push(span);
    else if (text.startsWith("<<<")) {
      const here = readHeredoc(code, match.index, budget);
      TOKEN.lastIndex = here.next;
      if (here.copy !== undefined) copy.push(shifted(here.copy, start));
    } else addString(copy, code, { start: match.index, end: match.index + text.length }, start);
  }
  return { copy, comments };
}

const KEY_BEFORE =
  /["']([\w -]{1,40})["']\s*=>\s*(?:\w+\s*\(\s*)?$|\$(\w{1,40})\s*=\s*(?:\w+\s*\(\s*)?$/u;
const CONTEXT = 80;
const IS_KEY = /^\s*(?:=>|\])/u;

function addString(copy: Copy[], code: string, { start: from, end }: Span, offset: number): void {
  const inner = { start: from + 1, end: end - 1 };
  const content = code.slice(inner.start, inner.end);
  if (code.charAt(end - 1) !== code.charAt(from) || IS_KEY.test(code.slice(end, end + CONTEXT)))
    return;
  const role = LETTERS.test(content)
    ? roleBefore(code.slice(Math.max(0, from - CONTEXT), from))
    : undefined;
  const isText =
    !QUERY.test(content) && !ATTRIBUTES.test(content) && isCopy(content.replace(ESCAPED, "'"));
  if (!isText && role !== "subject" && role !== "preheader") return;
  const quoting: Quoting = code.charAt(from) === '"' ? "double" : "single";
  copy.push({
    start: inner.start + offset,
    end: inner.end + offset,
    quoting,
    ...(role === undefined ? {} : { role }),
  });
}

/** The end of an element that another string begins. */
const ATTRIBUTES = /^[^<]*[\w-]=["'][^<]*$/u;
/** Questions to a database. */
const QUERY =
  /^\s*(?:select|update|insert|delete|create|alter)\s[^.!?]*(?:\b(?:from|set|into|where|table)\b|`)/iu;
const LETTERS = /\p{L}{2}/u;
const ESCAPED = /\\["'nrt]/gu;

/** What the key or the variable says that a string is given to. */
function roleBefore(before: string): Role | undefined {
  const [, key, variable] = KEY_BEFORE.exec(before) ?? [];
  const name = key ?? variable;
  return name === undefined ? undefined : roleOfName(fieldParts(name).join(" "), "email");
}

function shifted(copy: Copy, by: number): Copy {
  return { ...copy, start: copy.start + by, end: copy.end + by };
}

/** Characters in which ends of heredocs are searched for in vain. */
const MOST_SEARCHED = 1_000_000;

function readHeredoc(
  code: string,
  at: number,
  budget: { left: number },
): { readonly copy?: Copy; readonly next: number } {
  const [opening, quote, name = ""] = HEREDOC.exec(code.slice(at, at + CONTEXT)) ?? [];
  const from = code.indexOf("\n", at) + 1;
  if (opening === undefined || from === 0 || budget.left <= 0) return { next: at + 3 };
  const closing = new RegExp(`^[ \\t]*${name}\\b`, "gmu");
  closing.lastIndex = from;
  const end = closing.exec(code);
  if (end === null) {
    budget.left -= code.length - from;
    return { next: at + 3 };
  }
  const quoting: Quoting = quote === "'" ? "bare-double" : "heredoc";
  return { copy: { start: from, end: end.index, quoting }, next: closing.lastIndex };
}
