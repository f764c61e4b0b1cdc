import { visibleLine } from "./visible.ts";

const SPECIAL = /[\\`*_{}[\]()<>#+!|~$-]/gu;
/** GitHub and GitLab turn these into links to people and issues, escaped or not. */
const REFERENCE = /[@#!](?=[\p{L}\p{N}])/gu;
const WORD_JOINER = "\u2060";
const BACKTICKS = /`+/gu;

/** Text from others as one line of Markdown: it looks as it is, and does nothing. */
export function markdownText(text: string): string {
  return visibleLine(text)
    .replace(SPECIAL, (char) => (char === "<" ? "&lt;" : `\\${char}`))
    .replace(REFERENCE, (char) => `${char}${WORD_JOINER}`);
}

/** The same in a code span. */
export function markdownCode(text: string): string {
  const words = visibleLine(text);
  const longest = Math.max(0, ...Array.from(words.matchAll(BACKTICKS), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 || words === "" ? " " : "";
  return `${fence}${pad}${words}${pad}${fence}`;
}

/** A code span in a table, where bars divide cells even in code. */
export function markdownCellCode(text: string): string {
  return markdownCode(text).replaceAll("|", "\\|");
}
