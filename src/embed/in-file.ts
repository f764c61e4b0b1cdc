import type { Directive } from "../model/directive.ts";
import type { Embedding } from "../model/embedding.ts";
import type { Finding, Suggestion } from "../model/finding.ts";
import type { Part } from "../model/message.ts";
import type { Notice } from "../model/notice.ts";
import type { MessageResult } from "../model/result.ts";
import type { Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { composeMaps, placeIn } from "../text/compose-map.ts";
import { codecs } from "./codecs/index.ts";
import { widen } from "./splice.ts";

type Placeable = Omit<MessageResult, "score">;

/**
 * The result with all places in the file: parts become parts of the file's text, and edits are
 * written as the container writes them. What it has no way to write is left to people.
 */
export function inFile(result: Placeable, file: string): Placeable {
  const { message } = result;
  if (message.parts.every(({ embedding }) => embedding === undefined)) return result;
  const place = <T extends Finding>(finding: T): T => {
    const part = message.parts[finding.part];
    return part?.embedding === undefined ? finding : placeFinding(finding, part, file);
  };
  return {
    ...result,
    message: { ...message, parts: message.parts.map((part) => partInFile(part, file)) },
    findings: result.findings.map(place),
    suppressed: result.suppressed.map(place),
  };
}

/** A notice about a part with its place in the file. */
export function noticeInFile(notice: Notice, { embedding }: Pick<Part, "embedding">): Notice {
  if (embedding === undefined || notice.span === undefined) return notice;
  return { ...notice, span: placeIn(embedding.map, notice.span) };
}

/** A part of a container as a part of the file's text. */
export function partInFile({ embedding, ...part }: Part, file: string): Part {
  if (embedding === undefined) return part;
  const at = (span: Span) => placeIn(embedding.map, span);
  return {
    ...part,
    text: file,
    anchor: embedding.anchor ?? embedding.span.start,
    segments: part.segments.map((segment) => placeSegment(segment, embedding)),
    directives: part.directives.map((one): Directive => ({ ...one, span: at(one.span) })),
  };
}

function placeFinding<T extends Finding>(finding: T, part: Part, file: string): T {
  const { embedding, text } = part;
  if (embedding === undefined) return finding;
  const { suggestions } = finding;
  return {
    ...finding,
    span: placeIn(embedding.map, finding.span),
    suggestions: suggestions.map((one) => placeSuggestion(one, { file, text, embedding })),
  };
}

function placeSuggestion(
  suggestion: Suggestion,
  embedded: { readonly file: string; readonly text: string; readonly embedding: Embedding },
): Suggestion {
  const { edit } = suggestion;
  const { map, codec } = embedded.embedding;
  const placed = codecs[codec]?.edit(edit, embedded);
  if (placed === undefined) {
    const span = placeIn(map, edit.span);
    return { ...suggestion, tier: "manual", edit: { ...edit, span, isUnwritable: true } };
  }
  const { text } = placed;
  const decoded = placed.decoded ?? widen(edit, embedded).text;
  const tier = embedded.embedding.isKey ? "manual" : suggestion.tier;
  return { ...suggestion, tier, edit: { ...placed, ...(text === decoded ? {} : { decoded }) } };
}

function placeSegment(segment: Segment, { map }: Embedding): Segment {
  const at = (span: Span) => placeIn(map, span);
  return {
    ...segment,
    map: composeMaps(segment.map, map),
    holes: segment.holes.map((hole) => ({ ...hole, span: at(hole.span) })),
    guards: segment.guards.map((guard) => ({
      ...guard,
      span: at(guard.span),
      reach: at(guard.reach),
    })),
  };
}
