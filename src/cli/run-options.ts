import type { RunOptions } from "../run.ts";
import type { LintFlags } from "./flags.ts";
import type { Io } from "./io.ts";
import { usage } from "./option-values.ts";

const STDIN = "-";

/**
 * What to run, from paths and flags.
 * @throws CreeplintError E_USAGE
 */
export async function runOptionsFor(
  paths: readonly string[],
  flags: LintFlags,
  io: Io,
): Promise<RunOptions> {
  const { config, ignorePattern, baseline, updateBaseline, staged, since } = flags;
  return {
    cwd: io.cwd,
    paths: paths.filter((path) => path !== STDIN),
    ...(config === undefined ? {} : { config }),
    flags: lintFlags(flags),
    ...(ignorePattern === undefined ? {} : { ignorePatterns: ignorePattern }),
    useIgnoreFiles: flags.ignore,
    ...(baseline === undefined ? {} : { baseline }),
    ...(updateBaseline === undefined ? {} : { updateBaseline }),
    ...(staged === undefined ? {} : { staged }),
    ...(since === undefined ? {} : { since }),
    ...(await stdinFor(paths, flags, io)),
  };
}

function lintFlags({ channel, kind, preset, rule, only, skip }: LintFlags): RunOptions["flags"] {
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(kind === undefined ? {} : { kind }),
    ...(preset === undefined ? {} : { preset }),
    ...(rule === undefined ? {} : { rules: rule }),
    ...(only === undefined ? {} : { only }),
    ...(skip === undefined ? {} : { skip }),
  };
}

async function stdinFor(
  paths: readonly string[],
  { stdinFilename, input, staged, since, updateBaseline }: LintFlags,
  io: Io,
): Promise<Partial<Pick<RunOptions, "stdin">>> {
  if (!paths.includes(STDIN)) {
    if (stdinFilename === undefined && input === undefined) return {};
    throw usage(
      `"${stdinFilename === undefined ? "--input" : "--stdin-filename"}" is about standard input.`,
      'Add "-" to read it.',
    );
  }
  if (staged === true || since !== undefined || updateBaseline === true) {
    throw usage("Standard input is no file that git or a baseline knows.", "Name files instead.");
  }
  if (paths.length > 1) throw usage('"-" cannot stand beside other paths.');
  const filename = stdinFilename === undefined ? {} : { filename: stdinFilename };
  return {
    stdin: { bytes: await io.stdin(), ...filename, ...(input === undefined ? {} : { input }) },
  };
}
