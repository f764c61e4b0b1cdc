import { expect, test } from "vitest";
import type { FileResult } from "../model/result.ts";
import { readRecords } from "../read/records.ts";
import { lintArchive } from "./archive.ts";
import { noResult } from "./failed.ts";

test("an archive that cannot be read to its end is broken, and told of", async () => {
  const seen: FileResult[] = [];
  const { result, isBroken } = await lintArchive({
    records: readRecords("/nowhere/a.jsonl"),
    shown: "a.jsonl",
    lint: async () => noResult("a.jsonl"),
    onRecord: (record) => seen.push(record),
  });
  expect(isBroken).toBe(true);
  expect(result.notices).toMatchObject([
    {
      level: "error",
      code: "E_READ",
      message: "The file cannot be read: it is not there any more.",
    },
  ]);
  expect(seen).toEqual([result]);
});
