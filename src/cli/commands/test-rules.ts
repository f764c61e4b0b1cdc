import { basename, dirname, extname, resolve } from "node:path";
import type { ChalkInstance } from "chalk";
import type { Rule } from "../../model/rule.ts";
import { visibleLine } from "../../report/visible.ts";
import { hang } from "../../report/wrap.ts";
import { count } from "../../text/count.ts";
import type { CommonFlags, TestFlags } from "../flags.ts";
import type { Io } from "../io.ts";
import { loadRules } from "../load-rules.ts";
import type { ExitCode } from "../main.ts";
import { paintFor } from "../paint.ts";
import { type Failure, testRule } from "../test-rule.ts";
import { unusedParts } from "../unused-parts.ts";

/**
 * Runs the examples of rules; with `coverage`, also looks for what no example needs.
 * @throws CreeplintError E_RULE, E_CONFIG
 */
export async function testRules(
  paths: readonly string[],
  flags: CommonFlags & TestFlags,
  io: Io,
): Promise<ExitCode> {
  const { rules, context } = await rulesToTest(paths, flags, io);
  const paint = paintFor(flags, io);
  const lines: string[] = [];
  const totals = { failures: 0, unused: 0 };
  for (const rule of rules) {
    const failures = await testRule(rule, context);
    const unused = flags.coverage === true ? await unusedParts(rule, context) : [];
    totals.failures += failures.length;
    totals.unused += unused.length;
    lines.push(...report(rule, { failures, unused }, paint, io.width));
  }
  lines.push(closing(rules, totals, paint));
  io.stdout(`${lines.join("\n")}\n`);
  return totals.failures === 0 ? 0 : 1;
}

interface Totals {
  readonly failures: number;
  readonly unused: number;
}

function closing(
  rules: readonly Rule[],
  { failures, unused }: Totals,
  paint: ChalkInstance,
): string {
  const examples = rules.flatMap(({ flags, allows }) => [...flags, ...allows]).length;
  const total = `${count(examples, "example")} of ${count(rules.length, "rule")}`;
  const outcome = failures === 0 ? "all as they should be" : `${failures} failed`;
  const idle = unused === 0 ? "" : ` Needed by no example: ${count(unused, "part")}.`;
  const mark = failures === 0 ? paint.green("✔") : paint.red("✖");
  return `${mark} ${total}: ${outcome}.${idle}`;
}

async function rulesToTest(paths: readonly string[], flags: CommonFlags, io: Io) {
  const { config, ruleset: configured } = await loadRules(flags, io);
  const { loadRuleset, readRuleFiles } = await import("../../ruleset/load.ts");
  const { settingsFor } = await import("../../config/settings.ts");
  const settings = { ...settingsFor(config, resolve(io.cwd, "example.txt")), rules: {} };
  if (paths.length === 0)
    return { rules: configured.rules, context: { ruleset: configured, settings } };
  const absolute = paths.map((path) => resolve(io.cwd, path));
  const ruleset = await loadRuleset([...config.rulePaths, ...absolute], io.cwd);
  const files = (await Promise.all(absolute.map((path) => readRuleFiles(path, io.cwd)))).flat();
  const ids = new Set(files.map(({ path }) => idOf(path)));
  return { rules: ruleset.rules.filter(({ id }) => ids.has(id)), context: { ruleset, settings } };
}

/** A rule's id is its place: `family/name.yaml`. */
function idOf(path: string): string {
  return `${basename(dirname(path))}/${basename(path, extname(path))}`;
}

interface Outcome {
  readonly failures: readonly Failure[];
  readonly unused: readonly string[];
}

function report(
  { id }: Rule,
  { failures, unused }: Outcome,
  paint: ChalkInstance,
  width: number,
): string[] {
  if (failures.length === 0 && unused.length === 0) return [];
  return [
    `${failures.length > 0 ? paint.red("✖") : paint.yellow("○")} ${paint.bold(id)}`,
    ...failures.flatMap(({ text, expected, got }) => [
      ...hang("•", visibleLine(text), 2, width),
      ...hang(" ", `${paint.dim("expected")} ${visibleLine(expected)}`, 2, width),
      ...hang(" ", `${paint.dim("got     ")} ${visibleLine(got)}`, 2, width),
    ]),
    ...unused.flatMap((part) => hang("•", `no example needs ${visibleLine(part)}`, 2, width)),
    "",
  ];
}
