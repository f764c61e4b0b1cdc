import type { Notice } from "../../model/notice.ts";
import type { Span } from "../../model/span.ts";
import type { Contained, Container } from "../containers/container.ts";
import { mask } from "../mask.ts";
import { isCatalogue, isConfig } from "./catalogue.ts";
import { findMessages } from "./find-messages.ts";
import type { DataTree } from "./tree.ts";

/** Places come from the shape, words from the text; both are of the same length. */
export type ReadTree = (text: string, shape?: string) => DataTree;

/** A container whose messages are found in a tree. */
export function dataFile(read: ReadTree): Container {
  return {
    read: ({ path, text, channel, kind, tagSpans }) => {
      const { roots, comments, broken } = readPastTags(text, read, tagSpans);
      const messages = roots.flatMap((root) =>
        findMessages(root, {
          channel,
          kind,
          isCatalogue: isCatalogue(root, path),
          readsWeak: !isConfig(root),
        }),
      );
      return { messages, comments, notices: noticesOf(broken, messages.length > 0) };
    },
  };
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

/** A file without copy is none of our business, and its mistakes are not, either. */
function noticesOf([first]: readonly Span[], isRead: boolean): Contained["notices"] {
  if (first === undefined) return [];
  const notice: Notice = {
    level: isRead ? "warning" : "info",
    code: "invalid-data",
    message: "This is not valid here; what is around it was read as far as it could be.",
    hint: "Mend the file, so that nothing in it is missed.",
    span: first,
  };
  return [notice];
}
