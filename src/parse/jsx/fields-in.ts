import { tokenize } from "../expression.ts";
import { fieldsOf } from "../output.ts";
import type { Node } from "./nodes.ts";

const LONGEST = 2000;
const PROGRAM_WORDS = new Set(
  "this props new typeof void await return const undefined Math JSON Date Number String Boolean Object Array Intl".split(
    " ",
  ),
);

/** The variables in an expression. */
export function fieldsIn(text: string, { start, end }: Node): readonly string[] {
  const code = text.slice(start, Math.min(end, start + LONGEST)).replaceAll("?.", ".");
  const fields = fieldsOf(tokenize(code.replaceAll("!", " "), 0));
  return [...new Set(fields.filter((name) => !PROGRAM_WORDS.has(name)))];
}
