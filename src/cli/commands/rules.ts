import type { ChalkInstance } from "chalk";
import stringWidth from "string-width";
import type { Rule, Severity } from "../../model/rule.ts";
import { visibleLine } from "../../report/visible.ts";
import { wrap } from "../../report/wrap.ts";
import { count } from "../../text/count.ts";
import type { CommonFlags, FormatFlag } from "../flags.ts";
import type { Io } from "../io.ts";
import { loadRules } from "../load-rules.ts";
import type { ExitCode } from "../main.ts";
import { paintFor } from "../paint.ts";

/** Prints every rule, grouped by family, or as JSON. */
export async function listRules(flags: CommonFlags & FormatFlag, io: Io): Promise<ExitCode> {
  const { ruleset } = await loadRules(flags, io);
  const rules = [...ruleset.rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (flags.format === "json") io.stdout(`${JSON.stringify(rules.map(summaryOf), undefined, 2)}\n`);
  else io.stdout(`${table(rules, paintFor(flags, io), io.width).join("\n")}\n`);
  return 0;
}

function summaryOf({ id, severity, title, fact, channels, kinds, evidence, policy }: Rule) {
  return { id, severity, title, fact, channels, kinds, evidence, policy };
}

function table(rules: readonly Rule[], paint: ChalkInstance, width: number): string[] {
  const families = [...new Set(rules.map(familyOf))];
  const column = Math.max(0, ...rules.map(({ id }) => id.length)) + 2;
  const rows = families.flatMap((family) => [
    paint.bold(family),
    ...rules
      .filter((rule) => familyOf(rule) === family)
      .flatMap((rule) => row(rule, { column, paint, width })),
    "",
  ]);
  return [
    ...rows,
    paint.dim(`${count(rules.length, "rule")}. More on one: creeplint explain RULE`),
  ];
}

function familyOf({ id }: Rule): string {
  return id.split("/")[0] ?? "";
}

interface Layout {
  readonly column: number;
  readonly paint: ChalkInstance;
  readonly width: number;
}

const SEVERITY_COLUMN = 9;

function row({ id, severity, title }: Rule, { column, paint, width }: Layout): string[] {
  const indent = 2 + column + SEVERITY_COLUMN;
  const [first = "", ...rest] = wrap(visibleLine(title), indent, width);
  const word =
    toneOf(severity, paint)(severity) + " ".repeat(SEVERITY_COLUMN - stringWidth(severity));
  return [`  ${id.padEnd(column)}${word}${first.trimStart()}`, ...rest];
}

function toneOf(severity: Severity, paint: ChalkInstance): ChalkInstance {
  const tones: Record<Severity, ChalkInstance> = {
    error: paint.red,
    warning: paint.yellow,
    info: paint.blue,
  };
  return tones[severity];
}
