import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { CreeplintError } from "../errors.ts";

const execute = promisify(execFile);
const LAST_BREAK = /\r?\n$/u;

/**
 * What a git command prints. No shell is in between.
 * @throws CreeplintError E_GIT
 */
export async function runGit(cwd: string, args: readonly string[]): Promise<Buffer> {
  try {
    const options = { cwd, encoding: "buffer", maxBuffer: Number.POSITIVE_INFINITY } as const;
    const { stdout } = await execute("git", ["--no-optional-locks", ...args], options);
    return stdout;
  } catch (cause) {
    throw failure(cause, cwd);
  }
}

/**
 * The top folder of the repository, by the same way as the working folder is named.
 * @throws CreeplintError E_GIT
 */
export async function repositoryRoot(cwd: string): Promise<string> {
  const up = await runGit(cwd, ["rev-parse", "--show-cdup"]);
  return resolve(cwd, up.toString("utf8").replace(LAST_BREAK, ""));
}

function failure(cause: unknown, cwd: string): CreeplintError {
  const { code, stderr } = cause as { code?: unknown; stderr?: Buffer };
  if (code === "ENOENT") {
    return new CreeplintError("E_GIT", "git is not installed, or the folder is gone.", {
      hint: "--staged and --since need git.",
      cause,
    });
  }
  const said = stderr?.toString("utf8").trim() ?? String(cause);
  if (said.includes("not a git repository") || said.includes("must be run in a work tree")) {
    const hint = "--staged and --since need one.";
    return new CreeplintError("E_GIT", `"${cwd}" is in no git repository.`, { hint, cause });
  }
  return new CreeplintError("E_GIT", `git says: ${said}`, { cause });
}
