import { existsSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { CreeplintError } from "../errors.ts";
import type { Finding } from "../model/finding.ts";
import type { BaselineUpdate, FileResult } from "../model/result.ts";
import { createFingerprints } from "../text/fingerprint.ts";
import { setAside } from "../weigh/set-aside.ts";
import { baselineText, type Entries, readBaseline } from "./baseline-file.ts";

/** One baseline during a run. */
export interface Baseline {
  /** Silences what the baseline lists; while it is written anew, everything. */
  readonly apply: (file: FileResult, path: string) => FileResult;
  /** How many entries nothing needs any more, of the files that were linted or are gone. */
  readonly stale: () => number;
  readonly update: () => BaselineUpdate;
}

interface OpenOptions {
  /** Absolute. */
  readonly path: string;
  readonly shown: string;
  /** It is being written: it need not be there, and everything found belongs in it. */
  readonly isUpdate: boolean;
}

const REASON = "It was there before the baseline was written.";

/** @throws CreeplintError E_BASELINE */
export function openBaseline({ path, shown, isUpdate }: OpenOptions): Baseline {
  const known = readBaseline(path, shown);
  if (known === undefined && !isUpdate) {
    throw new CreeplintError("E_BASELINE", "There is no such baseline.", {
      place: shown,
      hint: "Write it with --update-baseline.",
    });
  }
  const before: Entries = known ?? new Map();
  const nameOf = createFingerprints();
  const folder = dirname(path);
  const now = new Map<string, Map<string, Set<string>>>();
  const isListed = (file: string, finding: Finding) => {
    const name = nameOf(file, finding);
    const isKnown = before.get(file)?.get(finding.rule)?.has(name) === true;
    if (isKnown || isUpdate) add(now, [file, finding.rule, name]);
    return isKnown || isUpdate;
  };
  return {
    apply: (result, at) => {
      const file = relative(folder, at).split(sep).join("/");
      // From here on what is not found again is not there any more.
      if (!now.has(file)) now.set(file, new Map());
      return setAside(result, (finding) =>
        isListed(file, finding) ? { by: "baseline", reason: REASON } : "keep",
      );
    },
    stale: () => namesOf(before) - namesOf(stillNeeded(before, now, folder)),
    update: () => {
      const after = new Map([...stillNeeded(before, now, folder), ...now]);
      const kept = namesOf(stillNeeded(before, now, folder));
      const total = namesOf(after);
      const removed = namesOf(before) - kept;
      return { path, shown, text: baselineText(after), total, added: total - kept, removed };
    },
  };
}

function add(
  entries: Map<string, Map<string, Set<string>>>,
  [file, rule, name]: readonly [string, string, string],
): void {
  const rules = entries.get(file) ?? new Map<string, Set<string>>();
  const names = rules.get(rule) ?? new Set<string>();
  entries.set(file, rules.set(rule, names.add(name)));
}

/** The entries that were found again, and those of files that are there and were not linted. */
function stillNeeded(before: Entries, now: Entries, folder: string): Entries {
  return new Map(
    [...before].flatMap(([file, rules]): [string, ReadonlyMap<string, ReadonlySet<string>>][] => {
      const found = now.get(file);
      if (found === undefined) return existsSync(resolve(folder, file)) ? [[file, rules]] : [];
      return [
        [file, new Map([...rules].map(([rule, names]) => [rule, both(names, found.get(rule))]))],
      ];
    }),
  );
}

function both(names: ReadonlySet<string>, found: ReadonlySet<string> = new Set()): Set<string> {
  return new Set([...names].filter((name) => found.has(name)));
}

function namesOf(entries: Entries): number {
  return [...entries.values()]
    .flatMap((rules) => [...rules.values()])
    .reduce((sum, names) => sum + names.size, 0);
}
