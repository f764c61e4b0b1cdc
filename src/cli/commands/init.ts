import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import glob from "fast-glob";
import { CreeplintError } from "../../errors.ts";
import { supportedExtensions } from "../../lint.ts";
import type { InitFlags } from "../flags.ts";
import { configFor } from "../init-config.ts";
import type { Io } from "../io.ts";
import type { ExitCode } from "../main.ts";

const NAME = "creeplint.yaml";
const LEFT_OUT = ["**/node_modules/**", "**/vendor/**", "**/dist/**", "**/build/**"];
const MAX_DEPTH = 6;

/**
 * Writes a commented creeplint.yaml that fits the files of the working folder.
 * @throws CreeplintError E_WRITE where there is one already
 */
export async function init({ force }: InitFlags, io: Io): Promise<ExitCode> {
  const paths = await glob(`**/*{${supportedExtensions.join(",")}}`, {
    cwd: io.cwd,
    ignore: LEFT_OUT,
    deep: MAX_DEPTH,
    followSymbolicLinks: false,
    suppressErrors: true,
  });
  await write(configFor(paths.sort()), force === true, io);
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
