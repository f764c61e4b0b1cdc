/** The library: the same engine and the same findings as on the command line. */
import type { FileResult } from "./model/result.ts";
import { type RunOptions, run } from "./run.ts";

export { CreeplintError } from "./errors.ts";
export type { Finding, Suggestion } from "./model/finding.ts";
export type { FileResult, RunResult, Score } from "./model/result.ts";
export type { RunOptions } from "./run.ts";

export interface LintTextOptions {
  /** Decides the format by its ending, and the config's overrides by its place. */
  readonly filename?: string;
  /** Where configs are looked for; the working folder by default. */
  readonly cwd?: string;
  /** A config file, or false for none; by default the nearest one is found. */
  readonly config?: string | false;
  readonly flags?: RunOptions["flags"];
}

/**
 * Lints one text.
 * @throws CreeplintError where the config or the flags are wrong
 */
export async function lintText(text: string, options: LintTextOptions = {}): Promise<FileResult> {
  const { filename, cwd = process.cwd(), config, flags = {} } = options;
  const { files } = await run({
    cwd,
    paths: [],
    ...(config === undefined ? {} : { config }),
    flags,
    stdin: {
      bytes: new TextEncoder().encode(text),
      ...(filename === undefined ? {} : { filename }),
    },
  });
  const [file] = files;
  // A text in a folder that the config ignores has nothing to say.
  return file ?? { ...NOTHING, path: filename ?? "", text };
}

const NOTHING = {
  encoding: "utf-8",
  bom: false,
  messages: [],
  directives: [],
  notices: [],
  score: { value: 0, band: "stranger" },
} as const;

/**
 * Lints files, folders and globs; what cannot be read is a result with a notice.
 * @throws CreeplintError where the config or the flags are wrong
 */
export const lintFiles = (options: RunOptions) => run(options);
