import type { Language, RawTag, Reading } from "../language.ts";

/** Tools for cold mail: `{{RANDOM | Hi | Hello}}`, `{{spin}}Hi{{variation}}Hello{{endspin}}`. */
export const coldmail: Language = {
  pairs: [{ open: "{{", close: "}}", strings: true }],
  shapes: [],
  claim: ({ inner }) => (RANDOM.test(inner) || SPIN.test(inner) ? 9 : 0),
  read: (tag) => (RANDOM.test(tag.inner) ? readRandom(tag) : [readSpin(tag.inner.trim())]),
};

const RANDOM = /^\s*random\s*\|/iu;
const SPIN = /^\s*(?:spin|variation|endspin)\s*$/iu;
const ALTERNATIVE = /[^|]+/gu;
const LEADING = /^\s*/u;

const OPEN = { kind: "open", block: "spin", loop: false, fields: [], negated: false } as const;
const CLOSE = { kind: "close", block: "spin" } as const;

function readRandom({ inner, innerStart }: RawTag): readonly Reading[] {
  const alternatives = [...inner.matchAll(ALTERNATIVE)].slice(1);
  const readings = alternatives.flatMap(({ 0: text, index }, at): readonly Reading[] => {
    const start = innerStart + index + (LEADING.exec(text)?.[0].length ?? 0);
    const span = { start, end: start + text.trim().length };
    return [turn(at), { kind: "output", fields: [], copy: [span] }];
  });
  return [...readings, { ...CLOSE }];
}

/** What shows one of several texts at random. The first opens the choice. */
function turn(at: number): Reading {
  const test = `text ${at + 1}`;
  return at === 0
    ? { ...OPEN, test }
    : { kind: "middle", fields: [], test, inherits: false, complete: true };
}

function readSpin(word: string): Reading {
  switch (word.toLowerCase()) {
    case "spin":
      return { ...OPEN, test: "text 1" };
    case "variation":
      return { kind: "middle", fields: [], test: "another text", inherits: false, complete: true };
    default:
      return { ...CLOSE };
  }
}
