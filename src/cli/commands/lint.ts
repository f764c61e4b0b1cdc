import { Chalk } from "chalk";
import { repositoryOf } from "../../config/find.ts";
import type { Counts, FileResult, RunResult } from "../../model/result.ts";
import type { ReportContext } from "../../report/reporter.ts";
import { reporters } from "../../report/reporters/index.ts";
import { type RunOptions, run } from "../../run.ts";
import { outcomeOf } from "../exit-code.ts";
import { applyFixes } from "../fix.ts";
import type { LintFlags } from "../flags.ts";
import type { Io } from "../io.ts";
import { loadRules } from "../load-rules.ts";
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
  const options = await runOptionsFor(paths, flags, io);
  if (isFixing && options.stdin !== undefined) {
    throw usage("Standard input cannot be rewritten in place.", "Use --fix-dry-run.");
  }
  const context = await contextFor(flags, io);
  if (!isFixing && isStreamed(targets)) {
    return end(await stream(options, context, io), flags, io);
  }
  const first = await run(options);
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

async function stream(options: RunOptions, context: ReportContext, io: Io): Promise<RunResult> {
  const onResult = (file: FileResult) => {
    io.stdout(reporters.jsonl({ files: [file], counts: NO_COUNTS }, context));
  };
  return await run({ ...options, onResult });
}

const NO_COUNTS: Counts = {
  files: 0,
  messages: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
  failed: 0,
  unread: 0,
  noticed: 0,
  score: 0,
};

async function contextFor(flags: LintFlags, io: Io): Promise<ReportContext> {
  const { config, ruleset } = await loadRules(flags, io);
  if (flags.debug === true) {
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
