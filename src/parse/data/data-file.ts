import type { Notice } from "../../model/notice.ts";
import type { Span } from "../../model/span.ts";
import type { ContainedMessage, Container, ContainerFile } from "../containers/container.ts";
import { mask } from "../mask.ts";
import { isCataloguePath, isConfig, isMadeOfSentences, isSentPath } from "./catalogue.ts";
import { type DataOptions, findMessages } from "./find-messages.ts";
import { type DataTree, type Node, valueAt } from "./tree.ts";

/** Places come from the shape, words from the text; both are of the same length. */
export type ReadTree = (text: string, shape?: string) => DataTree;

/** A container whose messages are found in a tree. */
export function dataFile(read: ReadTree): Container {
  return {
    read: (file) => {
      const { roots, comments, broken } = readPastTags(file.text, read, file.tagSpans);
      const messages = roots.flatMap((root) => messagesIn(root, file));
      const level = file.found && messages.length === 0 ? "info" : "warning";
      return { messages, comments, notices: noticesOf(broken, level) };
    },
  };
}

/** A file that the user names is read for what it can be; one that turns up, for what it is. */
function messagesIn(root: Node, file: ContainerFile): readonly ContainedMessage[] {
  const { path, channel, kind, found } = file;
  const isCatalogue = isCataloguePath(path);
  if (found && !isCatalogue && isSetup(root)) return [];
  const isSent = !found || isSentPath(path) || valueAt(root, "creeplint") !== undefined;
  const options: DataOptions = { channel, kind, isCatalogue, weak: isSent ? "always" : "beside" };
  const messages = findMessages(root, options);
  if (messages.length > 0 || isCatalogue || !isSent || !isMadeOfSentences(root)) return messages;
  return findMessages(root, { ...options, isCatalogue: true });
}

/** Files that set up a tool say so at their top, and may say that they hold copy all the same. */
function isSetup(root: Node): boolean {
  return isConfig(root) && valueAt(root, "creeplint") === undefined;
}

/** Template tags that make the file invalid are passed over, if that helps. */
function readPastTags(text: string, read: ReadTree, tagSpans: () => readonly Span[]): DataTree {
  const plain = read(text);
  if (plain.broken.length === 0) return plain;
  const spans = tagSpans();
  if (spans.length === 0) return plain;
  const masked = read(text, mask(text, spans));
  const tags = new Set(spans.map(({ start }) => start));
  const broken = masked.broken.filter(({ start }) => !tags.has(start));
  return broken.length < plain.broken.length ? { ...masked, broken } : plain;
}

function noticesOf([first]: readonly Span[], level: Notice["level"]): readonly Notice[] {
  if (first === undefined) return [];
  return [
    {
      level,
      code: "invalid-data",
      message: "This is not valid here; what is around it was read as far as it could be.",
      hint: "Mend the file, so that nothing in it is missed.",
      span: first,
    },
  ];
}
