import type { Guard, Hole, Segment } from "../model/segment.ts";
import { parseText } from "./parse-text.ts";

/**
 * What is read in a line of a template: its texts, separated by `/`; behind each its holes, as
 * `{class name ?? fallback}`, and the conditions under which it is seen, with the classes of their
 * fields.
 */
export function describeForm(text: string, path = "a.html"): string {
  const segments = parseText(text, { path }).messages.flatMap(({ parts }) =>
    parts.flatMap((part) => part.segments),
  );
  return segments.map(describeSegment).join(" / ");
}

function describeSegment({ text, holes, guards, role }: Segment): string {
  const shown = role === "body" ? text : `${role}: ${text}`;
  return [shown, ...holes.map(describeHole), ...guards.map(describeGuard)].join(" ");
}

function describeHole({ fields, fallback }: Hole): string {
  const names = fields.map(({ is, name }) => `${is} ${name}`).join(", ");
  return `{${names}${fallback === undefined ? "" : ` ?? ${fallback}`}}`;
}

function describeGuard({ test, negated, fields }: Guard): string {
  const names = [...new Set(fields.map(({ is }) => is))].join(", ");
  return `<${negated ? "!" : ""}${test}: ${names}>`;
}
