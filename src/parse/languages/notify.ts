import type { Language, Reading } from "../language.ts";

// One word in two brackets, or a text that is shown on a condition.
const SURE = /^\w+$|\?\?/u;

/** GOV.UK Notify: `((name))`, and `((flag??text))` for text that only some are shown. */
export const notify: Language = {
  pairs: [],
  shapes: [
    {
      first: "(",
      pattern: /\(\(([A-Za-z][\w ]{1,60}(?:\?\?[^()]{0,500})?)\)\)/uy,
      accept: ([, inner = ""], { known }) => SURE.test(inner) || known(inner),
    },
  ],
  claim: () => 9,
  read: ({ inner, innerStart }) => {
    const mark = inner.indexOf("??");
    if (mark === -1) return [{ kind: "output", fields: [inner], copy: [] }];
    const test = inner.slice(0, mark);
    const span = { start: innerStart + mark + 2, end: innerStart + inner.length };
    return [
      { kind: "open", block: "", loop: false, fields: [test], test, negated: false },
      { kind: "output", fields: [], copy: [span] },
      { kind: "close", block: "" },
    ] satisfies readonly Reading[];
  },
};
