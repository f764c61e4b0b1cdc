import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { isScalar } from "yaml";
import { CreeplintError } from "../errors.ts";
import { fail, readYaml, type Value } from "../yaml/document.ts";
import { entries } from "../yaml/map.ts";
import { readText } from "../yaml/read-text.ts";

const NAMES = ["creeplint.yaml", "creeplint.yml", ".creeplint.yaml", ".creeplint.yml"];
const PACKAGE = "package.json";
const PACKAGE_KEY = "creeplint";

/** A config file, parsed but not checked. */
export interface Found {
  /** Absolute. */
  readonly path: string;
  readonly value: Value;
}

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
  const file = { file: shown, code: "E_CONFIG" } as const;
  if (!path.endsWith(PACKAGE)) return { path, value: readYaml(text, file) };
  if (!text.includes(`"${PACKAGE_KEY}"`)) return undefined;
  const value = readYaml(text, file);
  const [, , inner] = entries(value).find(([name]) => name === PACKAGE_KEY) ?? [];
  return inner && { path, value: inner };
}

/** Whether a config says `root: true`. */
export function isRoot({ value }: Found): boolean {
  return entries(value).some(
    ([name, , { node }]) => name === "root" && isScalar(node) && node.value === true,
  );
}

/** The nearest folder upwards that holds `.git`, or undefined. */
export function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}

/** Stops because a named config is not there. */
export function missingConfig(name: string, at?: Value): never {
  const message = `There is no config at "${name}".`;
  if (at !== undefined) return fail(at, message);
  throw new CreeplintError("E_CONFIG", message);
}
