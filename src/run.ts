import { resolve } from "node:path";
import { type LintContext, lintSource } from "./lint.ts";
import type { Notice } from "./model/notice.ts";
import type { FileResult, RunResult } from "./model/result.ts";
import { readMailbox } from "./read/mailbox.ts";
import { type ReadFile, readBytes, readSource } from "./read/read.ts";
import { readRecords } from "./read/records.ts";
import { lintArchive } from "./run/archive.ts";
import { openBaselines } from "./run/baselines.ts";
import { openContexts } from "./run/context.ts";
import { failed, noResult } from "./run/failed.ts";
import { ARCHIVES, findJobs, type Job, showPath } from "./run/jobs.ts";
import type { RunOptions } from "./run/options.ts";
import { openScope, type Scope } from "./run/scope.ts";
import { startTally, type Tally } from "./run/tally.ts";
import { isMailboxPath, isMailPath } from "./text/mbox.ts";

export type { RunOptions } from "./run/options.ts";

/** How one source is linted; replaced in tests. */
export type Lint = typeof lintSource;

interface Running {
  readonly options: RunOptions;
  readonly lint: Lint;
  readonly contextOf: (path: string) => Promise<LintContext>;
  readonly tally: Tally;
  readonly scope: Scope;
}

/**
 * Lints files or standard input. What cannot be read or linted becomes a result with a notice of
 * level `error`; the others go on.
 * @throws CreeplintError E_CONFIG, E_RULE, E_USAGE
 */
export async function run(options: RunOptions, lint: Lint = lintSource): Promise<RunResult> {
  const contexts = options.contexts ?? openContexts(options);
  // Wrong settings stop the run even where there is nothing to lint.
  await contexts.contextOf(resolve(options.cwd, "x"));
  const baselines = await openBaselines(options, contexts);
  const scope = await openScope(options);
  const counting: Lint = async (source, context, how) => {
    const path = resolve(options.cwd, source.path);
    const result = await lint(source, context, how);
    return scope.narrow(await baselines.apply(result, path), path);
  };
  const { contextOf } = contexts;
  const running = { options, lint: counting, contextOf, tally: startTally(), scope };
  const files: FileResult[] = [];
  const keep = (file: FileResult | undefined) => {
    if (file !== undefined) files.push(file);
  };
  if (options.stdin === undefined) {
    const jobs = await findJobs(options, contexts);
    const wanted = jobs.filter((job) => "notices" in job || !baselines.isOne(job.path));
    for (const job of wanted) keep(await runJob(job, running));
    for (const file of baselines.stale()) keep(handNotices(file, running));
  } else {
    keep(await lintStdin(options.stdin, running));
  }
  const updates = options.updateBaseline === true ? { baselines: baselines.updates() } : {};
  return { files, counts: running.tally.counts(), ...updates };
}

async function runJob(job: Job, running: Running): Promise<FileResult | undefined> {
  if ("notices" in job)
    return handNotices({ ...noResult(job.shown), notices: job.notices }, running);
  const { path, shown, found } = job;
  if (!running.scope.includes(path)) return undefined;
  const context = await running.contextOf(path);
  const bytes = await running.scope.read(path);
  if (isArchive(path)) return records(archiveOf(path, bytes ?? path), { shown, context }, running);
  const isMail = isMailPath(path);
  const read = async () =>
    bytes === undefined ? readSource(path, { shown }) : readBytes(bytes, { shown, isMail });
  return single(read, { shown, context, found }, running);
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
    const archive = archiveOf(input === "jsonl" ? "" : path, bytes);
    return records(archive, { shown, context }, running);
  }
  const isMail = isMailPath(path);
  return single(async () => readBytes(bytes, { shown, isMail }), { shown, context }, running);
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

/** How an archive is read, and what its records are. */
function archiveOf(path: string, input: string | Uint8Array) {
  return isMailboxPath(path)
    ? { records: readMailbox(input), format: "mbox", isStretch: true }
    : { records: readRecords(input), format: "record", isStretch: false };
}

/** Lints an archive record by record. */
async function records(
  { format, ...archive }: ReturnType<typeof archiveOf>,
  { shown, context }: Target,
  { options, lint, tally }: Running,
): Promise<FileResult> {
  const { onResult } = options;
  const { result, isBroken, unread } = await lintArchive({
    ...archive,
    shown,
    lint: (source, line) => lint(source, context, { format, line }),
    ...(onResult && {
      onRecord: (record) => {
        tally.addMessages(record.messages);
        tally.addNotices(record.notices);
        onResult(record);
      },
    }),
  });
  tally.addFile(result, { hasFailed: isBroken, unread });
  return result;
}

/** Trouble with a path counts as a file that failed; a warning about a config is no file. */
function handNotices(file: FileResult, running: Running): FileResult {
  if (file.notices.some(isError)) return hand(file, running);
  running.tally.addNotices(file.notices);
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
