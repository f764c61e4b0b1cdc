import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { repositoryOf } from "../../config/find.ts";
import { discover } from "../../discover/discover.ts";
import { supportedExtensions } from "../../lint.ts";
import { visibleLine } from "../../report/visible.ts";
import { ARCHIVES } from "../../run/jobs.ts";
import type { InitFlags } from "../flags.ts";
import { ciFor } from "../init-ci.ts";
import { configFor } from "../init-config.ts";
import { hookFor } from "../init-hook.ts";
import type { Io } from "../io.ts";
import type { ExitCode } from "../main.ts";
import { type NewFile, writeNew } from "../new-file.ts";

const NAME = "creeplint.yaml";

/**
 * Writes a commented creeplint.yaml that fits the files of the working folder, and a git hook and a
 * CI job where they are asked for; beside them, a config that is there may stay.
 * @throws CreeplintError E_WRITE where a file is there already, E_GIT where there is no repository
 */
export async function init(flags: InitFlags, io: Io): Promise<ExitCode> {
  const { force = false, hook = false, ci = false } = flags;
  const isMore = hook || ci;
  if (!(isMore && existsSync(resolve(io.cwd, NAME)))) {
    const text = configFor(copyIn(io.cwd));
    await make({ path: NAME, text, next: "Now run: creeplint" }, force, io);
  }
  if (hook) {
    const made = await hookFor(io.cwd);
    if ("advice" in made) io.stdout(made.advice);
    else await make(made, force, io);
  }
  if (ci) await make(ciFor(io.cwd), force, io);
  return 0;
}

async function make(file: NewFile, isForced: boolean, io: Io): Promise<void> {
  await writeNew(file, io.cwd, isForced);
  const next = file.next === undefined ? "" : ` ${file.next}`;
  io.stdout(`Wrote ${visibleLine(file.path)}.${next}\n`);
}

/** What lint finds: a glob that fits no file would be warned about. */
function copyIn(cwd: string): readonly string[] {
  const { files } = discover({
    paths: ["."],
    cwd,
    root: repositoryOf(cwd) ?? cwd,
    extensions: [...supportedExtensions, ...ARCHIVES],
    ignore: [],
    useIgnoreFiles: true,
  });
  return files.map(({ path }) => relative(cwd, path).split(sep).join("/"));
}
