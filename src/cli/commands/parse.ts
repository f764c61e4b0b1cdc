import { extname, resolve } from "node:path";
import { settingsFor } from "../../config/settings.ts";
import { CreeplintError } from "../../errors.ts";
import { type Inspection, inspectSource, type LintContext } from "../../lint.ts";
import { readSource } from "../../read/read.ts";
import { readRecords } from "../../read/records.ts";
import type { CommonFlags, ContextFlags, FormatFlag } from "../flags.ts";
import { describeInspection } from "../inspection.ts";
import type { Io } from "../io.ts";
import { loadRules } from "../load-rules.ts";
import type { ExitCode } from "../main.ts";
import { paintFor } from "../paint.ts";

const ARCHIVES = new Set([".jsonl", ".ndjson"]);
/** Suppressions play no part here; any date does. */
const TODAY = "2000-01-01";

/**
 * Prints what creeplint reads in a file.
 * @throws CreeplintError E_PATH, E_READ, E_SIZE, E_CONFIG
 */
export async function parseCommand(
  file: string,
  flags: CommonFlags & ContextFlags & FormatFlag,
  io: Io,
): Promise<ExitCode> {
  const path = resolve(io.cwd, file);
  const { config, ruleset } = await loadRules(flags, io);
  const { channel, kind } = flags;
  const settings = {
    ...settingsFor(config, path),
    ...(channel === undefined ? {} : { channel }),
    ...(kind === undefined ? {} : { kind }),
  };
  const { text, inspections } = await inspectFile(path, file, { ruleset, settings, today: TODAY });
  io.stdout(
    flags.format === "json"
      ? `${JSON.stringify(inspections, setsAsLists, 2)}\n`
      : `${describeInspection(inspections, { file: text, paint: paintFor(flags, io), width: io.width }).join("\n")}\n`,
  );
  return 0;
}

async function inspectFile(
  path: string,
  shown: string,
  context: LintContext,
): Promise<{ readonly text: string; readonly inspections: readonly Inspection[] }> {
  if (ARCHIVES.has(extname(path).toLowerCase())) {
    return { text: "", inspections: await inspectArchive(path, shown, context) };
  }
  const read = await readSource(path, { shown });
  if (read === undefined) {
    throw new CreeplintError("E_READ", "The file holds no text.", { place: shown });
  }
  const { source } = read;
  return { text: source.text, inspections: await inspectSource(source, context) };
}

async function inspectArchive(
  path: string,
  shown: string,
  context: LintContext,
): Promise<readonly Inspection[]> {
  const inspections: Inspection[] = [];
  for await (const record of readRecords(path)) {
    if (!("text" in record)) continue;
    const source = { path: shown, text: record.text, encoding: "utf-8", bom: false } as const;
    const options = { format: "record", line: record.line };
    inspections.push(...(await inspectSource(source, context, options)));
  }
  return inspections;
}

function setsAsLists(_key: string, value: unknown): unknown {
  return value instanceof Set ? [...value] : value;
}
