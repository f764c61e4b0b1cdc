import { join } from "node:path";
import { CreeplintError } from "../errors.ts";
import { type LineRange, parseDiff } from "./parse-diff.ts";
import { repositoryRoot, runGit } from "./run-git.ts";

/** What a change touches, by absolute path. */
export interface Changes {
  /** Undefined for a file that did not change. */
  readonly ofFile: (path: string) => Change | undefined;
}

export interface Change {
  /** The name of the blob in the index, where the change is what is staged. */
  readonly blob?: string;
  /** The lines that are new or changed. Undefined: all of them count. */
  readonly lines: readonly LineRange[] | undefined;
}

interface Wanted {
  readonly cwd: string;
  /** What is in the index, rather than on disk. */
  readonly staged: boolean;
  /** The commit from whose branching point on lines count; else whole files count. */
  readonly since?: string;
}

const DIFF = [
  "diff",
  "--raw",
  "-z",
  "-p",
  "-U0",
  "--inter-hunk-context=0",
  "--find-renames",
  "--diff-filter=AMR",
  "--no-abbrev",
  "--no-ext-diff",
  "--no-textconv",
  "--no-color",
  "--no-relative",
  "--ignore-submodules",
  "--text",
] as const;

/**
 * The files that changed: those in the index, those since a commit, or both.
 * @throws CreeplintError E_GIT
 */
export async function changesIn({ cwd, staged, since }: Wanted): Promise<Changes> {
  const root = await repositoryRoot(cwd);
  const base = since === undefined ? [] : [await branchingPoint(cwd, since)];
  const cached = staged ? ["--cached"] : [];
  const output = await runGit(cwd, [...DIFF, ...cached, ...base, "--"]);
  const changes = new Map<string, Change>();
  for (const { path, mode, blob, lines } of parseDiff(output)) {
    if (!REGULAR_FILE.test(mode)) continue;
    const counted = since === undefined ? undefined : lines;
    changes.set(join(root, path), { lines: counted, ...(staged && { blob }) });
  }
  if (!staged) for (const path of await untracked(root)) changes.set(path, { lines: undefined });
  return { ofFile: (path) => changes.get(path) };
}

const REGULAR_FILE = /^100/u;

/**
 * The bytes of a blob.
 * @throws CreeplintError E_GIT
 */
export async function readBlob(cwd: string, blob: string): Promise<Uint8Array> {
  return await runGit(cwd, ["cat-file", "blob", blob]);
}

/** New files that git does not know yet count as a whole. */
async function untracked(root: string): Promise<readonly string[]> {
  const output = await runGit(root, ["ls-files", "--others", "--exclude-standard", "-z"]);
  const names = output.toString("utf8").split("\0");
  return names.filter((name) => name !== "").map((name) => join(root, name));
}

/** Where the work on top of a commit began, so that what others did there meanwhile is left out. */
async function branchingPoint(cwd: string, since: string): Promise<string> {
  const commit = await commitOf(cwd, since);
  try {
    return (await runGit(cwd, ["merge-base", commit, "HEAD"])).toString("utf8").trim();
  } catch (cause) {
    throw new CreeplintError("E_GIT", `"${since}" and HEAD have no commit in common here.`, {
      hint: 'A shallow clone lacks it: fetch more history ("fetch-depth: 0" in GitHub Actions).',
      cause,
    });
  }
}

async function commitOf(cwd: string, since: string): Promise<string> {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${since}^{commit}`];
  try {
    return (await runGit(cwd, args)).toString("utf8").trim();
  } catch (cause) {
    if (cause instanceof CreeplintError && !cause.message.startsWith("git says")) throw cause;
    throw new CreeplintError("E_GIT", `git knows no commit "${since}".`, {
      hint: "Name a branch, a tag or a commit; in CI it may have to be fetched first.",
      cause,
    });
  }
}
