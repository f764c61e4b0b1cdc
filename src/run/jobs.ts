import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { LoadedConfig } from "../config/merge.ts";
import { matchesGlob } from "../config/settings.ts";
import { type Discovery, discover } from "../discover/discover.ts";
import { type Ignored, ignoredBy } from "../discover/ignored.ts";
import { supportedExtensions } from "../lint.ts";
import type { Notice } from "../model/notice.ts";
import type { Contexts } from "./context.ts";
import type { RunOptions } from "./options.ts";

/** A file to lint, or trouble with a path, as the user sees it. */
export type Job =
  | {
      readonly shown: string;
      readonly path: string;
      /** Found in a folder or by a glob. */
      readonly found: boolean;
    }
  | { readonly shown: string; readonly notices: readonly Notice[] };

export const ARCHIVES = [".jsonl", ".ndjson", ".mbox", ".mbx"] as const;

/** What a run lints, in order. @throws CreeplintError E_CONFIG */
export async function findJobs(options: RunOptions, contexts: Contexts): Promise<readonly Job[]> {
  const { cwd, paths, ignorePatterns = [], useIgnoreFiles = true } = options;
  const base = await contexts.configOf(cwd);
  const own = { folder: cwd, patterns: ignorePatterns };
  const configured = { folder: base.root, patterns: useIgnoreFiles ? base.ignore : [] };
  const isDefault = paths.length === 0;
  const globs = isDefault && base.files.length > 0 ? base.files : undefined;
  const discovery = discover({
    paths: globs ?? (isDefault ? ["."] : paths),
    cwd: globs ? base.root : cwd,
    root: base.root,
    extensions: [...supportedExtensions, ...ARCHIVES],
    ignore: [own, configured],
    useIgnoreFiles,
  });
  const files = useIgnoreFiles ? await keepUnignored(discovery, base, contexts) : discovery.files;
  const jobs: Job[] = files.map(({ path, named }) => ({
    path,
    shown: showPath(path, cwd),
    found: !named,
  }));
  const trouble = isDefault ? unmatched(base, discovery) : missing(discovery);
  return [...jobs, ...trouble].sort((a, b) => compare(a.shown, b.shown));
}

/** Configs of inner folders ignore files of their own. */
async function keepUnignored(
  { files }: Discovery,
  base: LoadedConfig,
  { configOf }: Contexts,
): Promise<Discovery["files"]> {
  const matchers = new Map<LoadedConfig, Ignored>();
  const kept: Discovery["files"][number][] = [];
  for (const file of files) {
    const config = await configOf(dirname(file.path));
    const ignored = matchers.get(config) ?? ignoredIn(config);
    matchers.set(config, ignored);
    if (config === base || !ignored(file.path, false)) kept.push(file);
  }
  return kept;
}

function ignoredIn({ root, ignore }: LoadedConfig): Ignored {
  if (ignore.length === 0) return () => false;
  return ignoredBy({ root, useFiles: false, patterns: [{ folder: root, patterns: ignore }] });
}

function missing({ problems }: Discovery): readonly Job[] {
  return problems.map(({ path, message }) => ({
    shown: path.split(sep).join("/"),
    notices: [{ level: "error", code: "E_PATH", message }],
  }));
}

/** Globs of configs that fit no file: most likely slips. One job for each config. */
function unmatched(base: LoadedConfig, { files }: Discovery): readonly Job[] {
  const names = files.map(({ path }) => relative(base.root, path).split(sep).join("/"));
  const notices = new Map<string, Notice[]>();
  for (const { text, place } of [...base.globs.files, ...base.globs.overrides]) {
    if (text.startsWith("!") || names.some((name) => matchesGlob(text, name))) continue;
    const [, shown = place, line] = PLACE.exec(place) ?? [];
    const message = `The glob "${text}" in line ${line} matches no file.`;
    const others = notices.get(shown) ?? [];
    notices.set(shown, [...others, { level: "warning", code: "E_CONFIG", message }]);
  }
  return Array.from(notices, ([shown, found]) => ({ shown, notices: found }));
}

const PLACE = /^(.*):(\d+):\d+$/u;

/** A path as messages show it: relative to the working folder where it lies inside. */
export function showPath(path: string, cwd: string): string {
  const way = relative(resolve(cwd), path);
  const isInside = way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  return (isInside ? way : path).split(sep).join("/");
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
