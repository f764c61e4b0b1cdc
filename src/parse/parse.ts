import type { ArchiveFields, Config } from "../model/config.ts";
import type { Directive } from "../model/directive.ts";
import type { Channel, Kind, Message } from "../model/message.ts";
import type { Notice } from "../model/notice.ts";
import type { Lexicon } from "../model/rule.ts";
import type { SourceFile } from "../model/source-file.ts";
import type { Span } from "../model/span.ts";
import { formatOf } from "./choose-format.ts";
import type { Container } from "./containers/container.ts";
import { createClassifier } from "./fields.ts";
import { readContainer } from "./read-container.ts";
import { readPart } from "./read-part.ts";
import { readRecord } from "./record.ts";

export interface ParseOptions {
  readonly channel: Channel;
  readonly kind: Kind;
  readonly fields: Config["fields"];
  readonly archive: ArchiveFields;
  /** Its classes `field-<FieldClass>` say what merge variables hold. */
  readonly lexicon: Lexicon;
  /** Format by registry name, or `record`; by default from the path and the text. */
  readonly format?: string;
  /** What `openContainer` gives for the file. */
  readonly container?: Container | undefined;
  /** The file was found in a folder: it is read only where it is a message by its looks. */
  readonly found?: boolean;
  /** 1-based line at which an archive record stands in its file. */
  readonly line?: number;
}

export interface Parsed {
  readonly messages: readonly Message[];
  /** The comments of a container, whose suppressions count for all of its messages, in order. */
  readonly comments: readonly Span[];
  readonly directives: readonly Directive[];
  readonly notices: readonly Notice[];
}

const NOTHING: Parsed = { messages: [], comments: [], directives: [], notices: [] };

/** Loads what parsing this source needs beyond the plain formats. */
export async function prepareParsing(
  source: SourceFile,
  options: Pick<ParseOptions, "format" | "found">,
): Promise<void> {
  if (isMessage(source, options)) await formatOf(source.path, options.format)?.load?.();
}

function isMessage(
  { path, text }: SourceFile,
  { format, found = false }: Pick<ParseOptions, "format" | "found">,
): boolean {
  return !found || formatOf(path, format)?.isMessage?.(path, text) !== false;
}

/** Reads a source as messages made of prose with its places. Never throws. */
export function parse(source: SourceFile, options: ParseOptions): Parsed {
  if (!isMessage(source, options)) return NOTHING;
  const classifier = createClassifier(options.lexicon, options.fields);
  if (options.format === "record") return readRecord(source, options, classifier);
  const { channel, kind, format, container } = options;
  if (container !== undefined) return readContainer(container, source, options, classifier);
  const { part, settings, notices } = readPart(source.text, {
    path: source.path,
    channel,
    classifier,
    role: "body",
    ...(format === undefined ? {} : { format }),
  });
  const message: Message = {
    line: options.line ?? 1,
    channel: settings.channel ?? channel,
    kind: settings.kind ?? kind,
    parts: [part],
  };
  return { messages: [message], comments: [], directives: [], notices };
}
