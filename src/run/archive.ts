import type { Notice } from "../model/notice.ts";
import type { FileResult, MessageResult, Score } from "../model/result.ts";
import type { SourceFile } from "../model/source-file.ts";
import { type RecordLine, readRecords } from "../read/records.ts";
import { failure, noResult } from "./failed.ts";

export interface Archive {
  /** An absolute path, or the bytes themselves. */
  readonly input: string | Uint8Array;
  readonly shown: string;
  readonly lint: (source: SourceFile, line: number) => Promise<FileResult>;
  /** Takes each record's result, which is then not kept. */
  readonly onRecord?: (record: FileResult) => void;
}

/** Lints a JSON Lines archive, one message a line; a bad record is a notice, the others go on. */
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
    for await (const line of readRecords(archive.input)) {
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

async function lintRecord(record: RecordLine, { shown, lint }: Archive): Promise<FileResult> {
  const { line } = record;
  if ("problem" in record) {
    const notice: Notice = { level: "error", code: "E_RECORD", message: record.problem };
    return { ...noResult(shown), notices: [inLine(notice, line)] };
  }
  try {
    const source: SourceFile = { path: shown, text: record.text, encoding: "utf-8", bom: false };
    const result = await lint(source, line);
    return { ...result, notices: result.notices.map((notice) => inLine(notice, line)) };
  } catch (error) {
    return { ...noResult(shown), notices: [inLine(failure(error), line)] };
  }
}

/** Spans of a record count from its line, which the archive's result does not hold. */
function inLine({ span, ...notice }: Notice, line: number): Notice {
  return { ...notice, line };
}
