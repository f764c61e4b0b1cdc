import type { OffsetMap } from "../model/offset-map.ts";
import type { Guard, Literal, Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { composeMaps, placeIn } from "../text/compose-map.ts";
import { buildProse } from "../text/offset-map.ts";
import { type InnerText, innerTexts } from "./inner-texts.ts";
import type { Tag } from "./language.ts";
import { decodeLiteral } from "./literal.ts";

/** Where the strings stand. */
interface Around {
  readonly text: string;
  readonly tags: readonly Tag[];
  /** The conditions that hold at an offset, the outermost first. */
  readonly guardsAt: (offset: number) => readonly Guard[];
}

/** Reads the strings in tags that are texts of their own. `read` reads a decoded one. */
export function readStrings(
  { text, tags, guardsAt }: Around,
  read: (decoded: string, copy: InnerText["copy"], tag: Tag) => readonly Segment[],
): readonly Segment[] {
  return innerTexts(text, tags).flatMap(({ copy, literal, tag }) => {
    const { text: decoded, map } = decode(text, literal ?? { span: copy, quoting: "bare-double" });
    const around = guardsAt(copy.start);
    return read(decoded, copy, tag)
      .map((segment) => placed(segment, map, literal))
      .map((segment) => ({ ...segment, guards: [...around, ...segment.guards] }));
  });
}

function decode(text: string, literal: Literal) {
  const prose = buildProse();
  for (const piece of decodeLiteral(text, literal)) {
    if (piece.type === "whole") prose.whole(piece.text, piece.span);
    else prose.copy(text.slice(piece.span.start, piece.span.end), piece.span.start);
  }
  return prose.build();
}

/** A segment of a decoded string with its places in the text that the string stands in. */
function placed(segment: Segment, outer: OffsetMap, literal: Literal | undefined): Segment {
  const place = (span: Span) => placeIn(outer, span);
  const { controls } = segment;
  return {
    ...segment,
    map: composeMaps(segment.map, outer),
    holes: segment.holes.map((hole) => ({ ...hole, span: place(hole.span) })),
    guards: segment.guards.map((guard) => ({
      ...guard,
      span: place(guard.span),
      reach: place(guard.reach),
    })),
    // The outermost string is the one that new words must not break.
    ...(literal && { literals: [literal] }),
    ...(controls && { controls: controls.map(place) }),
  };
}
