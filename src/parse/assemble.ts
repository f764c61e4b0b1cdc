import type { Hole, Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { expand, type Step, splitAtCuts } from "./alternatives.ts";
import type { Block, Piece } from "./block.ts";
import type { Classify, Control } from "./conditions.ts";
import { printedText } from "./inner-texts.ts";
import type { Output, Tag } from "./language.ts";
import { decodeLiteral } from "./literal.ts";
import { countLeading } from "./partition.ts";
import { writeProse } from "./prose-writer.ts";
import { literalOf } from "./tag-literals.ts";

export interface Assembly {
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly control: Control;
  readonly classify: Classify;
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
  for (
    let index = countLeading(tags, (tag) => tag.span.end <= span.start);
    index < tags.length;
    index += 1
  ) {
    const tag = tags[index];
    if (tag === undefined || tag.span.start >= span.end) break;
    if (tag.span.start > at)
      steps.push({ item: { type: "text", span: { start: at, end: tag.span.start } } });
    steps.push(...tagSteps(tag, index, assembly));
    at = tag.span.end;
  }
  if (at < span.end) steps.push({ item: { type: "text", span: { start: at, end: span.end } } });
}

function tagSteps(tag: Tag, index: number, assembly: Assembly): readonly Step[] {
  return tag.readings.flatMap((reading): readonly Step[] => {
    if (reading.kind === "output") return itemsOf(tag, index, reading, assembly);
    return assembly.control.events.has(reading) ? [{ control: reading }] : [];
  });
}

/** A tag that prints nothing but a text of its own is read as that text. */
function itemsOf(tag: Tag, index: number, output: Output, assembly: Assembly): readonly Step[] {
  const { text, classify } = assembly;
  const printed = printedText(text, output);
  if (printed !== undefined) {
    const literal = literalOf(text, printed, tag) ?? { span: printed, quoting: "bare-double" };
    return decodeLiteral(text, literal).map((item) => ({ item }));
  }
  if (output.fields.length === 0 && output.copy.length > 0) return [];
  const hole: Omit<Hole, "at"> = {
    span: output.span ?? tag.span,
    language: tag.language,
    fields: output.fields.map((name) => classify(name, index)),
    ...(output.fallback === undefined ? {} : { fallback: output.fallback }),
  };
  return [{ item: { type: "hole", hole } }];
}
