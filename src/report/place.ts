import { isAbsolute, relative, resolve, sep } from "node:path";
import type { Finding } from "../model/finding.ts";
import type { Message } from "../model/message.ts";
import type { Notice } from "../model/notice.ts";
import type { Span } from "../model/span.ts";
import { indexLines, type LineIndex } from "../text/line-index.ts";

/** Counts from 1, columns in UTF-16 code units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Locator {
  /** Where a notice points: its span or line, else the start of the file. */
  ofNotice(text: string, notice: Notice): Pick<Place, "line" | "column">;
  /** The place of a span of a text. */
  inText(text: string, span: Span): Place;
  /**
   * The place of a finding. In an archive record the line is the record's own, and columns count
   * from the start of the decoded field, since the field has no place of its own in the file.
   */
  ofFinding(message: Message, finding: Finding): Place;
}

/** Finds places; the lines of a text are counted once for all its findings. */
export function createLocator(): Locator {
  let indexed: { readonly text: string; readonly lines: LineIndex } | undefined;
  const inText = (text: string, span: Span): Place => {
    if (indexed?.text !== text) indexed = { text, lines: indexLines(text) };
    const start = indexed.lines.position(span.start);
    const end = indexed.lines.position(span.end);
    return { ...start, endLine: end.line, endColumn: end.column };
  };
  return {
    inText,
    ofNotice: (text, { span, line = 1 }) =>
      span === undefined ? { line, column: 1 } : inText(text, span),
    ofFinding: (message, { part, span }) => {
      const found = message.parts[part];
      if (found === undefined) return inText("", span);
      const { firstLine = 1 } = found;
      if (found.field === undefined) return movedDown(inText(found.text, span), firstLine - 1);
      const { line } = message;
      return { line, column: span.start + 1, endLine: line, endColumn: span.end + 1 };
    },
  };
}

function movedDown(place: Place, lines: number): Place {
  return { ...place, line: place.line + lines, endLine: place.endLine + lines };
}

/** The absolute path of a result; names of things that are no files, such as `<stdin>`, stay. */
export function absolute(path: string, cwd: string): string {
  return path.startsWith("<") ? path : resolve(cwd, path);
}

/**
 * The path of a result from the root of the repository, with `/`. Absolute where the file lies
 * outside; names of things that are no files stay.
 */
export function fromRoot(
  path: string,
  { cwd, root }: { readonly cwd: string; readonly root: string },
): string {
  if (path.startsWith("<")) return path;
  const full = resolve(cwd, path);
  const way = relative(root, full);
  const isOutside = way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
  return (isOutside ? full : way).split(sep).join("/");
}
