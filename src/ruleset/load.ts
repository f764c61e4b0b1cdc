import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { CreeplintError } from "../errors.ts";
import type { Ruleset } from "../model/rule.ts";
import { readText } from "../yaml/read-text.ts";
import type { RuleFile } from "./assemble.ts";

const YAML_FILE = /\.ya?ml$/u;
const MAX_DEPTH = 8;

let builtin: Promise<Ruleset> | undefined;

/**
 * The builtin rules and words, with the user's added.
 * @param rulePaths absolute paths of YAML files and folders
 * @param cwd the folder that places in messages are relative to
 * @throws CreeplintError E_RULE with a place
 */
export async function loadRuleset(
  rulePaths: readonly string[],
  cwd: string = process.cwd(),
): Promise<Ruleset> {
  builtin ??= import("./builtin.ts").then(({ readBuiltin }) => readBuiltin());
  const base = await builtin;
  if (rulePaths.length === 0) return base;
  const files = (await Promise.all(rulePaths.map((path) => readRuleFiles(path, cwd)))).flat();
  const { assemble } = await import("./assemble.ts");
  return assemble(unique(files), { base, minExamples: 1, compilesPatterns: true });
}

/**
 * The YAML files at an absolute path, file or folder, in the order of their names.
 * @throws CreeplintError E_RULE
 */
export async function readRuleFiles(path: string, cwd: string): Promise<readonly RuleFile[]> {
  const paths = await yamlFilesAt(path).catch((cause: unknown) => {
    throw new CreeplintError("E_RULE", `Cannot read the rules at ${shown(path, cwd)}.`, {
      hint: 'Check "rulePaths" in the config.',
      cause,
    });
  });
  const files = await Promise.all(
    paths.map(async (file) => {
      const name = shown(file, cwd);
      const text = await readText(file, { shown: name, code: "E_RULE" });
      return text === undefined ? [] : [{ path: name, text }];
    }),
  );
  return files.flat();
}

async function yamlFilesAt(path: string): Promise<readonly string[]> {
  return (await stat(path)).isDirectory() ? yamlFiles(path, MAX_DEPTH) : [path];
}

async function yamlFiles(folder: string, depth: number): Promise<string[]> {
  if (depth === 0) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const wanted = entries.filter(({ name }) => !name.startsWith(".") && name !== "node_modules");
  const found = await Promise.all(
    wanted.sort(byName).map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return yamlFiles(path, depth - 1);
      return entry.isFile() && YAML_FILE.test(entry.name) ? [path] : [];
    }),
  );
  return found.flat();
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

function shown(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return (near.startsWith("..") ? path : near).split(sep).join("/");
}

/** A file that is named twice, or named and also in a named folder, is read once. */
function unique(files: readonly RuleFile[]): readonly RuleFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
