import { tokenize } from "../expression.ts";
import type { Language, Reading } from "../language.ts";
import { fieldsOf } from "../output.ts";

/** GetResponse: `{{IF "(pet STRING_EQ 'dog')"}} … {{ELSE}} … {{ENDIF}}`, `{{CONTACT "name"}}`. */
export const getresponse: Language = {
  pairs: [{ open: "{{", close: "}}", strings: true }],
  shapes: [],
  claim: ({ inner }) => (TAG.test(inner) ? 9 : 0),
  read: ({ inner }) => [readTag(inner)],
};

const TAG =
  /^(?:(?:IF|ELSIF|CONTACT|LINK|GEO|USER|INFO|CUSTOM|DATE|COUNTDOWN)\s+["'].*|ELSE|ENDIF)\s*$/su;
const WORD = /^[A-Z]+/u;
const QUOTED = /^[A-Z]+\s+["'](.*?)["']\s*$/su;
const BRACKETS = /^\((.*)\)$/su;
const OPERATOR = /^(?:STRING|NUMBER|DATE|IS|LOGIC|NOT|AND|OR)_?[A-Z_]*$/u;

function readTag(inner: string): Reading {
  const word = WORD.exec(inner)?.[0] ?? "";
  const quoted = QUOTED.exec(inner)?.[1] ?? "";
  const test = BRACKETS.exec(quoted)?.[1] ?? quoted;
  const fields = fieldsOf(tokenize(test, 0)).filter((name) => !OPERATOR.test(name));
  switch (word) {
    case "IF":
      return { kind: "open", block: "if", loop: false, fields, test, negated: false };
    case "ELSIF":
      return { kind: "middle", fields, test, inherits: false };
    case "ELSE":
      return { kind: "middle", fields: [], test: "", inherits: false };
    case "ENDIF":
      return { kind: "close", block: "if" };
    case "LINK":
      return { kind: "output", fields: ["link"], copy: [] };
    default:
      return { kind: "output", fields: [quoted], copy: [] };
  }
}
