import { readFileSync } from "node:fs";
import { CreeplintError } from "../errors.ts";

/** Path, from the baseline's folder, to rule to fingerprints. */
export type Entries = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

const VERSION = 1;
const HINT = "Write it anew with --update-baseline.";

/**
 * Reads a baseline.
 * @param shown the path as messages show it
 * @returns undefined where there is no such file
 * @throws CreeplintError E_BASELINE
 */
export function readBaseline(path: string, shown: string): Entries | undefined {
  const text = textOf(path, shown);
  if (text === undefined) return undefined;
  const data = parsed(text);
  if (!isTable(data) || !isTable(data.findings)) throw broken(shown);
  if (data.version !== VERSION) {
    const hint = "Use the creeplint that wrote it, or write it anew with --update-baseline.";
    const message = "The baseline was written by another version of creeplint.";
    throw new CreeplintError("E_BASELINE", message, { place: shown, hint });
  }
  return new Map(
    Object.entries(data.findings).map(([file, rules]) => [file, rulesOf(rules, shown)]),
  );
}

/** A baseline as text: sorted, a line a finding, so that merges are easy. */
export function baselineText(entries: Entries): string {
  const findings = sorted(entries).map(([file, rules]) => [
    file,
    Object.fromEntries(sorted(rules).map(([rule, names]) => [rule, [...names].sort()])),
  ]);
  const data = { version: VERSION, findings: Object.fromEntries(findings) };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].filter(([, value]) => !isEmpty(value)).sort(([a], [b]) => (a < b ? -1 : 1));
}

function isEmpty(value: unknown): boolean {
  return (value instanceof Map || value instanceof Set) && value.size === 0;
}

function textOf(path: string, shown: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    const message = "The baseline cannot be read.";
    throw new CreeplintError("E_BASELINE", message, { place: shown, cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rulesOf(rules: unknown, shown: string): ReadonlyMap<string, ReadonlySet<string>> {
  if (!isTable(rules)) throw broken(shown);
  return new Map(
    Object.entries(rules).map(([rule, names]) => {
      if (!isTexts(names)) throw broken(shown);
      return [rule, new Set(names)];
    }),
  );
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function broken(shown: string): CreeplintError {
  return new CreeplintError("E_BASELINE", "This is no baseline.", { place: shown, hint: HINT });
}
