import type { Field } from "../model/field.ts";
import type { Channel, Kind, Part } from "../model/message.ts";
import type { Notice } from "../model/notice.ts";
import type { Role, Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { assemble } from "./assemble.ts";
import type { Block, Cut } from "./block.ts";
import { chooseFormat } from "./choose-format.ts";
import { readControl } from "./conditions.ts";
import type { Classifier } from "./fields.ts";
import { formats } from "./formats/index.ts";
import type { Tag } from "./language.ts";
import { mask } from "./mask.ts";
import { readTags } from "./read-tags.ts";

export interface PartOptions {
  /** Tells the format where none is named. */
  readonly path: string;
  readonly format?: string;
  readonly channel: Channel;
  readonly classifier: Classifier;
  /** The role of text that has no other. */
  readonly role: Role;
}

export interface ReadPart {
  readonly part: Part;
  /** What the text's own front matter sets. */
  readonly settings: { readonly channel?: Channel; readonly kind?: Kind };
  readonly notices: readonly Notice[];
}

/** Reads one text: its tags, its markup, and the prose that is left. */
export function readPart(text: string, options: PartOptions): ReadPart {
  const { classifier, channel, role } = options;
  const { tags, unclosed } = readTags(text, classifier.known);
  const masked = mask(
    text,
    tags.map(({ span }) => span),
  );
  const range = { start: 0, end: text.length };
  const format = formats[chooseFormat(options.path, masked, options.format)];
  const cut = format.cut({ text, masked, range, channel, role });
  const segments = writeSegments(text, tags, cut, classifier.classify);
  return {
    part: { text, segments, directives: [] },
    settings: {},
    notices: unclosed
      .filter((span) => !isIn(cut.dead, span))
      .map((span) => unclosedTag(text, span)),
  };
}

function writeSegments(
  text: string,
  tags: readonly Tag[],
  cut: Cut,
  classify: (name: string) => Field,
): readonly Segment[] {
  const control = readControl(tags, text.length, classify);
  const write = (block: Block) => assemble(block, { text, tags, control, classify });
  return cut.blocks.flatMap(write);
}

function isIn(dead: readonly Span[], { start }: Span): boolean {
  return dead.some((span) => span.start <= start && start < span.end);
}

function unclosedTag(text: string, span: Span): Notice {
  return {
    level: "warning",
    code: "unclosed-tag",
    message: `Nothing closes this "${text.slice(span.start, span.end)}".`,
    hint: "Close the tag; the text after it was read as prose.",
    span,
  };
}
