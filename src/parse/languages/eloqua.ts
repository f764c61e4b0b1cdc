import type { Language } from "../language.ts";

/** Oracle Eloqua: field merges, in their markup or as `~~eloqua..type--emailfield..~~`. */
export const eloqua: Language = {
  pairs: [],
  shapes: [
    {
      first: "<",
      pattern:
        /<span\s[^<>]{0,100}?\bclass\s*=\s*["']?eloquaemail["']?[^<>]{0,200}>([^<>]{1,100})<\/span>/iuy,
    },
    { first: "~", pattern: /~~eloqua\.\.[^~\r\n]{0,300}?syntax--([\w ]{1,80})[^~\r\n]{0,300}~~/uy },
  ],
  claim: () => 9,
  read: ({ inner }) => [{ kind: "output", fields: [inner.trim()], copy: [] }],
};
