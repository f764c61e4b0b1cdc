import type { ArchiveFields } from "../model/config.ts";
import { CHANNELS, type Channel, KINDS, type Message, type Part } from "../model/message.ts";
import type { Notice } from "../model/notice.ts";
import type { Role } from "../model/segment.ts";
import type { SourceFile } from "../model/source-file.ts";
import { fieldParts } from "./field-parts.ts";
import type { Classifier } from "./fields.ts";
import { roleOfName } from "./header-lines.ts";
import type { Parsed, ParseOptions } from "./parse.ts";
import { readPart } from "./read-part.ts";

type Json = Readonly<Record<string, unknown>>;

/** Reads one line of a JSON Lines archive: a message whose parts are the decoded fields. */
export function readRecord(
  source: SourceFile,
  options: ParseOptions,
  classifier: Classifier,
): Parsed {
  const read = readObject(source.text);
  if (typeof read === "string")
    return { messages: [], comments: [], directives: [], notices: [badRecord(read)] };
  const { archive } = options;
  const channel = oneOf(CHANNELS, read[archive.channel]) ?? options.channel;
  const kind = oneOf(KINDS, read[archive.kind]) ?? options.kind;
  const wrong = [
    ...unknownValue(archive.channel, CHANNELS, read[archive.channel]),
    ...unknownValue(archive.kind, KINDS, read[archive.kind]),
  ];
  const parts = copyFields(read, archive).map(([field, text]) =>
    readField(field, text, { channel, classifier }),
  );
  if (parts.length === 0) wrong.push(badRecord(noCopy(archive)));
  const id = read[archive.id];
  const message: Message = {
    ...(typeof id === "string" || typeof id === "number" ? { id: String(id) } : {}),
    line: options.line ?? 1,
    channel,
    kind,
    parts: parts.map(({ part }) => part),
  };
  return {
    messages: [message],
    comments: [],
    directives: [],
    notices: [...wrong, ...parts.flatMap(({ notices }) => notices)],
  };
}

function readObject(text: string): Json | string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
    return "The record is not a JSON object.";
  } catch (error) {
    return `The record is not valid JSON: ${error instanceof Error ? error.message : "unreadable"}.`;
  }
}

function badRecord(message: string): Notice {
  return { level: "error", code: "E_RECORD", message };
}

function noCopy({ text }: ArchiveFields): string {
  return `The record has no field with copy. Looked for: ${text.join(", ")}.`;
}

function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
  return values.find((known) => known === value);
}

function unknownValue(field: string, values: readonly string[], value: unknown): Notice[] {
  if (value === undefined || value === null || oneOf(values, value) !== undefined) return [];
  return [
    {
      level: "warning",
      code: "E_RECORD",
      message: `The record's ${field} is ${JSON.stringify(value)}, expected one of: ${values.join(", ")}.`,
    },
  ];
}

function copyFields(record: Json, { text }: ArchiveFields): readonly (readonly [string, string])[] {
  return text.flatMap((field) => {
    const value = Object.hasOwn(record, field) ? record[field] : undefined;
    return typeof value === "string" && value !== "" ? [[field, value] as const] : [];
  });
}

interface FieldContext {
  readonly channel: Channel;
  readonly classifier: Classifier;
}

function readField(
  field: string,
  text: string,
  { channel, classifier }: FieldContext,
): { readonly part: Part; readonly notices: readonly Notice[] } {
  const name = fieldParts(field).join(" ");
  const role: Role = roleOfName(name, channel) ?? "body";
  const isHtml = name.split(" ").includes("html");
  const { part, notices } = readPart(text, {
    path: "",
    channel,
    classifier,
    role,
    ...(isHtml ? { format: "html" } : {}),
  });
  return { part: { field, ...part }, notices };
}
