import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { loadConfig } from "../src/config/load.ts";
import { settingsFor } from "../src/config/settings.ts";
import { inspectSource } from "../src/lint.ts";
import type { Ruleset } from "../src/model/rule.ts";
import { decode } from "../src/read/decode.ts";
import type { Sample } from "./logistic.ts";
import { readFeatures } from "./samples.ts";

/** The log odds of a sentence, from its features and from those of its window. */
export type Odds = (features: readonly string[], window: readonly string[]) => number;

/**
 * Between these log odds a sentence of real mail teaches something: below, it is known to be
 * ordinary; above, it may well be creepy, for nobody has labelled it.
 */
const FLOOR = -2;
const CEILING = 4;

/** The sentences of all files in a folder of real mail that could be taken for creepy. */
export async function readBackground(
  folder: string,
  ruleset: Ruleset,
  oddsOf: Odds,
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  const config = await loadConfig({ cwd: folder, file: false });
  for (const file of readdirSync(folder).sort()) {
    const decoded = decode(readFileSync(resolve(folder, file)));
    if (decoded === undefined) continue;
    const context = { ruleset, settings: settingsFor(config, file), today: "" };
    for (const { message, parts } of await inspectSource({ path: file, ...decoded }, context)) {
      const read = parts.map((part) => ({ part: 0, ...part }));
      for (const { features, window } of readFeatures(message, read, ruleset)) {
        const odds = oddsOf(features, window);
        if (odds > FLOOR && odds < CEILING) samples.push({ features, positive: false, weight: 1 });
      }
    }
  }
  return samples;
}
