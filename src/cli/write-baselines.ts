import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { CreeplintError } from "../errors.ts";
import type { BaselineUpdate, RunResult } from "../model/result.ts";
import { visibleLine } from "../report/visible.ts";
import { count } from "../text/count.ts";
import type { Io } from "./io.ts";
import type { ExitCode } from "./main.ts";

/**
 * Writes the baselines of a run, and says what is in them.
 * @throws CreeplintError E_BASELINE
 */
export async function writeBaselines(
  { baselines = [], counts }: RunResult,
  io: Io,
): Promise<ExitCode> {
  if (counts.failed + counts.unread > 0) {
    throw new CreeplintError("E_BASELINE", "Something could not be read, so nothing was written.", {
      hint: "Run without --update-baseline to see what.",
    });
  }
  if (baselines.length === 0) {
    throw new CreeplintError("E_BASELINE", "No baseline is named.", {
      hint: 'Add "--baseline creeplint-baseline.json", or "baseline:" to the config.',
    });
  }
  for (const baseline of baselines) {
    await write(baseline);
    io.stdout(`${sentence(baseline)}\n`);
  }
  return 0;
}

async function write({ path, shown, text }: BaselineUpdate): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, text);
  } catch (cause) {
    const message = "The baseline cannot be written here.";
    throw new CreeplintError("E_BASELINE", message, { place: shown, cause });
  }
}

function sentence({ shown, total, added, removed }: BaselineUpdate): string {
  const what = `${visibleLine(shown)} lists ${count(total, "finding")}`;
  return `${what} now: ${added} added, ${removed} removed.`;
}
