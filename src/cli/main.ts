import { describeFailure } from "./failure.ts";
import { type Io, systemIo } from "./io.ts";
import { runProgram } from "./program.ts";

/** 0: nothing found; 1: findings; 2: trouble. */
export type ExitCode = 0 | 1 | 2;

/** Runs one command line (without `node` and the script) and never throws. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await runProgram(argv, io);
  } catch (error) {
    io.stderr(describeFailure(error, { debug: argv.includes("--debug") }));
    return 2;
  }
}

/** Runs the command line of this process. */
export async function start(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), systemIo());
}
