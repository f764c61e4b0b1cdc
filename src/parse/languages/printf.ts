import type { Language } from "../language.ts";

/** Catalog strings: `%s`, `%1$s`, `%d`, `%@`, `%(name)s`, `%{name}`. */
export const printf: Language = {
  pairs: [],
  shapes: [
    {
      first: "%",
      pattern: /%((?:\d{1,2}\$)?(?:s|d|@)|\([a-z]\w{0,40}\)s|\{[a-z]\w{0,40}\})/uy,
      accept: (_, { before, after }) => !ENDS_WORD.test(before) && !STARTS_WORD.test(after),
    },
  ],
  claim: () => 9,
  read: ({ inner }) => {
    const name = NAMED.exec(inner)?.[1];
    return [{ kind: "output", fields: name === undefined ? [] : [name], copy: [] }];
  },
};

const ENDS_WORD = /[\w%]$/u;
const STARTS_WORD = /^[\w%]/u;
const NAMED = /^[({](\w+)/u;
