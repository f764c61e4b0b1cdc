import { resolve } from "node:path";
import type { Change } from "../git/changes.ts";
import type { LineRange } from "../git/parse-diff.ts";
import type { FileResult } from "../model/result.ts";
import type { Span } from "../model/span.ts";
import { indexLines, type LineIndex } from "../text/line-index.ts";
import { setAside } from "../weigh/set-aside.ts";
import type { RunOptions } from "./options.ts";

/** Which files and lines a run is about. */
export interface Scope {
  readonly includes: (path: string) => boolean;
  /** What stands in the index; undefined where the file on disk counts. */
  readonly read: (path: string) => Promise<Uint8Array> | undefined;
  /** The result with what lies in lines that did not change left out. */
  readonly narrow: (file: FileResult, path: string) => FileResult;
}

const EVERYTHING: Scope = {
  includes: () => true,
  read: () => undefined,
  narrow: (file) => file,
};

/** @throws CreeplintError E_GIT */
export async function openScope({ cwd, staged = false, since }: RunOptions): Promise<Scope> {
  if (!staged && since === undefined) return EVERYTHING;
  // Only here, so that other runs do not load it.
  const { changesIn, readBlob } = await import("../git/changes.ts");
  const changes = await changesIn({ cwd, staged, ...(since !== undefined && { since }) });
  const of = (path: string): Change | undefined => changes.ofFile(resolve(path));
  return {
    includes: (path) => of(path) !== undefined,
    read: (path) => {
      const { blob } = of(path) ?? {};
      return blob === undefined ? undefined : readBlob(cwd, blob);
    },
    narrow: (file, path) => {
      const lines = of(path)?.lines;
      return lines === undefined ? file : inLines(file, lines);
    },
  };
}

function inLines(file: FileResult, ranges: readonly LineRange[]): FileResult {
  const indexes = new Map<string, LineIndex>();
  // The text of a mail that was cut out of an mbox begins further down in the file.
  const above = (file.messages[0]?.message.parts[0]?.firstLine ?? 1) - 1;
  const touches = (text: string, { start, end }: Span): boolean => {
    const lines = indexes.get(text) ?? indexLines(text);
    indexes.set(text, lines);
    const lineOf = (offset: number) => lines.position(offset).line + above;
    return isWithin(ranges, lineOf(start), lineOf(Math.max(start, end - 1)));
  };
  const narrowed = setAside(file, (finding, { line, parts }) => {
    const part = parts[finding.part];
    const isRecord = part === undefined || part.field !== undefined;
    const isNew = isRecord ? isWithin(ranges, line, line) : touches(part.text, finding.span);
    return isNew ? "keep" : "drop";
  });
  const notices = file.notices.filter(({ level, span, line }) => {
    if (level === "error") return true;
    if (span !== undefined) return touches(file.text, span);
    return line === undefined || isWithin(ranges, line, line);
  });
  return { ...narrowed, notices };
}

function isWithin(ranges: readonly LineRange[], first: number, last: number): boolean {
  return ranges.some((range) => range.first <= last && range.last >= first);
}
