import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { FileResult, RunResult } from "../model/result.ts";
import { diffRoot, diffTarget, pathFrom } from "./diff-target.ts";
import { rewriteFile } from "./output.ts";
import { visible } from "./visible.ts";

/**
 * A patch of the first suggestion of every finding, which `git apply` takes. Comment lines, which
 * it passes over, say what is left out and from where the paths count.
 * @param cwd absolute folder that the results' paths are relative to
 */
export function diffRun({ files }: RunResult, cwd: string): string {
  const changed = files.flatMap((file) => {
    const after = rewriteFile(file);
    return after === undefined ? [] : [{ file, after }];
  });
  const root = diffRoot(
    changed.map(({ file }) => file.path),
    cwd,
  );
  const patches = changed.map(({ file, after }) => patchOf(file, after, { root, cwd }));
  return [root === cwd ? "" : `# Apply this in ${visible(root)}\n`, ...patches].join("");
}

interface Folders {
  readonly root: string;
  readonly cwd: string;
}

function patchOf(file: FileResult, after: string, { root, cwd }: Folders): string {
  const target = diffTarget(file, cwd);
  const name = pathFrom(root, file.path, cwd);
  if (!target.isUtf8) return `# Left out, since it is not UTF-8: ${visible(name)}\n`;
  // Special characters in the name are quoted as git does.
  return createTwoFilesPatch(
    `a/${name}`,
    `b/${name}`,
    target.prefix + file.text,
    target.prefix + after,
    "",
    "",
    { headerOptions: FILE_HEADERS_ONLY },
  );
}
