import type { Field } from "../model/field.ts";
import type { Hole, Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { expand, type Step, splitAtCuts } from "./alternatives.ts";
import type { Block, Piece } from "./block.ts";
import type { Control } from "./conditions.ts";
import type { Output, Tag } from "./language.ts";
import { type Item, writeProse } from "./prose-writer.ts";

export interface Assembly {
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly control: Control;
  readonly classify: (name: string) => Field;
}

/** Writes a block as segments: one for each way in which its conditions can turn out. */
export function assemble(block: Block, assembly: Assembly): readonly Segment[] {
  const steps = stepsOf(block.pieces, assembly);
  const segments = expand(steps, assembly.control)
    .flatMap((alternative) => splitAtCuts(alternative, assembly.control))
    .map(({ items, guards }) => writeProse(assembly.text, items, { role: block.role, guards }))
    .filter((segment) => segment !== undefined);
  return segments.length > 1 ? distinct(segments) : segments;
}

function distinct(segments: readonly Segment[]): readonly Segment[] {
  const seen = new Map<string, Segment>();
  for (const segment of segments) {
    const key = `${segment.map.runs[0]?.source}:${segment.map.runs.length}:${segment.text}`;
    if (!seen.has(key)) seen.set(key, segment);
  }
  return [...seen.values()];
}

/** Cuts the tags out of the text between them. */
function stepsOf(pieces: readonly Piece[], assembly: Assembly): readonly Step[] {
  const steps: Step[] = [];
  for (const piece of pieces) {
    if (piece.type === "whole") steps.push({ item: piece });
    else addText(steps, piece.span, assembly);
  }
  return steps;
}

function addText(steps: Step[], span: Span, assembly: Assembly): void {
  const { tags } = assembly;
  let at = span.start;
  for (let index = firstTagFrom(tags, span.start); index < tags.length; index += 1) {
    const tag = tags[index];
    if (tag === undefined || tag.span.start >= span.end) break;
    if (tag.span.start > at)
      steps.push({ item: { type: "text", span: { start: at, end: tag.span.start } } });
    steps.push(...tagSteps(tag, index, assembly));
    at = tag.span.end;
  }
  if (at < span.end) steps.push({ item: { type: "text", span: { start: at, end: span.end } } });
}

function firstTagFrom(tags: readonly Tag[], offset: number): number {
  let low = 0;
  let high = tags.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tags[middle]?.span.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tagSteps(tag: Tag, index: number, assembly: Assembly): readonly Step[] {
  const controls = assembly.control.events.has(index) ? [{ tag: index, at: tag.span }] : [];
  const items = tag.readings.flatMap((reading) =>
    reading.kind === "output" ? [itemOf(tag, reading, assembly.classify)] : [],
  );
  return [...controls, ...items.map((item) => ({ item }))];
}

function itemOf(tag: Tag, output: Output, classify: (name: string) => Field): Item {
  const [copy] = output.copy;
  if (output.fields.length === 0 && copy !== undefined) return { type: "text", span: copy };
  const hole: Omit<Hole, "at"> = {
    span: tag.span,
    language: tag.language,
    fields: output.fields.map(classify),
    ...(output.fallback === undefined ? {} : { fallback: output.fallback }),
  };
  return { type: "hole", hole };
}
