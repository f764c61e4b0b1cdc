import { tokenize } from "../expression.ts";
import type { Language, Reading, ShapeContext } from "../language.ts";
import { fieldsOf } from "../output.ts";

/** ActiveCampaign, LinkedIn and kin: `%FIRSTNAME%`, `%IF …% … %ELSE% … %/IF%`. */
export const activecampaign: Language = {
  pairs: [],
  shapes: [
    { first: "%", pattern: /%((?:IF|ELSEIF)\s[^%\r\n]{1,300}|ELSE|\/IF)%/uy },
    { first: "%", pattern: /%([A-Za-z][\w-]{1,40})%/uy, accept },
  ],
  claim: () => 9,
  read: ({ inner }) => [readTag(inner)],
};

const UPPER = /^(?![A-F][0-9A-F]$)[A-Z][A-Z0-9_-]+$/u;
const NUMBER = /[\d%]$/u;
const NUMBER_OR_WORD = /[\w%]$/u;

// `%C3%A9` is a URL escape and `50%OFF%` a discount.
function accept([, name = ""]: RegExpExecArray, { known, before }: ShapeContext): boolean {
  if (NUMBER_OR_WORD.test(before) && !UPPER.test(name)) return false;
  if (NUMBER.test(before)) return false;
  return UPPER.test(name) || known(name);
}

const IF = /^(IF|ELSEIF)\s+(.*)$/su;
const VARIABLE = /\$(\w+)/gu;

function readTag(inner: string): Reading {
  const [, word, test] = IF.exec(inner) ?? [];
  if (word !== undefined && test !== undefined) {
    const named = Array.from(test.matchAll(VARIABLE), ([, name = ""]) => name);
    const fields = named.length > 0 ? named : fieldsOf(tokenize(test, 0));
    return word === "IF"
      ? { kind: "open", block: "IF", loop: false, fields, test, negated: false }
      : { kind: "middle", fields, test, inherits: false };
  }
  if (inner === "ELSE") return { kind: "middle", fields: [], test: "", inherits: false };
  if (inner === "/IF") return { kind: "close", block: "IF" };
  return { kind: "output", fields: [inner], copy: [] };
}
