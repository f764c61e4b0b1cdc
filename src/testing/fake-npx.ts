import { chmodSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { createProject } from "./project.ts";

const BINARY = resolve(import.meta.dirname, "../../bin/creeplint.js");

/**
 * The environment with an `npx` that runs the built binary, whatever package it is told, and
 * writes its own arguments to `calls`.
 */
export function fakeNpx(env: Readonly<Record<string, string>> = {}) {
  const bin = createProject({
    npx: `#!/bin/sh
printf '%s\\n' "$@" > "$(dirname "$0")/calls"
while [ "$1" = --yes ] || [ "$1" = --no-install ]; do shift; done
shift
exec "${process.execPath}" "${BINARY}" "$@"
`,
  });
  chmodSync(bin.path("npx"), 0o755);
  const path = [bin.root, resolve(process.execPath, ".."), "/usr/bin", "/bin"].join(delimiter);
  return { env: { ...env, PATH: path }, calls: () => bin.read("calls").trimEnd().split("\n") };
}
