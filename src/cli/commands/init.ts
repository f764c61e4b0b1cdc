import { writeFile } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { repositoryOf } from "../../config/find.ts";
import { discover } from "../../discover/discover.ts";
import { CreeplintError } from "../../errors.ts";
import { supportedExtensions } from "../../lint.ts";
import { ARCHIVES } from "../../run/jobs.ts";
import type { InitFlags } from "../flags.ts";
import { configFor } from "../init-config.ts";
import type { Io } from "../io.ts";
import type { ExitCode } from "../main.ts";

const NAME = "creeplint.yaml";

/**
 * Writes a commented creeplint.yaml that fits the files of the working folder.
 * @throws CreeplintError E_WRITE where there is one already
 */
export async function init({ force }: InitFlags, io: Io): Promise<ExitCode> {
  // As lint finds them: a glob that fits no file would be warned about.
  const { files } = discover({
    paths: ["."],
    cwd: io.cwd,
    root: repositoryOf(io.cwd) ?? io.cwd,
    extensions: [...supportedExtensions, ...ARCHIVES],
    ignore: [],
    useIgnoreFiles: true,
  });
  const paths = files.map(({ path }) => relative(io.cwd, path).split(sep).join("/"));
  await write(configFor(paths), force === true, io);
  io.stdout(`Wrote ${NAME}. Now run: creeplint\n`);
  return 0;
}

async function write(text: string, isForced: boolean, io: Io): Promise<void> {
  try {
    await writeFile(resolve(io.cwd, NAME), text, { flag: isForced ? "w" : "wx" });
  } catch (cause) {
    const isThere = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    const message = isThere ? "This file is there already." : "The config cannot be written.";
    const hint = isThere ? { hint: "Use --force to overwrite it." } : {};
    throw new CreeplintError("E_WRITE", message, { place: NAME, cause, ...hint });
  }
}
