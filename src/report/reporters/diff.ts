import { diffFile, paintDiff } from "../diff-file.ts";
import type { Reporter } from "../reporter.ts";

/** A unified diff of the first suggestion of every finding; without colour, `git apply` takes it. */
export const diff: Reporter = (result, { paint }) => {
  const patch = result.files.map(diffFile).join("");
  return paint.level === 0 ? patch : paintDiff(patch, paint);
};
