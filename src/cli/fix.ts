import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { Tier } from "../model/finding.ts";
import type { FileResult, RunResult } from "../model/result.ts";
import { isRecord, rewriteFile } from "../report/output.ts";
import { visibleLine } from "../report/visible.ts";
import { count } from "../text/count.ts";
import { encode, writingOf } from "./encode.ts";
import type { LintFlags } from "./flags.ts";
import type { Io } from "./io.ts";

export interface Fixes {
  /** Files written. */
  readonly changed: number;
  /** A file could not be written. */
  readonly failed: boolean;
}

type Outcome = "same" | "written" | "failed";

/**
 * Writes the rewrites that the flags allow, whole file by whole file; each file is replaced at
 * once, and only where it still holds what was linted. Says on standard error what it did.
 */
export async function applyFixes(result: RunResult, flags: LintFlags, io: Io): Promise<Fixes> {
  const tiers: readonly Tier[] = flags.fixUnsafe === true ? ["safe", "unsafe"] : ["safe"];
  const outcomes: Outcome[] = [];
  for (const file of result.files) outcomes.push(await fixFile(file, tiers, io));
  const changed = outcomes.filter((outcome) => outcome === "written").length;
  if (changed > 0) io.stderr(`Rewrote ${count(changed, "file")}.\n`);
  return { changed, failed: outcomes.includes("failed") };
}

async function fixFile(file: FileResult, tiers: readonly Tier[], io: Io): Promise<Outcome> {
  if (file.messages.some(({ message }) => isRecord(message))) return skipArchive(file, io);
  const text = rewriteFile(file, tiers);
  if (text === undefined) return "same";
  const path = resolve(io.cwd, file.path);
  try {
    const writing = writingOf(file.text, await readFile(path));
    if (writing === undefined) return refuse(file, "it is no longer what was read", io);
    const bytes = encode(text, writing);
    if (bytes === undefined) return refuse(file, `${writing.encoding} lacks a character`, io);
    await writeFileAtomic(path, bytes);
    return "written";
  } catch (error) {
    return refuse(file, error instanceof Error ? error.message : String(error), io);
  }
}

function skipArchive(file: FileResult, io: Io): Outcome {
  const hasFindings = file.messages.some(({ findings }) => findings.length > 0);
  if (hasFindings) {
    io.stderr(`${visibleLine(file.path)}: archives are not rewritten; see --fix-dry-run.\n`);
  }
  return "same";
}

function refuse(file: FileResult, why: string, io: Io): Outcome {
  io.stderr(`${visibleLine(file.path)}: not rewritten: ${visibleLine(why)}\n`);
  return "failed";
}
