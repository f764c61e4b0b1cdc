import type { Field } from "../model/field.ts";
import type { Channel, Kind, Part } from "../model/message.ts";
import type { Notice } from "../model/notice.ts";
import type { Role, Segment } from "../model/segment.ts";
import type { Span } from "../model/span.ts";
import { classifyThroughAliases } from "./aliases.ts";
import { type Assembly, assemble } from "./assemble.ts";
import type { Block, Cut, Scanned } from "./block.ts";
import { chooseFormat, formatOf } from "./choose-format.ts";
import { readControl } from "./conditions.ts";
import { covering } from "./covering.ts";
import { misspeltDirectives, readDirectives } from "./directives.ts";
import type { Classifier } from "./fields.ts";
import { formats } from "./formats/index.ts";
import { readFrontMatter } from "./front-matter.ts";
import { printedLiterals } from "./inner-texts.ts";
import type { Tag } from "./language.ts";
import { mask } from "./mask.ts";
import { readStrings } from "./read-strings.ts";
import { readTags } from "./read-tags.ts";
import { withSurroundings } from "./surroundings.ts";

export interface PartOptions {
  /** Tells the format where none is named. */
  readonly path: string;
  readonly format?: string;
  readonly channel: Channel;
  readonly classifier: Classifier;
  /** The role of text that has no other. */
  readonly role: Role;
  /** Roles that another part of the message has: what is spare is not read for them. */
  readonly taken?: readonly Role[];
  /** How many strings of tags this text stands in. */
  readonly depth?: number;
}

export interface ReadPart {
  readonly part: Part;
  /** What the text's own front matter sets. */
  readonly settings: { readonly channel?: Channel; readonly kind?: Kind };
  readonly notices: readonly Notice[];
}

/** Reads one text: its tags, its markup, and the prose that is left. */
export function readPart(text: string, options: PartOptions): ReadPart {
  const { classifier, role } = options;
  const scan = formatOf(options.path, options.format)?.scan;
  if (scan !== undefined) return readScanned(text, scan(text, classifier.known), options);
  const { tags, unclosed } = readTags(text, classifier.known);
  const spans = tags.map(({ span }) => span);
  const masked = mask(text, spans);
  const front = readFrontMatter(masked, options.channel);
  const channel = front.settings.channel ?? options.channel;
  const range = { start: front.span?.end ?? 0, end: text.length };
  const format = formats[chooseFormat(options.path, masked, options.format)];
  const cut = format.cut({ text, masked, range, channel, role });
  const live = liveTags(masked, tags, cut);
  const isDead = covering([...cut.dead, ...cut.comments]);
  const blocks = [...front.blocks, ...cut.blocks];
  const outline = outlineOf(text, live, classifier.classify);
  const segments = [
    ...withSurroundings(
      writeSegments(outline, blocks, options.taken),
      live,
      printedLiterals(text, live),
    ),
    ...readInner(outline, options),
  ];
  const comments = [...cut.comments, ...tags.flatMap(commentsOf)];
  return {
    part: { text, segments, directives: readDirectives(text, comments) },
    settings: front.settings,
    notices: [
      ...unclosed.filter(({ start }) => !isDead(start)).map((span) => unclosedTag(text, span)),
      ...misspeltDirectives(text, comments),
    ],
  };
}

/** A program holds no front matter, and its comments are none of its tags. */
function readScanned(text: string, scanned: Scanned, options: PartOptions): ReadPart {
  const { tags, cut, literals, notices } = scanned;
  const outline = outlineOf(text, tags, options.classifier.classify);
  const segments = [...writeSegments(outline, cut.blocks), ...readInner(outline, options)];
  const directives = readDirectives(text, cut.comments);
  return {
    part: { text, segments: withSurroundings(segments, tags, literals), directives },
    settings: {},
    notices: [...notices, ...misspeltDirectives(text, cut.comments)],
  };
}

function commentsOf({ span, readings }: Tag): readonly Span[] {
  return readings.flatMap((reading) =>
    reading.kind === "comment" ? (reading.spans ?? [span]) : [],
  );
}

/** Tags count unless they stand where nobody reads, or are only talked about in a comment. */
function liveTags(masked: string, tags: readonly Tag[], { dead, comments }: Cut): readonly Tag[] {
  const talk = comments.filter(({ start, end }) => {
    const comment = masked.slice(start, end);
    return !TAGS_ONLY.test(comment) && !OUTLOOK.test(comment);
  });
  const isDead = covering([...dead, ...talk]);
  return tags.filter(({ span }) => !isDead(span.start));
}

/** What stands in these is shown to some. */
const OUTLOOK = /^<!--\s*\[if\s/iu;
const TAGS_ONLY = /^<!--[\sz]*-->$/u;

function outlineOf(
  text: string,
  tags: readonly Tag[],
  classifyName: (name: string) => Field,
): Assembly {
  const classify = classifyThroughAliases(tags, classifyName);
  return { text, tags, classify, control: readControl(tags, text.length, classify) };
}

function writeSegments(
  outline: Assembly,
  blocks: readonly Block[],
  taken: readonly Role[] = [],
): readonly Segment[] {
  const isTaken = ({ role }: Block) =>
    taken.includes(role) || blocks.some((block) => block.role === role && !block.rank);
  return blocks
    .filter((block) => block.rank !== "spare" || !isTaken(block))
    .map((block) => ({ block, segments: assemble(block, outline) }))
    .filter(dropTwins())
    .flatMap(({ segments }) => segments);
}

interface Written {
  readonly block: Block;
  readonly segments: readonly Segment[];
}

/** What Outlook alone is shown is news only where nobody else is shown the same. */
function dropTwins(): (written: Written, index: number, all: readonly Written[]) => boolean {
  let shown: ReadonlySet<string> | undefined;
  return ({ block, segments }, _, all) => {
    if (block.rank !== "twin") return true;
    shown ??= new Set(
      all.flatMap((one) => (one.block.rank === "twin" ? [] : one.segments.map(({ text }) => text))),
    );
    return segments.some(({ text }) => shown?.has(text) === false);
  };
}

const MAX_DEPTH = 3;

const ARGUMENT = /([A-Za-z]\w{0,40})%?["']?\s*[=:]/gu;
const LONGEST_CALL = 2000;

/** `t "Hi {who}" who=user.name`: what a call fills in can be named in its text. */
function withArguments({ classify, known }: Classifier, call: string): Classifier {
  const names = new Set(
    Array.from(call.slice(0, LONGEST_CALL).matchAll(ARGUMENT), ([, name = ""]) => name),
  );
  return names.size === 0
    ? { classify, known }
    : { classify, known: (name) => names.has(name) || known(name) };
}

/** The texts in tags, each seen where its tag is. */
function readInner({ text, tags, control }: Assembly, options: PartOptions): readonly Segment[] {
  const depth = (options.depth ?? 0) + 1;
  if (depth > MAX_DEPTH) return [];
  const guardsAt = (offset: number) => control.branchesAt(offset).flatMap(({ guards }) => guards);
  return readStrings({ text, tags, guardsAt }, (decoded, { role = options.role }, tag) => {
    const classifier = withArguments(options.classifier, text.slice(tag.span.start, tag.span.end));
    const inner = { ...options, classifier, path: "", format: "", depth, role };
    return readPart(decoded, inner).part.segments;
  });
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
