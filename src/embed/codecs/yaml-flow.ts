import type { Span } from "../../model/span.ts";
import { buildProse, type ProseBuilder } from "../../text/offset-map.ts";
import type { Decoded } from "../codec.ts";
import { writeDecoded } from "../escapes.ts";
import { dropBlanks, type Line, linesOf, skipBlanks } from "../lines.ts";

export type FlowStyle = "plain" | "single" | "double";

/** Reads a YAML scalar that is no block; `span` is what stands between its quotes. */
export function decodeFlow(file: string, span: Span, style: FlowStyle): Decoded {
  const prose = buildProse();
  const lines = linesOf(file, span);
  let from = span.start;
  let breaks = 0;
  let isJoined = false;
  lines.forEach((line, index) => {
    const isLast = index === lines.length - 1;
    const inside = insideOf(file, line, { isFirst: index === 0, isLast, style });
    if (inside.start === inside.end && index > 0 && !isLast) {
      breaks += 1;
      return;
    }
    if (index > 0) {
      const fold = isJoined || breaks > 0 ? "\n".repeat(breaks) : " ";
      prose.whole(fold, { start: from, end: inside.start });
    }
    isJoined = style === "double" && !isLast && endsInBackslash(file, inside);
    const end = isJoined ? inside.end - 1 : inside.end;
    WRITERS[style](prose, file, { start: inside.start, end });
    from = inside.end;
    breaks = 0;
  });
  return prose.build();
}

/** What is left of a line where the blanks at its breaks do not count. */
function insideOf(
  file: string,
  { span }: Line,
  { isFirst, isLast, style }: { isFirst: boolean; isLast: boolean; style: FlowStyle },
): Span {
  const start = isFirst ? span.start : skipBlanks(file, span);
  if (isLast) return { start, end: Math.max(start, span.end) };
  const end = dropBlanks(file, { start, end: span.end });
  const isEscaped = style === "double" && end < span.end && endsInBackslash(file, { start, end });
  return { start, end: isEscaped ? end + 1 : end };
}

/** An odd number of them: an even one is backslashes themselves. */
function endsInBackslash(file: string, { start, end }: Span): boolean {
  let at = end;
  while (at > start && file.charAt(at - 1) === "\\") at -= 1;
  return (end - at) % 2 === 1;
}

const WRITERS: Readonly<
  Record<FlowStyle, (prose: ProseBuilder, file: string, span: Span) => void>
> = {
  plain: (prose, file, { start, end }) => prose.copy(file.slice(start, end), start),
  single: (prose, file, span) => writeDecoded(prose, file, span, SINGLE),
  double: (prose, file, span) => writeDecoded(prose, file, span, DOUBLE),
};

const SINGLE = { mark: /''/g, read: () => "'" };
const DOUBLE = { mark: /\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|[\s\S])/gi, read: readEscape };

const LETTERS: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};
const LAST_POINT = 0x10ffff;

function readEscape(escaped: string): string {
  const letter = escaped.charAt(1);
  if (escaped.length === 2) return LETTERS[letter] ?? letter;
  const point = Number.parseInt(escaped.slice(2), 16);
  return point > LAST_POINT ? "\ufffd" : String.fromCodePoint(point);
}
