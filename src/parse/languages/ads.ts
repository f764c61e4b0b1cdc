import type { Span } from "../../model/span.ts";
import type { Language, RawTag, Reading } from "../language.ts";

/** Google and Microsoft Ads: `{KeyWord:Default}`, `{LOCATION(City)}`, `{=IF(…,text):default}`. */
export const ads: Language = {
  pairs: [],
  shapes: [
    {
      first: "{",
      pattern:
        /\{(=IF\([^{}\r\n]{1,300}|=?(?:GLOBAL_)?COUNTDOWN\([^{}\r\n]{0,200}|LOCATION\([^{}()\r\n]{1,40}\)(?::[^{}\r\n]{0,80})?|CUSTOMIZER\.[^{}\r\n]{1,120}|keyword:[^{}\r\n]{0,80}|param\d:[^{}\r\n]{0,80})\}/iuy,
    },
  ],
  claim: () => 9,
  read: (tag) => readCondition(tag) ?? [readInsertion(tag.inner)],
};

const IF = /^=IF\((.*)\)(?::(.*))?$/isu;

/** The text stands after the comma that follows the condition, whose lists have commas too. */
function readCondition({ inner, innerStart }: RawTag): readonly Reading[] | undefined {
  const match = IF.exec(inner);
  if (match?.[1] === undefined) return undefined;
  const comma = topComma(match[1]);
  const test = match[1].slice(0, comma).trim();
  const textStart = innerStart + "=IF(".length + comma + 1;
  const textEnd = innerStart + "=IF(".length + match[1].length;
  const print = (span: Span): Reading => ({ kind: "output", fields: [], copy: [span] });
  const other = match[2];
  return [
    { kind: "open", block: "if", loop: false, fields: [test], test, negated: false },
    print({ start: textStart, end: textEnd }),
    ...(other === undefined
      ? []
      : [
          { kind: "middle", fields: [], test: "", inherits: false } as const,
          print({
            start: innerStart + inner.length - other.length,
            end: innerStart + inner.length,
          }),
        ]),
    { kind: "close", block: "if" },
  ];
}

function topComma(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "(") depth += 1;
    else if (char === ")") depth -= 1;
    else if (char === "," && depth === 0) return at;
  }
  return text.length;
}

const DEFAULT = /:([^:]*)$/u;
const KEYWORD = /^keyword:/iu;
const COUNTDOWN = /COUNTDOWN\(/iu;
const LOCATION = /^LOCATION\(([^()]*)\)/iu;

function readInsertion(inner: string): Reading {
  const fallback = COUNTDOWN.test(inner) ? undefined : DEFAULT.exec(inner)?.[1];
  return {
    kind: "output",
    fields: [nameOf(inner)],
    ...(fallback === undefined ? {} : { fallback: fallback.trim() }),
    copy: [],
  };
}

function nameOf(inner: string): string {
  const place = LOCATION.exec(inner)?.[1];
  if (place !== undefined) return `location.${place.trim()}`;
  if (KEYWORD.test(inner)) return "keyword";
  if (COUNTDOWN.test(inner)) return "days";
  return inner.split(":")[0] ?? inner;
}
