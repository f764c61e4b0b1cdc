import type { ChalkInstance } from "chalk";
import { CreeplintError } from "../../errors.ts";
import type { Citation, Example, Rule, Ruleset } from "../../model/rule.ts";
import { visibleLine } from "../../report/visible.ts";
import { hang, wrap } from "../../report/wrap.ts";
import { didYouMean } from "../../text/nearest.ts";
import type { CommonFlags } from "../flags.ts";
import type { Io } from "../io.ts";
import { loadRules } from "../load-rules.ts";
import type { ExitCode } from "../main.ts";
import { paintFor } from "../paint.ts";

/**
 * Prints the page of a rule.
 * @throws CreeplintError E_USAGE for an unknown rule
 */
export async function explain(id: string, flags: CommonFlags, io: Io): Promise<ExitCode> {
  const { ruleset } = await loadRules(flags, io);
  const rule = ruleset.rules.find((one) => one.id === id);
  if (rule === undefined) throw unknownRule(id, ruleset);
  io.stdout(`${page(rule, ruleset, paintFor(flags, io), io.width).join("\n")}\n`);
  return 0;
}

function unknownRule(id: string, { rules }: Ruleset): CreeplintError {
  const ids = rules.map((rule) => rule.id);
  const namesake = ids.find((one) => one.endsWith(`/${id}`));
  const guess = namesake === undefined ? didYouMean(id, ids) : `Did you mean "${namesake}"?`;
  const hint = guess === "" ? '"creeplint rules" lists them all.' : guess;
  return new CreeplintError("E_USAGE", `Unknown rule "${id}".`, { hint });
}

function page(rule: Rule, ruleset: Ruleset, paint: ChalkInstance, width: number): string[] {
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", paint.bold(title), ...lines];
  const prose = (text: string) => wrap(visibleLine(text), 2, width);
  const cited = (keys: readonly string[], known: Readonly<Record<string, Citation>>) =>
    keys.flatMap((key) => citation(known[key], paint, width));
  return [
    `${paint.bold.underline(rule.id)}  ${paint.dim(rule.severity)}`,
    ...prose(rule.title),
    ...section("Why it is creepy", prose(rule.why)),
    ...section("What to write instead", prose(rule.instead)),
    ...section(
      "Creepy",
      rule.flags.flatMap((example) => bad(example, paint, width)),
    ),
    ...section(
      "Fine",
      rule.allows.flatMap((example) => good(example, paint, width)),
    ),
    ...section("Evidence", cited(rule.evidence, ruleset.evidence)),
    ...section("Policy and law", cited(rule.policy, ruleset.policy)),
    ...section("To change it, in creeplint.yaml", [
      "  rules:",
      `    ${rule.id}: ${paint.cyan("off")}  ${paint.dim("# or info, warning, error")}`,
    ]),
    ...section("To keep one line, with your reason, above it", [
      `  <!-- creeplint-disable-next-line ${rule.id} -- why it is fine here -->`,
    ]),
  ];
}

function citation(cited: Citation | undefined, paint: ChalkInstance, width: number): string[] {
  if (cited === undefined) return [];
  return hang("•", `${visibleLine(cited.title)}: ${paint.dim(visibleLine(cited.says))}`, 2, width);
}

function bad(example: Example, paint: ChalkInstance, width: number): string[] {
  const lines = hang(paint.red("✖"), exampleText(example, paint), 2, width);
  if (example.rewrite === undefined) return lines;
  return [...lines, ...hang(paint.green("→"), paint.green(visibleLine(example.rewrite)), 4, width)];
}

function good(example: Example, paint: ChalkInstance, width: number): string[] {
  return hang(paint.green("✔"), exampleText(example, paint), 2, width);
}

/** The line, and where it is sent if not in a marketing email. */
function exampleText({ text, channel, kind }: Example, paint: ChalkInstance): string {
  const context = [channel === "email" ? "" : channel, kind === "marketing" ? "" : kind]
    .filter((word) => word !== "")
    .join(", ");
  return context === "" ? visibleLine(text) : `${visibleLine(text)}  ${paint.dim(`(${context})`)}`;
}
