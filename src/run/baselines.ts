import { dirname, resolve } from "node:path";
import type { BaselineUpdate, FileResult } from "../model/result.ts";
import { count } from "../text/count.ts";
import { type Baseline, openBaseline } from "./baseline.ts";
import type { Contexts } from "./context.ts";
import { noResult } from "./failed.ts";
import { showPath } from "./jobs.ts";
import type { RunOptions } from "./options.ts";

/** The baselines of a run: each file has that of its config, unless one is named. */
export interface Baselines {
  /** True for a baseline itself, which holds no copy. */
  readonly isOne: (path: string) => boolean;
  /** @throws CreeplintError E_CONFIG, E_BASELINE */
  readonly apply: (file: FileResult, path: string) => Promise<FileResult>;
  /** A result for each baseline that lists what is not there any more. */
  readonly stale: () => readonly FileResult[];
  readonly updates: () => readonly BaselineUpdate[];
}

/** @throws CreeplintError E_CONFIG, E_BASELINE */
export async function openBaselines(options: RunOptions, contexts: Contexts): Promise<Baselines> {
  const { cwd, updateBaseline: isUpdate = false } = options;
  const opened = new Map<string, Baseline>();
  const open = (path: string): Baseline => {
    const known = opened.get(path);
    if (known !== undefined) return known;
    const baseline = openBaseline({ path, shown: showPath(path, cwd), isUpdate });
    opened.set(path, baseline);
    return baseline;
  };
  const pathFor = async (folder: string): Promise<string | undefined> => {
    if (options.baseline === false) return undefined;
    if (options.baseline !== undefined) return resolve(cwd, options.baseline);
    return (await contexts.configOf(folder)).baseline;
  };
  // One that is named has to be there, and is written, even where there is nothing to lint.
  const own = await pathFor(cwd);
  if (own !== undefined) open(own);
  return {
    isOne: (path) => opened.has(path),
    apply: async (file, path) => {
      const named = await pathFor(dirname(path));
      return named === undefined ? file : open(named).apply(file, path);
    },
    stale: () =>
      isUpdate || !seesAll(options)
        ? []
        : Array.from(opened, ([path, baseline]) =>
            staleResult(showPath(path, cwd), baseline.stale()),
          ).flat(),
    updates: () => (isUpdate ? [...opened.values()].map((baseline) => baseline.update()) : []),
  };
}

/** False where rules, settings or text are not those that the baseline was written with. */
function seesAll({ flags, stdin }: RunOptions): boolean {
  return stdin === undefined && Object.keys(flags).length === 0;
}

function staleResult(shown: string, stale: number): readonly FileResult[] {
  if (stale === 0) return [];
  const message = `${count(stale, "entry", "entries")} of the baseline ${stale === 1 ? "is" : "are"} no longer needed.`;
  const hint = "Run the same with --update-baseline.";
  return [
    { ...noResult(shown), notices: [{ level: "warning", code: "baseline-stale", message, hint }] },
  ];
}
