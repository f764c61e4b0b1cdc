import { paintDiff } from "../diff-file.ts";
import { diffRun } from "../diff-run.ts";
import type { Reporter } from "../reporter.ts";

/** A unified diff of the first suggestion of every finding; without colour, `git apply` takes it. */
export const diff: Reporter = (result, { paint }) => {
  const patch = diffRun(result);
  return paint.level === 0 ? patch : paintDiff(patch, paint);
};
