import { noticeInFile } from "../embed/in-file.ts";
import type { Message } from "../model/message.ts";
import type { Notice } from "../model/notice.ts";
import type { SourceFile } from "../model/source-file.ts";
import { indexLines } from "../text/line-index.ts";
import type { ContainedMessage, Container, Value } from "./containers/container.ts";
import { isCataloguePath } from "./data/catalogue.ts";
import { isForeignPath } from "./data/locale-path.ts";
import { misspeltDirectives, readDirectives } from "./directives.ts";
import type { Classifier } from "./fields.ts";
import type { Parsed, ParseOptions } from "./parse.ts";
import { readPart } from "./read-part.ts";
import { readTags } from "./read-tags.ts";

const NOTHING: Parsed = { messages: [], comments: [], directives: [], notices: [] };

/** Reads a file whose values hold messages. */
export function readContainer(
  { read }: Container,
  source: SourceFile,
  { channel, kind, line, found = false }: ParseOptions,
  classifier: Classifier,
): Parsed {
  const { path, text, encoding } = source;
  if (found && isCataloguePath(path) && isForeignPath(path)) return NOTHING;
  const contained = read({
    path,
    text,
    encoding,
    channel,
    kind,
    found,
    tagSpans: () => readTags(text, classifier.known).tags.map(({ span }) => span),
  });
  const lines = indexLines(text);
  const messages: Message[] = [];
  const notices: Notice[] = [...contained.notices];
  for (const one of contained.messages) {
    const parts = one.values.map((value) => readValue(value, one, classifier));
    messages.push({
      ...(one.id === undefined ? {} : { id: one.id }),
      line: (line ?? 1) - 1 + lines.position(one.start).line,
      channel: one.channel,
      kind: one.kind,
      parts: parts.map(({ part }) => ({ ...part, ...(line && { firstLine: line }) })),
    });
    notices.push(...parts.flatMap((part) => part.notices));
  }
  const comments = [...contained.comments].sort((a, b) => a.start - b.start);
  return {
    messages,
    comments,
    directives: readDirectives(text, comments),
    notices: [...notices, ...misspeltDirectives(text, comments)],
  };
}

function readValue(value: Value, { channel, values }: ContainedMessage, classifier: Classifier) {
  const { text, embedding, role, format } = value;
  const taken = values.filter((other) => other !== value).map((other) => other.role);
  const { part, notices } = readPart(text, {
    path: "",
    channel,
    classifier,
    role,
    taken,
    ...(format === undefined ? {} : { format }),
  });
  return {
    part: { ...part, embedding },
    notices: notices.map((notice) => noticeInFile(notice, { embedding })),
  };
}
