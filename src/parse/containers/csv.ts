import { decodeCell } from "../../embed/codecs/csv-cell.ts";
import { isSentPath } from "../data/catalogue.ts";
import { findMessages } from "../data/find-messages.ts";
import { isProse } from "../data/prose.ts";
import type { Entry, Node } from "../data/tree.ts";
import { readHeader, type Sheet } from "../sheet/header.ts";
import { type Cell, type Row, readRows } from "../sheet/rows.ts";
import type { ContainedMessage, Container, ContainerFile } from "./container.ts";

/** Sheets of ads and messages: one message a row. */
export const csv: Container = {
  read: (file) => ({ messages: messagesIn(file), comments: [], notices: [] }),
};

/** Row by row, so that a sheet of any length could be read. */
function* messagesIn(file: ContainerFile): Generator<ContainedMessage> {
  const { text, path, channel, kind, found } = file;
  const sheet = readHeader(text, path, channel);
  const isSent = !found || isSentPath(path);
  if (sheet.names === undefined && !isSent) return;
  const weak = isSent ? "always" : "beside";
  const options = { channel, kind, isCatalogue: false, weak } as const;
  for (const row of readRows(text, sheet.delimiter, sheet.start)) {
    yield* findMessages(rowNode(text, row, sheet), options);
  }
}

/** A row is a map whose keys are the names of its columns. */
function rowNode(file: string, { cells }: Row, { names, delimiter }: Sheet): Node {
  const anchor = cells[0]?.span.start ?? 0;
  const place = { file, delimiter, anchor };
  const entries = cells.flatMap((cell, index): readonly Entry[] => {
    if (cell.span.start === cell.span.end) return [];
    const value = cellNode(cell, place);
    if (names === undefined) return isProse(textOf(value)) ? [{ key: "text", value }] : [];
    const key = names[index];
    return key === undefined ? [] : [{ key, value }];
  });
  return { type: "map", span: { start: anchor, end: anchor }, entries };
}

interface Place {
  readonly file: string;
  readonly delimiter: string;
  readonly anchor: number;
}

function cellNode({ span, isQuoted }: Cell, { file, delimiter, anchor }: Place) {
  const decode = () => {
    const { text, map } = decodeCell(file, span, isQuoted);
    const detail = { delimiter, quotes: isQuoted ? 1 : 0 };
    return { text, embedding: { map, codec: "csv-cell", span, anchor, detail } };
  };
  return { type: "text", span, decode } as const;
}

function textOf(node: ReturnType<typeof cellNode>): string {
  return node.decode().text;
}
