import type { Language } from "../language.ts";

/** ICU messages: `{count, plural, one {# item} other {# items}}`, `{minutes, number}`. */
export const icu: Language = {
  pairs: [],
  shapes: [
    {
      first: "{",
      pattern:
        /\{(\w{1,40},\s*(?:plural|select|selectordinal|number|date|time)\b(?:[^{}]|\{[^{}]{0,200}\}){0,300})\}/uy,
    },
  ],
  claim: () => 9,
  read: ({ inner }) => [{ kind: "output", fields: [inner.split(",")[0] ?? ""], copy: [] }],
};
