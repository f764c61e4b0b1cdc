import type { Notice } from "../../model/notice.ts";
import type { Span } from "../../model/span.ts";
import { isCatalogue, isConfig } from "../data/catalogue.ts";
import { findMessages } from "../data/find-messages.ts";
import { type DataTree, readJsonTree } from "../data/json-tree.ts";
import { mask } from "../mask.ts";
import type { Contained, Container, ContainerFile } from "./container.ts";

/** JSON with or without comments, and ARB catalogues. */
export const json: Container = {
  read: (file) => {
    const tree = readTree(file);
    return messagesOf(tree, file);
  },
};

/** Template tags that make the file invalid are passed over, if that helps. */
function readTree({ text, tagSpans }: ContainerFile): DataTree {
  const plain = readJsonTree(text);
  if (plain.broken.length === 0) return plain;
  const spans = tagSpans();
  if (spans.length === 0) return plain;
  const masked = readJsonTree(text, mask(text, spans));
  const isTag = new Set(spans.map(({ start }) => start));
  const broken = masked.broken.filter(({ start }) => !isTag.has(start));
  return broken.length < plain.broken.length ? { ...masked, broken } : plain;
}

function messagesOf({ roots, comments, broken }: DataTree, file: ContainerFile): Contained {
  const { channel, kind } = file;
  const messages = roots.flatMap((root) =>
    findMessages(root, {
      channel,
      kind,
      isCatalogue: isCatalogue(root, file.path),
      readsWeak: !isConfig(root),
    }),
  );
  const [first] = broken;
  const isRead = messages.length > 0;
  return { messages, comments, notices: first === undefined ? [] : [brokenAt(first, isRead)] };
}

/** A file without copy is none of our business, and its mistakes are not. */
function brokenAt(span: Span, isRead: boolean): Notice {
  return {
    level: isRead ? "warning" : "info",
    code: "invalid-data",
    message: "This is not valid here; what is around it was read as far as it could be.",
    hint: "Mend the file, so that nothing in it is missed.",
    span,
  };
}
