import { resolve } from "node:path";
import { Chalk } from "chalk";
import { repositoryOf } from "../../config/find.ts";
import type { FileResult, RunResult } from "../../model/result.ts";
import type { ReportContext } from "../../report/reporter.ts";
import { reporters } from "../../report/reporters/index.ts";
import { visible } from "../../report/visible.ts";
import { type Contexts, openContexts } from "../../run/context.ts";
import { NO_COUNTS } from "../../run/tally.ts";
import { type RunOptions, run } from "../../run.ts";
import { outcomeOf } from "../exit-code.ts";
import { applyFixes } from "../fix.ts";
import type { LintFlags } from "../flags.ts";
import type { Io } from "../io.ts";
import type { ExitCode } from "../main.ts";
import { type FormatTarget, usage } from "../option-values.ts";
import { paintFor } from "../paint.ts";
import { runOptionsFor } from "../run-options.ts";
import { writeBaselines } from "../write-baselines.ts";
import { writeReport } from "../write-report.ts";

/**
 * Lints, rewrites where asked to, and reports.
 * @throws CreeplintError
 */
export async function lint(paths: readonly string[], flags: LintFlags, io: Io): Promise<ExitCode> {
  const targets = targetsOf(flags);
  const isFixing = flags.fix === true || flags.fixUnsafe === true;
  const isDebugging = flags.debug === true;
  const asked = await runOptionsFor(paths, flags, io);
  if (isFixing && asked.stdin !== undefined) {
    throw usage("Standard input cannot be rewritten in place.", "Use --fix-dry-run.");
  }
  const contexts = openContexts(asked);
  const options = { ...asked, contexts };
  const context = await contextFor(contexts, flags, io);
  if (!isFixing && isStreamed(targets)) {
    return end(await stream(options, { context, isDebugging }, io), flags, io);
  }
  const first = await run(options);
  if (isDebugging) for (const file of first.files) showStacks(file, io);
  if (flags.updateBaseline === true) return await writeBaselines(first, io);
  const fixes = isFixing ? await applyFixes(first, flags, io) : { changed: 0, failed: false };
  const result = fixes.changed > 0 ? await run(options) : first;
  await report(result, targets, context, io);
  return fixes.failed ? 2 : end(result, flags, io);
}

function end({ counts }: RunResult, flags: LintFlags, io: Io): ExitCode {
  const { code, reasons } = outcomeOf(counts, flags);
  for (const reason of reasons) io.stderr(`${reason}\n`);
  return code;
}

function targetsOf({ format, diff }: LintFlags): readonly FormatTarget[] {
  if (diff === true) return [{ name: "diff" }];
  const targets = format ?? [{ name: "pretty" }];
  if (targets.filter(({ file }) => file === undefined).length > 1) {
    throw usage(
      "Two formats cannot share standard output.",
      'Name a file: "--format json:report.json".',
    );
  }
  return targets;
}

/** One line a message can be written as soon as it is known, so that archives of any size pass. */
function isStreamed(targets: readonly FormatTarget[]): boolean {
  return targets.length === 1 && targets[0]?.name === "jsonl" && targets[0].file === undefined;
}

async function stream(
  options: RunOptions,
  { context, isDebugging }: { readonly context: ReportContext; readonly isDebugging: boolean },
  io: Io,
): Promise<RunResult> {
  const onResult = (file: FileResult) => {
    if (isDebugging) showStacks(file, io);
    io.stdout(reporters.jsonl({ files: [file], counts: NO_COUNTS }, context));
  };
  return await run({ ...options, onResult });
}

/** Where the trouble with a file came from. */
function showStacks({ notices }: FileResult, io: Io): void {
  for (const { stack } of notices) {
    if (stack !== undefined) io.stderr(`${stack.split("\n").map(visible).join("\n")}\n`);
  }
}

async function contextFor(
  { configOf, contextOf }: Contexts,
  flags: LintFlags,
  io: Io,
): Promise<ReportContext> {
  const { ruleset } = await contextOf(resolve(io.cwd, "x"));
  if (flags.debug === true) {
    const config = await configOf(io.cwd);
    io.stderr(`config: ${config.origins.length === 0 ? "none" : config.origins.join(", ")}\n`);
  }
  return {
    paint: paintFor(flags, io),
    width: io.width,
    cwd: io.cwd,
    root: repositoryOf(io.cwd) ?? io.cwd,
    ruleset,
    quiet: flags.quiet === true,
    verbose: flags.verbose === true,
    failOn: flags.failOn,
    output: flags.fixDryRun === true,
  };
}

async function report(
  result: RunResult,
  targets: readonly FormatTarget[],
  context: ReportContext,
  io: Io,
): Promise<void> {
  for (const { name, file } of targets) {
    if (file === undefined) io.stdout(reporters[name](result, context));
    else await writeReport(file, reporters[name](result, plain(context)), io);
  }
}

function plain(context: ReportContext): ReportContext {
  return { ...context, paint: new Chalk({ level: 0 }) };
}
