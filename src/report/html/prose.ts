import type { Finding } from "../../model/finding.ts";
import type { Part } from "../../model/message.ts";
import type { Role, Segment } from "../../model/segment.ts";
import type { Span } from "../../model/span.ts";
import { overlap } from "../../text/overlap.ts";
import { type Piece, piecesOf, touches } from "../prose-pieces.ts";
import { type Html, html, NOTHING } from "./html-text.ts";

/** A finding with the number that it goes by on the page. */
export interface Numbered {
  readonly number: number;
  readonly finding: Finding;
}

interface Mark extends Span {
  readonly numbered: Numbered;
}

interface Line {
  readonly segment: Segment;
  readonly marks: readonly Mark[];
}

const ROLE_NAMES: Readonly<Partial<Record<Role, string>>> = {
  subject: "Subject",
  preheader: "Preheader",
  heading: "Heading",
  button: "Button",
  alt: "Picture",
  headline: "Headline",
  description: "Description",
  "push-title": "Title",
  footer: "Footer",
  link: "Link",
};

/**
 * The lines of a part around its findings, the words marked and numbered. A gap stands for lines
 * without any.
 */
export function markedProse(part: Part, numbered: readonly Numbered[]): Html {
  const lines = linesOf(part, numbered);
  const isKept = lines.map((line, index) => isNear(lines, line, index));
  const rows = lines.map((line, index) => {
    if (isKept[index] === true) return lineHtml(line, part);
    return index === 0 || isKept[index - 1] === true ? html`<p class="gap">⋯</p>` : NOTHING;
  });
  const marked = new Set(lines.flatMap(({ marks }) => marks.map((mark) => mark.numbered)));
  const elsewhere = numbered.filter((one) => !marked.has(one)).map(elsewhereHtml);
  return html`${lines.length === elsewhere.length ? NOTHING : rows}${elsewhere}`;
}

/** Each finding is marked once: branches of a condition share text. */
function linesOf(part: Part, numbered: readonly Numbered[]): readonly Line[] {
  const left = new Set(numbered);
  const lines = part.segments.map((segment): Line => {
    const whole = sourceOf(segment);
    const near = [...left].filter(({ finding }) => overlap(finding.span, whole));
    const pieces = near.length === 0 ? [] : piecesOf(segment, part.text);
    const marks = near.flatMap((one) => markIn(pieces, one) ?? []);
    for (const mark of marks) left.delete(mark.numbered);
    return { segment, marks: marks.toSorted((a, b) => a.start - b.start) };
  });
  return lines.filter(
    ({ segment, marks }, index) =>
      marks.length > 0 || (segment.role !== "link" && !isTwin(lines, index)),
  );
}

/** True for a line of which a marked one says the same: another branch, or the same place. */
function isTwin(lines: readonly Line[], index: number): boolean {
  const own = lines[index];
  if (own === undefined) return false;
  const near = [lines[index - 1], lines[index + 1]];
  return near.some((other) => other !== undefined && other.marks.length > 0 && share(own, other));
}

function share(a: Line, b: Line): boolean {
  return overlap(sourceOf(a.segment), sourceOf(b.segment));
}

function sourceOf({ map: { runs } }: Segment): Span {
  const [first] = runs;
  const last = runs.at(-1);
  const end = last === undefined ? 0 : last.source + last.sourceLength;
  return { start: first?.source ?? 0, end };
}

function isNear(lines: readonly Line[], line: Line, index: number): boolean {
  return [lines[index - 1], line, lines[index + 1]].some((one) => (one?.marks.length ?? 0) > 0);
}

/** Where the words of a finding stand in a line as it is shown. */
function markIn(pieces: readonly Piece[], numbered: Numbered): Mark | undefined {
  const { span } = numbered.finding;
  let at = 0;
  let mark: { start: number; end: number } | undefined;
  for (const { run, shown } of pieces) {
    if (touches(run, span)) {
      const isCopy = run.kind === "copy";
      const from = isCopy ? Math.max(0, span.start - run.source) : 0;
      const to = isCopy ? Math.min(shown.length, span.end - run.source) : shown.length;
      mark = { start: mark?.start ?? at + from, end: at + to };
    }
    at += shown.length;
  }
  return mark && mark.end > mark.start ? { ...mark, numbered } : undefined;
}

function lineHtml({ segment, marks }: Line, part: Part): Html {
  const text = piecesOf(segment, part.text)
    .map(({ shown }) => shown)
    .join("");
  const out: Html[] = [];
  let at = 0;
  for (const { start, end, numbered } of marks) {
    const from = Math.max(at, start);
    if (from >= end) continue;
    out.push(html`${text.slice(at, from)}${markHtml(text.slice(from, end), numbered)}`);
    at = end;
  }
  const words = html`${out}${text.slice(at)}`;
  const name = ROLE_NAMES[segment.role];
  const label = name === undefined ? NOTHING : html`<span class="role">${name}</span>`;
  return html`<p class="${segment.role}" dir="auto">${label}${words}</p>`;
}

function elsewhereHtml(numbered: Numbered): Html {
  return html`<p class="code" dir="auto">${markHtml(numbered.finding.text, numbered)}</p>`;
}

function markHtml(words: string, { number, finding }: Numbered): Html {
  const { severity } = finding;
  return html`<mark class="${severity}">${words}<a class="ref" href="#f${number}" id="m${number}" aria-label="${severity} ${number}">${number}</a></mark>`;
}
