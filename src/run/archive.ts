import type { Notice } from "../model/notice.ts";
import type { FileResult, MessageResult, Score } from "../model/result.ts";
import type { SourceFile } from "../model/source-file.ts";
import type { RecordLine } from "../read/records.ts";
import { indexLines } from "../text/line-index.ts";
import { failure, noResult } from "./failed.ts";

export interface Archive {
  readonly records: AsyncIterable<RecordLine>;
  readonly shown: string;
  /** A record is a stretch of the file, not a value that was decoded from it. */
  readonly isStretch?: boolean;
  readonly lint: (source: SourceFile, line: number) => Promise<FileResult>;
  /** Takes each record's result, which is then not kept. */
  readonly onRecord?: (record: FileResult) => void;
}

/** Lints an archive record by record; a bad one is a notice, the others go on. */
export async function lintArchive(archive: Archive): Promise<{
  readonly result: FileResult;
  /** It could not be read to the end. */
  readonly isBroken: boolean;
  /** How many records could not be read or linted. */
  readonly unread: number;
}> {
  const messages: MessageResult[] = [];
  const notices: Notice[] = [];
  let isBroken = false;
  let unread = 0;
  let { score }: { score: Score } = noResult(archive.shown);
  try {
    for await (const line of archive.records) {
      const record = await lintRecord(line, archive);
      if (record.notices.some(({ level }) => level === "error")) unread++;
      if (record.score.value > score.value) ({ score } = record);
      if (archive.onRecord === undefined) {
        messages.push(...record.messages);
        notices.push(...record.notices);
      } else {
        archive.onRecord(record);
      }
    }
  } catch (error) {
    isBroken = true;
    const broken = { ...noResult(archive.shown), notices: [failure(error)] };
    notices.push(...broken.notices);
    archive.onRecord?.(broken);
  }
  return { result: { ...noResult(archive.shown), messages, notices, score }, isBroken, unread };
}

async function lintRecord(
  record: RecordLine,
  { shown, lint, isStretch }: Archive,
): Promise<FileResult> {
  const { line } = record;
  if ("problem" in record) {
    const notice: Notice = { level: "error", code: "E_RECORD", message: record.problem };
    return { ...noResult(shown), notices: [inLine(notice, line)] };
  }
  try {
    const { text, encoding = "utf-8" } = record;
    const source: SourceFile = { path: shown, text, encoding, bom: false };
    const result = await lint(source, line);
    const lines = isStretch === true ? indexLines(text) : undefined;
    const place = (notice: Notice) => {
      const below = notice.span && lines ? lines.position(notice.span.start).line - 1 : 0;
      return inLine(notice, line + below);
    };
    return { ...result, notices: result.notices.map(place) };
  } catch (error) {
    return { ...noResult(shown), notices: [inLine(failure(error), line)] };
  }
}

/** Spans of a record count from its line, which the archive's result does not hold. */
function inLine({ span, ...notice }: Notice, line: number): Notice {
  return { ...notice, line };
}
