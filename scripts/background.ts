import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { loadConfig } from "../src/config/load.ts";
import { settingsFor } from "../src/config/settings.ts";
import { featuresOf, namesOf, windowsOf, withNeighbours } from "../src/judge/features.ts";
import { inspectSource } from "../src/lint.ts";
import { match } from "../src/match/match.ts";
import type { ReadSegment } from "../src/model/match.ts";
import type { Message } from "../src/model/message.ts";
import type { Ruleset } from "../src/model/rule.ts";
import { decode } from "../src/read/decode.ts";
import type { Sample } from "./logistic.ts";

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
  for (const file of readdirSync(folder).sort()) {
    const decoded = decode(readFileSync(resolve(folder, file)));
    if (decoded === undefined) continue;
    const settings = settingsFor(await loadConfig({ cwd: folder, file: false }), file);
    const context = { ruleset, settings, today: "" };
    for (const { message, parts } of await inspectSource({ path: file, ...decoded }, context)) {
      const read = parts.map((part) => ({ part: 0, ...part }));
      samples.push(...samplesOf(message, read, { ruleset, oddsOf }));
    }
  }
  return samples;
}

interface Mining {
  readonly ruleset: Ruleset;
  readonly oddsOf: Odds;
}

function samplesOf(
  message: Message,
  segments: readonly ReadSegment[],
  { ruleset, oddsOf }: Mining,
): readonly Sample[] {
  const matches = match(message, segments, ruleset.rules).filter(({ fields }) => !fields.length);
  return segments.flatMap(({ segment, sentences }) => {
    const own = sentences.map((sentence) =>
      featuresOf(sentence, {
        message,
        segment,
        matches: matches.filter((each) => each.sentence === sentence),
      }),
    );
    const windows = windowsOf(own);
    return withNeighbours(own).flatMap((list, index) => {
      const features = namesOf([list]);
      const odds = oddsOf(features, windows[index] ?? []);
      const teaches = odds > FLOOR && odds < CEILING;
      return teaches ? [{ features, positive: false, weight: 1 }] : [];
    });
  });
}
