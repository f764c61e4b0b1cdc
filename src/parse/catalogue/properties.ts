import { decodeProperty } from "../../embed/codecs/property.ts";
import type { Span } from "../../model/span.ts";
import type { Container } from "../containers/container.ts";
import { isCataloguePath, isSentPath } from "../data/catalogue.ts";
import { linesIn } from "../lines.ts";
import { messageOf } from "./entry-value.ts";

/** Java's catalogues: `key = text`, on one line or on several. */
export const properties: Container = {
  read: ({ path, text, channel, kind, found }) => {
    // Most files of this kind set things up.
    if (found && !isCataloguePath(path) && !isSentPath(path)) return NOTHING;
    const comments: Span[] = [];
    const messages = logicalLines(text).flatMap((line) => {
      const first = text.charAt(line.start);
      if (first === "#" || first === "!") {
        comments.push(line);
        return [];
      }
      const key = KEY.exec(text.slice(line.start, line.end));
      if (key === null) return [];
      const span = { start: line.start + key[0].length, end: line.end };
      // In a message format every apostrophe is doubled, and none stands alone.
      const quotes = isDoubled(text.slice(span.start, span.end)) ? 2 : 1;
      const decoded = decodeProperty(text, span, quotes);
      const embedding = { codec: "property", span, detail: { quotes } };
      const entry = { id: key[1], anchor: line.start, texts: [{ ...decoded, embedding }] };
      return messageOf(entry, { channel, kind }) ?? [];
    });
    return { messages, comments, notices: [] };
  },
};

const NOTHING = { messages: [], comments: [], notices: [] };
const KEY = /^((?:[^\s\\=:]|\\[^\r\n])+)[ \t\f]*(?:[=:][ \t\f]*)?/u;
const GOES_ON = /(?:^|[^\\])(?:\\\\)*\\$/u;

/** Lines without the blanks before them; one that ends in a backslash goes on in the next. */
function logicalLines(text: string): readonly Span[] {
  const lines: { start: number; end: number }[] = [];
  let goesOn = false;
  for (const { start, end } of linesIn(text, { start: 0, end: text.length })) {
    const whole = text.slice(start, end);
    const line = withoutBreak(whole);
    const from = start + blanksBefore(line);
    const to = start + line.length;
    const last = lines.at(-1);
    if (goesOn && last !== undefined) last.end = to;
    else if (from < to) lines.push({ start: from, end: to });
    const isComment: boolean = !goesOn && (text.charAt(from) === "#" || text.charAt(from) === "!");
    goesOn = !isComment && GOES_ON.test(line.slice(-MOST_BACKSLASHES));
  }
  return lines;
}

const MOST_BACKSLASHES = 20;
const BREAK = /[\r\n]+$/u;

function withoutBreak(line: string): string {
  return line.slice(-2).replace(BREAK, "").length === 2
    ? line
    : line.slice(0, -2) + line.slice(-2).replace(BREAK, "");
}

function blanksBefore(line: string): number {
  return line.length - line.trimStart().length;
}

const APOSTROPHES = /'+/gu;

function isDoubled(value: string): boolean {
  const runs = value.match(APOSTROPHES) ?? [];
  return runs.length > 0 && runs.every((run) => run.length % 2 === 0);
}
