import { copyIn } from "../copy.ts";
import { tokenize } from "../expression.ts";
import type { Language, RawTag, Reading } from "../language.ts";
import { fieldsOf, readOutput } from "../output.ts";

const CODE_LIMIT = 50_000;

/** PHP in markup: `<?= $x ?>`, `<?php if ( $x ) : ?> … <?php endif; ?>`. */
export const php: Language = {
  pairs: [
    { open: "<?php", close: "?>", strings: true, quiet: true, limit: CODE_LIMIT },
    { open: "<?=", close: "?>", strings: true, quiet: true, limit: CODE_LIMIT },
  ],
  shapes: [],
  claim: () => 9,
  read: (tag) => [tag.delimiter === "<?=" ? readPrint(tag.inner, tag.innerStart) : readCode(tag)],
};

/** Nothing but comments. Linear: each starts with what no other does, and has one place to end. */
const COMMENTS = /^(?:\s|(?:#(?!\[)|\/\/)[^\r\n]*(?:[\r\n]|$)|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)+$/u;
const IF = /^if\s*\((.*)\)\s*[:{]$/su;
const ELSE_IF = /^(?:\}\s*)?else\s?if\s*\((.*)\)\s*[:{]$/su;
const ELSE = /^(?:\}\s*)?else\s*[:{]$/u;
const CLOSE = /^(?:end(?:if|foreach|for|while)\s*;?|\}\s*;?)$/u;
const LOOP = /^(?:foreach|for|while)\b.*[:{]$/su;
const ECHO = /^(?:echo|print|_e|esc_html_e|esc_attr_e|printf|echo esc_html__)\b/u;

function readCode({ inner, innerStart }: RawTag): Reading {
  const code = inner.trim();
  if (COMMENTS.test(code)) return { kind: "comment" };
  const test = IF.exec(code)?.[1]?.trim();
  if (test !== undefined) {
    return { kind: "open", block: "", loop: false, fields: fields(test), test, negated: false };
  }
  const other = ELSE_IF.exec(code)?.[1]?.trim();
  if (other !== undefined) {
    return { kind: "middle", fields: fields(other), test: other, inherits: false };
  }
  if (ELSE.test(code)) return { kind: "middle", fields: [], test: "", inherits: false };
  if (CLOSE.test(code)) return { kind: "close", block: "" };
  if (LOOP.test(code)) {
    return { kind: "open", block: "", loop: true, fields: [], test: code, negated: false };
  }
  if (ECHO.test(code)) return readPrint(inner, innerStart);
  return { kind: "statement", copy: copyIn(tokenize(inner, innerStart)) };
}

function fields(code: string): readonly string[] {
  return fieldsOf(tokenize(code, 0));
}

const PHP_WORDS = /^(?:echo|print)$/u;

function readPrint(inner: string, start: number): Reading {
  const output = readOutput(inner, start);
  return { ...output, fields: output.fields.filter((name) => !PHP_WORDS.test(name)) };
}
