import type { ArchiveFields, Config } from "../model/config.ts";
import type { Directive } from "../model/directive.ts";
import type { Channel, Kind, Message } from "../model/message.ts";
import type { Notice } from "../model/notice.ts";
import type { Lexicon } from "../model/rule.ts";
import type { SourceFile } from "../model/source-file.ts";
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
  /** 1-based line at which an archive record stands in its file. */
  readonly line?: number;
}

export interface Parsed {
  readonly messages: readonly Message[];
  /** Suppressions in the comments of a container, which count for all of its messages. */
  readonly directives: readonly Directive[];
  readonly notices: readonly Notice[];
}

/** Reads a source as messages made of prose with its places. Never throws. */
export function parse(source: SourceFile, options: ParseOptions): Parsed {
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
  return { messages: [message], directives: [], notices };
}
