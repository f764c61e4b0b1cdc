import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { runGit } from "../git/run-git.ts";
import type { NewFile } from "./new-file.ts";

const COMMAND = "npx --no-install creeplint --staged";

/** Every commit is looked at as it is staged. */
const SCRIPT = `#!/bin/sh
# Stops a commit that tells readers what you know about them.
exec ${COMMAND}
`;

const PRE_COMMIT = `  - repo: local
    hooks:
      - id: creeplint
        name: creeplint
        entry: ${COMMAND}
        language: system
        pass_filenames: false
`;

/** The hook that fits the folder; text where only the user can add it. */
export async function hookFor(cwd: string): Promise<NewFile | { readonly advice: string }> {
  if (existsSync(resolve(cwd, ".pre-commit-config.yaml"))) {
    return { advice: `Add this to .pre-commit-config.yaml, under "repos:":\n\n${PRE_COMMIT}` };
  }
  if (existsSync(resolve(cwd, ".husky"))) {
    return { path: ".husky/pre-commit", text: `${COMMAND}\n`, mode: 0o755 };
  }
  const hooks = await runGit(cwd, ["rev-parse", "--git-path", "hooks/pre-commit"]);
  return { path: hooks.toString("utf8").trimEnd(), text: SCRIPT, mode: 0o755 };
}
