import type { Language, RawTag, Reading } from "../language.ts";

/** ICU messages: `{count, plural, one {# item} other {# items}}`, `{minutes, number}`. */
export const icu: Language = {
  pairs: [],
  shapes: [
    {
      first: "{",
      pattern:
        /\{(\w{1,40},\s*(?:plural|select|selectordinal|number|date|time)\b(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,60}\}){0,200}\}){0,300})\}/uy,
    },
  ],
  claim: () => 9,
  read: (tag) =>
    readSelect(tag) ?? [{ kind: "output", fields: [tag.inner.split(",")[0] ?? ""], copy: [] }],
};

const SELECT = /^(\w+),\s*select,/u;
const ARM = /(\w+)\s*\{([^{}]+)\}/gu;

/** `{gender, select, female {…} other {…}}`: one text or another, as any condition picks one. */
function readSelect({ inner, innerStart }: RawTag): readonly Reading[] | undefined {
  const [head, name] = SELECT.exec(inner) ?? [];
  if (head === undefined || name === undefined) return undefined;
  const arms = Array.from(inner.slice(head.length).matchAll(ARM), (arm, index) => {
    const end = innerStart + head.length + arm.index + arm[0].length - 1;
    const copy = [{ start: end - (arm[2] ?? "").length, end }];
    const test = arm[1] === "other" ? "" : `${name} == ${arm[1]}`;
    return [branch(index === 0, name, test), { kind: "output", fields: [], copy }] as const;
  });
  return arms.length === 0 ? undefined : [...arms.flat(), { kind: "close", block: "select" }];
}

function branch(isFirst: boolean, name: string, test: string): Reading {
  const fields = test === "" ? [] : [name];
  return isFirst
    ? { kind: "open", block: "select", loop: false, fields: [name], test, negated: false }
    : { kind: "middle", fields, test, inherits: false };
}
