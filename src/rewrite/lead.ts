import type { Pieces } from "./draft.ts";
import { type Line, spanOf } from "./line.ts";

/** How a sentence speaks to somebody before it says anything: `Hi Meena, `, `Bright Dental: `. */
export interface Lead {
  /** Ends with its own comma, colon or dash, and a blank. */
  readonly pieces: Pieces;
  /** Term index behind it. */
  readonly end: number;
}

const GREETINGS: ReadonlySet<string> = new Set(
  "hi hello hey dear morning good ¡hola hola psst legend righto".split(" "),
);
const MARK = /^["”’')]*([,:!—–-]|\s[—–-])/u;
const LONGEST = 5;
/** A greeting may say who writes: `Hi, it's Derek at Green Thumbs, …`. */
const LONGEST_GREETING = 9;

/** The greeting, the name or the sender's label that a line opens with. */
export function leadOf(line: Line): Lead | undefined {
  const { terms, marked } = line;
  const most = GREETINGS.has(terms[0]?.normal ?? "") ? LONGEST_GREETING : LONGEST;
  for (let end = 1; end <= Math.min(most, terms.length - 2); end++) {
    const mark = MARK.exec(terms[end - 1]?.post ?? "")?.[1];
    if (mark === undefined) continue;
    const first = terms[0]?.normal ?? "";
    if (marked.slice(0, end).some(Boolean) && !isNamed(line, end) && !GREETINGS.has(first))
      return undefined;
    return isLead(line, end, mark.trim()) ? leadTo(line, end) : undefined;
  }
  return nameAnywhere(line);
}

function leadTo(line: Line, end: number): Lead {
  const { start } = spanOf(line, 0, end);
  const next = line.terms[end];
  const stop = next === undefined ? start : spanOf(line, end, end + 1).start;
  return { pieces: [{ start, end: stop }], end };
}

function isLead(line: Line, end: number, mark: string): boolean {
  const words = line.terms.slice(0, end);
  const first = words[0]?.normal ?? "";
  if (GREETINGS.has(first) && mark !== ":") return true;
  if (isNamed(line, end)) return true;
  if (mark !== ":") return false;
  return words.length <= 4 && !words.some(({ tags }) => isNoLabel(tags));
}

/** A verb or a teaser in front of a colon is no sender: `Spotted: you`. */
function isNoLabel(tags: ReadonlySet<string>): boolean {
  return tags.has("Verb") || tags.has("@rewrite-lead-in") || tags.has("@past");
}

/** Nothing but a name field that the reader is addressed by. */
function isNamed(line: Line, end: number): boolean {
  return line.terms
    .slice(0, end)
    .every((term) => term.normal === "" || isNameField(line, term.hole));
}

function isNameField({ segment, found }: Line, hole: number | undefined): boolean {
  const place = hole === undefined ? undefined : segment.holes[hole];
  if (place === undefined) return false;
  if (!place.fields.every(({ is, sensitive }) => NAMES.has(is) && !sensitive)) return false;
  return !found.some(
    ({ match }) =>
      match.rule.id === "attribute/name" ||
      (match.fields.length > 0 && match.at.start === place.at.start),
  );
}

/** A number for a name (`{0}`) is of no known class. */
const NAMES: ReadonlySet<string> = new Set(["name", "unknown"]);

/** A name at the end of the sentence stays as well, in front of the next: `…, {{name}}.` */
function nameAnywhere(line: Line): Lead | undefined {
  const at = line.terms.findIndex(
    (term) => term.tags.has("@field-name") && isNameField(line, term.hole),
  );
  const before = line.terms[at - 1];
  const vocative = at > 0 && before !== undefined && before.post.includes(",");
  if (!vocative) return undefined;
  return { pieces: [spanOf(line, at, at + 1), ", "], end: 0 };
}
