import { isScalar } from "yaml";
import { readYaml, type Value } from "../yaml/document.ts";
import { entries } from "../yaml/map.ts";

/** A config file, parsed but not checked. */
export interface Found {
  /** Absolute. */
  readonly path: string;
  readonly value: Value;
  /** Whether it says `root: true`. */
  readonly isRoot: boolean;
}

interface ConfigText {
  /** Absolute. */
  readonly path: string;
  /** As messages show it. */
  readonly shown: string;
  readonly text: string;
  /** The key of a larger file under which the config stands. */
  readonly key: string | undefined;
}

/**
 * Parses a config.
 * @returns undefined where the file lacks the key
 * @throws CreeplintError E_CONFIG
 */
export function parseConfig({ path, shown, text, key }: ConfigText): Found | undefined {
  const file = readYaml(text, { file: shown, code: "E_CONFIG" });
  const value = key === undefined ? file : valueAt(file, key);
  return value && { path, value, isRoot: saysRoot(value) };
}

function valueAt(value: Value, key: string): Value | undefined {
  return entries(value).find(([name]) => name === key)?.[2];
}

function saysRoot(value: Value): boolean {
  const { node } = valueAt(value, "root") ?? {};
  return isScalar(node) && node.value === true;
}
