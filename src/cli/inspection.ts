import type { ChalkInstance } from "chalk";
import type { Inspection } from "../lint.ts";
import type { Field } from "../model/field.ts";
import type { Frame } from "../model/frame.ts";
import type { Message } from "../model/message.ts";
import type { Segment } from "../model/segment.ts";
import type { Sentence } from "../model/sentence.ts";
import { createLocator, type Locator } from "../report/place.ts";
import { visibleLine } from "../report/visible.ts";
import { hang } from "../report/wrap.ts";
import { toSource } from "../text/offset-map.ts";

interface View {
  /** The file's text, in which decoded parts have their places. */
  readonly file: string;
  readonly paint: ChalkInstance;
  readonly width: number;
  readonly locator: Locator;
}

/** What was read in a file, for people: segments, merge tags, conditions, sentences, frames. */
export function describeInspection(
  inspections: readonly Inspection[],
  { file, paint, width }: Omit<View, "locator">,
): string[] {
  const view = { file, paint, width, locator: createLocator() };
  if (inspections.length === 0) return ["Nothing to read in this file."];
  return inspections.flatMap(({ message, parts }) => [
    heading(message, paint),
    "",
    ...parts.flatMap(({ segment, sentences }) => [
      segmentHeading(message, segment, view),
      ...conditions(segment, view),
      ...tags(segment, view),
      ...sentences.flatMap((sentence) => describeSentence(segment, sentence, view)),
      "",
    ]),
  ]);
}

function heading({ id, line, channel, kind }: Message, paint: ChalkInstance): string {
  const name = id === undefined ? "" : `, ${visibleLine(id)}`;
  return `${paint.bold.underline(`Message on line ${line}${name}`)}  ${paint.dim(`${channel}, ${kind}`)}`;
}

function segmentHeading(message: Message, segment: Segment, view: View): string {
  const { paint, locator } = view;
  const part = message.parts.find(({ segments }) => segments.includes(segment));
  const span = toSource(segment.map, { start: 0, end: segment.text.length });
  const embedding = part?.embedding;
  const { line, column } =
    embedding === undefined
      ? locator.inText(part?.text ?? "", span)
      : locator.inText(view.file, toSource(embedding.map, span));
  const field = part?.field === undefined ? "" : `${visibleLine(part.field)} `;
  const text = segment.role === "link" ? `  ${visibleLine(segment.text)}` : "";
  return `${paint.bold(segment.role)} ${paint.dim(`${field}${line}:${column}`)}${text}`;
}

function conditions({ guards }: Segment, { paint, width }: View): string[] {
  return guards.flatMap(({ test, negated, fields }) => {
    const words = `${negated ? "not " : ""}${visibleLine(test)}  ${paint.dim(fieldWords(fields))}`;
    return hang(paint.magenta("if "), words, 2, width);
  });
}

function tags({ holes, text }: Segment, { paint, width }: View): string[] {
  return holes.flatMap(({ at, fields, fallback, language }) => {
    const word = visibleLine(text.slice(at.start, at.end));
    const rest = fallback === undefined ? "" : `, else “${visibleLine(fallback)}”`;
    const words = `${word}  ${paint.dim(`${language}: ${fieldWords(fields)}${rest}`)}`;
    return hang(paint.magenta("tag"), words, 2, width);
  });
}

function fieldWords(fields: readonly Field[]): string {
  return fields
    .map(({ name, is, from, sensitive }) => {
      return `${visibleLine(name)} is ${is}, ${from}${sensitive ? ", sensitive" : ""}`;
    })
    .join("; ");
}

function describeSentence(
  { text, role }: Segment,
  sentence: Sentence,
  { paint, width }: View,
): string[] {
  if (role === "link") return [];
  return [
    ...hang(paint.cyan("›"), visibleLine(sentence.text), 2, width),
    ...sentence.frames.flatMap((frame) => {
      const words = visibleLine(text.slice(frame.span.start, frame.span.end));
      return hang(paint.dim("└"), `${paint.bold(words)}  ${slots(frame)}`, 4, width);
    }),
  ];
}

/** The slots that hold something, in the order of the definition. */
function slots(frame: Frame): string {
  const { knower, evidence, person, datum, source, force, tense, trait } = frame;
  const named = Object.entries({ knower, evidence, person, datum, trait, source, force, tense });
  const filled = named.filter(([, value]) => !EMPTY.has(value));
  const flags = [...(frame.negated ? ["negated"] : []), ...(frame.precise ? ["precise"] : [])];
  return [...filled.map(([slot, value]) => `${slot} ${value}`), ...flags].join(" · ");
}

const EMPTY = new Set(["none", "nobody", "unknown", ""]);
