import { resolve } from "node:path";
import { type LintContext, lintSource } from "./lint.ts";
import type { Notice } from "./model/notice.ts";
import type { FileResult, RunResult } from "./model/result.ts";
import { type ReadFile, readBytes, readSource } from "./read/read.ts";
import { type Archive, lintArchive } from "./run/archive.ts";
import { openContexts } from "./run/context.ts";
import { failed, noResult } from "./run/failed.ts";
import { ARCHIVES, findJobs, type Job, showPath } from "./run/jobs.ts";
import type { RunOptions } from "./run/options.ts";
import { startTally, type Tally } from "./run/tally.ts";

export type { RunOptions } from "./run/options.ts";

/** How one source is linted; replaced in tests. */
export type Lint = typeof lintSource;

interface Running {
  readonly options: RunOptions;
  readonly lint: Lint;
  readonly contextOf: (path: string) => Promise<LintContext>;
  readonly tally: Tally;
}

/**
 * Lints files or standard input. What cannot be read or linted becomes a result with a notice of
 * level `error`; the others go on.
 * @throws CreeplintError E_CONFIG, E_RULE, E_USAGE
 */
export async function run(options: RunOptions, lint: Lint = lintSource): Promise<RunResult> {
  const contexts = openContexts(options);
  const running = { options, lint, contextOf: contexts.contextOf, tally: startTally() };
  // Wrong settings stop the run even where there is nothing to lint.
  await contexts.contextOf(resolve(options.cwd, "x"));
  const files: FileResult[] = [];
  const keep = (file: FileResult | undefined) => {
    if (file !== undefined) files.push(file);
  };
  if (options.stdin === undefined) {
    for (const job of await findJobs(options, contexts)) keep(await runJob(job, running));
  } else {
    keep(await lintStdin(options.stdin, running));
  }
  return { files, counts: running.tally.counts() };
}

async function runJob(job: Job, running: Running): Promise<FileResult | undefined> {
  if ("notices" in job) return handNotices(job, running);
  const { path, shown, found } = job;
  const context = await running.contextOf(path);
  if (isArchive(path)) return records({ input: path, shown }, context, running);
  return single(() => readSource(path, { shown }), { shown, context, found }, running);
}

async function lintStdin(
  { bytes, filename, input }: NonNullable<RunOptions["stdin"]>,
  running: Running,
): Promise<FileResult | undefined> {
  const { cwd } = running.options;
  const path = resolve(cwd, filename ?? "stdin.txt");
  const shown = filename === undefined ? "<stdin>" : showPath(path, cwd);
  const context = await running.contextOf(path);
  if (input === "jsonl" || isArchive(path)) {
    return records({ input: bytes, shown }, context, running);
  }
  return single(async () => readBytes(bytes, { shown }), { shown, context }, running);
}

interface Target {
  readonly shown: string;
  readonly context: LintContext;
  readonly found?: boolean;
}

/** Reads and lints one file; undefined where it is binary. */
async function single(
  read: () => Promise<ReadFile | undefined>,
  { shown, context, found = false }: Target,
  running: Running,
): Promise<FileResult | undefined> {
  try {
    const file = await read();
    if (file === undefined) return undefined;
    const result = await running.lint(file.source, context, { found });
    return hand({ ...result, notices: [...file.notices, ...result.notices] }, running);
  } catch (error) {
    return hand(failed(shown, error), running);
  }
}

/** Lints an archive record by record. */
async function records(
  archive: Pick<Archive, "input" | "shown">,
  context: LintContext,
  { options, lint, tally }: Running,
): Promise<FileResult> {
  const { onResult } = options;
  const { result, isBroken, unread } = await lintArchive({
    ...archive,
    lint: (source, line) => lint(source, context, { format: "record", line }),
    ...(onResult && {
      onRecord: (record) => {
        tally.addMessages(record.messages);
        onResult(record);
      },
    }),
  });
  tally.addFile(result, { hasFailed: isBroken, unread });
  return result;
}

/** Trouble with a path counts as a file that failed; a warning about a config is no file. */
function handNotices(
  { shown, notices }: Extract<Job, { notices: unknown }>,
  running: Running,
): FileResult {
  const file = { ...noResult(shown), notices };
  if (notices.some(isError)) return hand(file, running);
  running.options.onResult?.(file);
  return file;
}

function hand(file: FileResult, { options, tally }: Running): FileResult {
  tally.addFile(file, { hasFailed: file.messages.length === 0 && file.notices.some(isError) });
  options.onResult?.(file);
  return file;
}

function isError({ level }: Notice): boolean {
  return level === "error";
}

function isArchive(path: string): boolean {
  return ARCHIVES.some((extension) => path.toLowerCase().endsWith(extension));
}
