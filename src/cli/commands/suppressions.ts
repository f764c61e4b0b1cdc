import type { ChalkInstance } from "chalk";
import { absolute } from "../../report/place.ts";
import { visibleLine } from "../../report/visible.ts";
import { wrap } from "../../report/wrap.ts";
import { run } from "../../run.ts";
import { count } from "../../text/count.ts";
import type { CommonFlags, FormatFlag } from "../flags.ts";
import type { Io } from "../io.ts";
import type { ExitCode } from "../main.ts";
import { paintFor } from "../paint.ts";
import { type Suppression, suppressionsIn } from "../suppression-list.ts";

/**
 * Lists every suppression with its reason and its end.
 * @throws CreeplintError E_CONFIG, E_RULE
 */
export async function listSuppressions(
  paths: readonly string[],
  { config, format, ...flags }: CommonFlags & FormatFlag,
  io: Io,
): Promise<ExitCode> {
  const named = config === undefined ? {} : { config };
  const { files, counts } = await run({
    cwd: io.cwd,
    paths,
    ...named,
    flags: {},
    baseline: false,
  });
  const all = files.flatMap(suppressionsIn);
  if (format === "json") {
    const entries = all.map(({ path, ...rest }) => ({ filePath: absolute(path, io.cwd), ...rest }));
    io.stdout(`${JSON.stringify(entries, undefined, 2)}\n`);
  } else {
    io.stdout(`${table(all, paintFor(flags, io), io.width).join("\n")}\n`);
  }
  for (const { path, notices } of files) {
    for (const { level, message } of notices) {
      if (level === "error") io.stderr(`${visibleLine(path)}: ${visibleLine(message)}\n`);
    }
  }
  return counts.failed + counts.unread > 0 ? 2 : 0;
}

const SCOPES = {
  line: "its line",
  "next-line": "the next line",
  start: "a range",
  end: "",
  file: "the whole file",
} as const;

function table(all: readonly Suppression[], paint: ChalkInstance, width: number): string[] {
  const files = new Set(all.map(({ path }) => path)).size;
  const off = all.filter(({ problems }) => problems.length > 0).length;
  const trouble = off === 0 ? "" : ` ${count(off, "is off", "are off")}.`;
  const summary =
    all.length === 0
      ? "No suppressions."
      : `${count(all.length, "suppression")} in ${count(files, "file")}.${trouble}`;
  return [...all.flatMap((one) => [...entry(one, paint, width), ""]), paint.dim(summary)];
}

function entry(
  { path, line, scope, rules, reason, until, problems }: Suppression,
  paint: ChalkInstance,
  width: number,
): string[] {
  const place = paint.bold(`${visibleLine(path)}:${line}`);
  const names = rules.length === 0 ? "no rule" : rules.map(visibleLine).join(", ");
  const end = until === undefined ? "" : paint.dim(`  until ${visibleLine(until)}`);
  const why = reason === "" ? paint.dim("no reason") : visibleLine(reason);
  return [
    `${place}  ${names}  ${paint.dim(SCOPES[scope])}`,
    ...wrap(`${why}${end}`, 2, width),
    ...problems.flatMap((problem) => wrap(paint.yellow(`! ${visibleLine(problem)}`), 2, width)),
  ];
}
