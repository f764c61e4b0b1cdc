import { type Command, Option } from "commander";
import { PRESETS } from "../model/config.ts";
import { CHANNELS, KINDS } from "../model/message.ts";
import { SEVERITIES } from "../model/rule.ts";
import { reporterNames } from "../report/reporters/names.ts";
import type { LintFlags } from "./flags.ts";
import { LINT_HELP } from "./help.ts";
import type { Io } from "./io.ts";
import type { ExitCode } from "./main.ts";
import { collect, formats, oneOf, ruleSettings, rulesFor, wholeNumber } from "./option-values.ts";

const INPUTS = ["jsonl"] as const;

/** Adds `lint`, which also runs where no command is named. */
export function addLintCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  const command = program
    .command("lint", { isDefault: true })
    .description("Read messages and report what is creepy (the default)")
    .argument("[paths...]", "files, folders and globs; - for standard input")
    .helpOption("-h, --help", "show this help")
    .addHelpText("after", LINT_HELP)
    .action(async (paths: string[], flags: LintFlags) => {
      const { lint } = await import("./commands/lint.ts");
      done(await lint(paths, flags, io));
    });
  const groups = [context(), input(), scope(), fixing(), reporting(), output()];
  for (const option of groups.flat()) command.addOption(option);
}

function context(): Option[] {
  return [
    new Option("--channel <channel>", `how it is sent: ${CHANNELS.join(", ")}`).argParser(
      oneOf("channel", CHANNELS),
    ),
    new Option("--kind <kind>", `why it is sent: ${KINDS.join(", ")}`).argParser(
      oneOf("kind", KINDS),
    ),
    new Option("--config <file>", "use this config"),
    new Option("--no-config", "use no config"),
    new Option("--preset <preset>", `how strict: ${PRESETS.join(", ")}`).argParser(
      oneOf("preset", PRESETS),
    ),
    new Option("--rule <rule=severity>", "set a rule to error, warning, info or off").argParser(
      ruleSettings,
    ),
    new Option("--only <rules>", "use these rules only (with commas or several times)").argParser(
      rulesFor("--only"),
    ),
    new Option("--skip <rules>", "leave these rules out").argParser(rulesFor("--skip")),
  ];
}

function fixing(): Option[] {
  return [
    new Option("--fix", "apply the rewrites that are safe").conflicts(["fixDryRun", "diff"]),
    new Option("--fix-unsafe", "apply those that change the meaning a little, too").conflicts([
      "fixDryRun",
      "diff",
    ]),
    new Option("--fix-dry-run", "report the text after the first rewrite of every finding"),
    new Option("--diff", "show the rewrites as changes, in place of the report").conflicts([
      "format",
      "fixDryRun",
    ]),
  ];
}

function scope(): Option[] {
  return [
    new Option("--staged", "read what is staged in git, as it is staged").conflicts([
      "fix",
      "fixUnsafe",
    ]),
    new Option("--since <commit>", "report what stands in lines that changed since then"),
    new Option("--baseline <file>", "leave out the findings that this file lists"),
    new Option("--no-baseline", "report them, too"),
    new Option("--update-baseline", "write that file anew, with all that is found").conflicts([
      ...["fix", "fixUnsafe", "fixDryRun", "diff", "staged", "since"],
      ...["channel", "kind", "preset", "rule", "only", "skip"],
    ]),
  ];
}

function reporting(): Option[] {
  return [
    new Option("--fail-on <severity>", "exit with 1 from this severity on")
      .argParser(oneOf("severity", SEVERITIES))
      .default("error"),
    new Option("--max-warnings <number>", "exit with 1 where there are more").argParser(
      wholeNumber,
    ),
    new Option("--max-score <number>", "exit with 1 where a message is creepier").argParser(
      wholeNumber,
    ),
    new Option(
      "--format <name[:file]>",
      `${reporterNames.join(", ")}; several times with files`,
    ).argParser(formats),
    new Option("--quiet", "show errors only").conflicts("verbose"),
    new Option("--verbose", "show notes, clean files and every rewrite"),
  ];
}

function input(): Option[] {
  return [
    new Option("--stdin-filename <path>", "the name that standard input goes by"),
    new Option("--input <format>", "read standard input as jsonl, one message a line").argParser(
      oneOf("input", INPUTS),
    ),
    new Option("--ignore-pattern <glob>", "leave these files out").argParser(collect),
    new Option("--no-ignore", "also read what .gitignore and .creeplintignore leave out"),
  ];
}

function output(): Option[] {
  return [
    new Option("--color", "use colour even where it is not a terminal"),
    new Option("--no-color", "use no colour"),
    new Option("--debug", "show more when something goes wrong"),
  ];
}
