import { tokenize } from "../expression.ts";
import type { Language, RawTag, Reading } from "../language.ts";
import { fieldsOf, readOutput } from "../output.ts";
import { phpStrings } from "../php-strings.ts";
import { readPrinted } from "../printed.ts";

const CODE_LIMIT = 500_000;

/** PHP in markup: `<?= $x ?>`, `<?php if ( $x ) : ?> … <?php endif; ?>`. */
export const php: Language = {
  pairs: [
    { open: "<?php", close: "?>", strings: true, quiet: true, endless: true, limit: CODE_LIMIT },
    { open: "<?=", close: "?>", strings: true, quiet: true, limit: CODE_LIMIT },
  ],
  shapes: [],
  strings: "backslash",
  claim: () => 9,
  read: (tag) => (tag.delimiter === "<?=" ? readPrint(tag.inner, tag.innerStart) : readCode(tag)),
};

/** Nothing but comments. Linear: each starts with what no other does, and has one place to end. */
const COMMENTS = /^(?:\s|(?:#(?!\[)|\/\/)[^\r\n]*(?:[\r\n]|$)|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)+$/u;
const IF = /^if\s*\((.*)\)\s*[:{]$/su;
const ELSE_IF = /^(?:\}\s*)?else\s?if\s*\((.*)\)\s*[:{]$/su;
const ELSE = /^(?:\}\s*)?else\s*[:{]$/u;
const CLOSE = /^(?:end(?:if|foreach|for|while)\s*;?|\}\s*;?)$/u;
const LOOP = /^(?:foreach|for|while)\b.*[:{]$/su;
const ECHO = /^(?:echo|print|_e|esc_html_e|esc_attr_e|printf|echo esc_html__)\b/u;

function readCode({ inner, innerStart }: RawTag): readonly Reading[] {
  const code = inner.trim();
  if (COMMENTS.test(code)) return [{ kind: "comment" }];
  const control = readControl(code);
  if (control !== undefined) return [control];
  if (ECHO.test(code) && !SEVERAL.test(code)) return readPrint(inner, innerStart);
  const { copy, comments } = phpStrings(inner, innerStart);
  const statement: Reading = { kind: "statement", copy };
  return comments.length === 0 ? [statement] : [statement, { kind: "comment", spans: comments }];
}

/** More than one statement. */
const SEVERAL = /;\s*\S/u;

function readControl(code: string): Reading | undefined {
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
  return LOOP.test(code) ? readLoop(code) : undefined;
}

function readLoop(code: string): Reading {
  const [, list, name] = FOREACH.exec(code) ?? [];
  const [of] = fieldsOf(tokenize(list ?? "", 0));
  const alias = of === undefined || name === undefined ? {} : { alias: { name, of } };
  const named = of === undefined ? [] : [of];
  return {
    kind: "open",
    block: "",
    loop: true,
    fields: named,
    test: code,
    negated: false,
    ...alias,
  };
}

const FOREACH = /^foreach\s*\((.*)\sas\s+(?:\$\w+\s*=>\s*)?\$(\w+)/su;

function fields(code: string): readonly string[] {
  return fieldsOf(tokenize(code, 0));
}

const PHP_WORDS = /^(?:echo|print)$/u;
const PRINT_WORD = /^\s*(?:echo|print)\b/u;
const TEXT_CALL =
  /^\s*(?:esc_html_e|esc_attr_e|_e|__|_x|esc_html__|esc_attr__|printf|sprintf|vsprintf|wp_kses_post|nl2br)\s*\(/u;
const LAST_STOP = /;\s*$/u;

function readPrint(inner: string, start: number): readonly Reading[] {
  const skip = PRINT_WORD.exec(inner)?.[0].length ?? 0;
  const code = inner.slice(skip).replace(LAST_STOP, "");
  const at = start + skip;
  if (!TEXT_CALL.test(code)) return readPrinted(code, at, { joins: ["."] }).map(withoutWords);
  const { copy } = phpStrings(code, at);
  const [text] = copy;
  if (text !== undefined) return [{ kind: "output", fields: [], copy: [text] }];
  return [withoutWords(readOutput(code, at))];
}

function withoutWords(reading: Reading): Reading {
  return reading.kind === "output"
    ? { ...reading, fields: reading.fields.filter((name) => !PHP_WORDS.test(name)) }
    : reading;
}
