import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Command, CommanderError, Option } from "commander";
import { CHANNELS, KINDS } from "../model/message.ts";
import { didYouMean, nearest } from "../text/nearest.ts";
import { VERSION } from "../version.ts";
import type { CommonFlags, ContextFlags, FormatFlag, InitFlags, TestFlags } from "./flags.ts";
import {
  EXPLAIN_HELP,
  INIT_HELP,
  MAIN_HELP,
  PARSE_HELP,
  RULES_HELP,
  SUPPRESSIONS_HELP,
  TEST_RULES_HELP,
} from "./help.ts";
import type { Io } from "./io.ts";
import { addLintCommand } from "./lint-command.ts";
import type { ExitCode } from "./main.ts";
import { oneOf, usage } from "./option-values.ts";

const BARE_WORD = /^[a-z][a-z-]*$/u;
const HELP = "help";
const PREFIX = /^error: /u;
const BREAKS = /\s*\n\s*/gu;

/**
 * Reads the command line and runs its command. Commands are loaded only when they run.
 * @throws CreeplintError E_USAGE
 */
export async function runProgram(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(io, (result) => {
    code = result;
  });
  refuseMistypedCommand(argv[0], program, io);
  try {
    await program.parseAsync(askedForHelp(argv, program) ?? [...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usageOf(error);
  }
  return code;
}

/** Also read by the test that compares docs/cli.md with the options. */
export function createProgram(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command("creeplint")
    .description("Finds marketing copy that tells readers what you know about them.")
    .usage("[command] [files and folders…]")
    .version(VERSION, "--version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand(false)
    .addHelpText("after", MAIN_HELP)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout(text),
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => io.width,
    });
  addLintCommand(program, io, done);
  addReadingCommands(program, io, done);
  addSuppressions(program, io, done);
  addWritingCommands(program, io, done);
  return program;
}

function addReadingCommands(program: Command, io: Io, done: (code: ExitCode) => void): void {
  common(program.command("explain <rule>"))
    .description("Show why a rule exists, with creepy and fine lines")
    .addHelpText("after", EXPLAIN_HELP)
    .action(async (rule: string, flags: CommonFlags) => {
      const { explain } = await import("./commands/explain.ts");
      done(await explain(rule, flags, io));
    });
  common(program.command("rules"))
    .description("List every rule")
    .addOption(tableOrJson())
    .addHelpText("after", RULES_HELP)
    .action(async (flags: CommonFlags & FormatFlag) => {
      const { listRules } = await import("./commands/rules.ts");
      done(await listRules(flags, io));
    });
  common(program.command("parse <file>"))
    .description("Show what creeplint reads in a file: segments, merge tags, sentences")
    .addOption(
      new Option("--channel <channel>", "as in lint").argParser(oneOf("channel", CHANNELS)),
    )
    .addOption(new Option("--kind <kind>", "as in lint").argParser(oneOf("kind", KINDS)))
    .addOption(tableOrJson())
    .addHelpText("after", PARSE_HELP)
    .action(async (file: string, flags: CommonFlags & ContextFlags & FormatFlag) => {
      const { parseCommand } = await import("./commands/parse.ts");
      done(await parseCommand(file, flags, io));
    });
}

function addSuppressions(program: Command, io: Io, done: (code: ExitCode) => void): void {
  common(program.command("suppressions [paths...]"))
    .description("List every suppression with its reason and its end")
    .addOption(tableOrJson())
    .addHelpText("after", SUPPRESSIONS_HELP)
    .action(async (paths: string[], flags: CommonFlags & FormatFlag) => {
      const { listSuppressions } = await import("./commands/suppressions.ts");
      done(await listSuppressions(paths, flags, io));
    });
}

function addWritingCommands(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command("init")
    .description("Write a creeplint.yaml that fits this folder")
    .option("--hook", "also write a git hook that looks at what is committed")
    .option("--ci", "also write a job for GitHub Actions or GitLab CI")
    .option("--force", "overwrite files that are there")
    .option("--debug", "show more when something goes wrong")
    .helpOption("-h, --help", "show this help")
    .addHelpText("after", INIT_HELP)
    .action(async (flags: InitFlags) => {
      const { init } = await import("./commands/init.ts");
      done(await init(flags, io));
    });
  common(program.command("test-rules [paths...]"))
    .description("Run the examples inside rule files")
    .option("--coverage", "also list what no example needs")
    .addHelpText("after", TEST_RULES_HELP)
    .action(async (paths: string[], flags: CommonFlags & TestFlags) => {
      const { testRules } = await import("./commands/test-rules.ts");
      done(await testRules(paths, flags, io));
    });
}

function common(command: Command): Command {
  return command
    .option("--config <file>", "use this config")
    .option("--no-config", "use no config")
    .option("--color", "use colour even where it is not a terminal")
    .option("--no-color", "use no colour")
    .option("--debug", "show more when something goes wrong")
    .helpOption("-h, --help", "show this help");
}

function tableOrJson(): Option {
  return new Option("--format <name>", "table or json")
    .argParser(oneOf("format", ["table", "json"]))
    .default("table");
}

/** `creeplint help explain` is `creeplint explain --help`; undefined where no help is asked for. */
function askedForHelp([first, ...rest]: readonly string[], program: Command): string[] | undefined {
  if (first !== HELP) return undefined;
  const topic = rest.find((word) => !word.startsWith("-"));
  if (topic === undefined || topic === HELP) return ["--help"];
  const names = program.commands.map((command) => command.name());
  if (names.includes(topic)) return [topic, "--help"];
  throw usage(`Unknown command "${topic}".`, didYouMean(topic, names));
}

/** `creeplint explian x` would otherwise look for a file of that name. */
function refuseMistypedCommand(word: string | undefined, program: Command, io: Io): void {
  const names = [...program.commands.map((command) => command.name()), HELP];
  if (word === undefined || !BARE_WORD.test(word) || names.includes(word)) return;
  const guess = nearest(word, names);
  if (guess === undefined || existsSync(resolve(io.cwd, word))) return;
  throw usage(`Unknown command "${word}".`, `Did you mean "${guess}"?`);
}

function usageOf({ message }: CommanderError) {
  const text = message.replace(PREFIX, "").replace(BREAKS, ". ").trim();
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return usage(sentence.replace(". (Did you mean ", ". Did you mean ").replace("?)", "?"));
}
