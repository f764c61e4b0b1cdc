import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { CreeplintError } from "../errors.ts";
import { readText } from "../yaml/read-text.ts";
import type { Found } from "./parse-config.ts";

const NAMES = ["creeplint.yaml", "creeplint.yml", ".creeplint.yaml", ".creeplint.yml"];
const PACKAGE = "package.json";
const PACKAGE_KEY = "creeplint";

/**
 * The config in a folder, if there is one.
 * @param shown gives a path as messages show it
 * @throws CreeplintError E_CONFIG
 */
export async function findIn(
  folder: string,
  shown: (path: string) => string,
): Promise<Found | undefined> {
  const paths = [...NAMES, PACKAGE].map((name) => join(folder, name));
  const read = await Promise.all(paths.map((path) => readConfigFile(path, shown(path))));
  const found = read.filter((file) => file !== undefined);
  const [first, second] = found;
  if (first !== undefined && second !== undefined) {
    throw new CreeplintError(
      "E_CONFIG",
      `There is another config beside it: ${shown(second.path)}.`,
      {
        place: shown(first.path),
        hint: "Keep one of them.",
      },
    );
  }
  return first;
}

/**
 * Reads one file as config: YAML, or the key `creeplint` of a package.json.
 * @returns undefined where there is no file, or a package.json without the key
 * @throws CreeplintError E_CONFIG
 */
export async function readConfigFile(path: string, shown: string): Promise<Found | undefined> {
  const text = await readText(path, { shown, code: "E_CONFIG" });
  if (text === undefined) return undefined;
  const key = path.endsWith(PACKAGE) ? PACKAGE_KEY : undefined;
  if (key !== undefined && !text.includes(`"${key}"`)) return undefined;
  // Loaded only here, so that a project without a config never waits for the YAML parser.
  const { parseConfig } = await import("./parse-config.ts");
  return parseConfig({ path, shown, text, key });
}

/** The nearest folder upwards that holds `.git`, or undefined. */
export function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}
