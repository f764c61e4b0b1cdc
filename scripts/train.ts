/**
 * Learns rules/judgement.json from the labelled cases in fixtures/corpus.
 *   npm run train              writes the file
 *   npm run train -- --background FOLDER
 *                              learns anew what ordinary mail is like, from a folder of real mail;
 *                              without it, what was learned before is kept
 *   npm run train -- --check   holds out one trade after the other and prints what is found there
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { JudgementData } from "../src/model/judgement.ts";
import { loadRuleset } from "../src/ruleset/load.ts";
import { holdOutTrades } from "./hold-out.ts";
import { trainWeights } from "./logistic.ts";
import { type Labelled, readSamples } from "./samples.ts";

const ROOT = resolve(import.meta.dirname, "..");
const ACCEPT = 0.8;
const VETO = 0;
/** A rule is named by the model where at least so many cases teach it. */
const ENOUGH = 12;
/** Smaller weights change no verdict that matters. */
const FAINT = 0.03;
/** The names are ranked against each other: there smaller ones matter less. */
const FAINT_NAME = 0.08;
const NAME_FEATURES = /^(?:w|c|cb|pc|p|f|ff|nc|r|rf|os|ch|end):/u;

const ruleset = await loadRuleset([]);
const samples = await readSamples(resolve(ROOT, "fixtures/corpus"), ruleset);

if (process.argv.includes("--check")) holdOutTrades(samples, learn);
else writeFileSync(resolve(ROOT, "rules/judgement.json"), `${JSON.stringify(learn(samples))}\n`);

function learn(from: readonly Labelled[]): JudgementData {
  const options = { l1: 1.5, l2: 1, epochs: 6, atLeast: 2 };
  const weights = trainWeights(
    from.flatMap(({ sentences }) => sentences),
    options,
  );
  const around = trainWeights(
    from.map(({ flag, whole, importance }) => ({
      features: whole,
      positive: flag,
      weight: importance,
    })),
    options,
  );
  return {
    weights: rounded(weights),
    around: rounded(around),
    accept: ACCEPT,
    veto: VETO,
    names: learnNames(from),
  };
}

function learnNames(from: readonly Labelled[]): JudgementData["names"] {
  const positives = from.flatMap(({ rules, sentences }) =>
    rules.length === 0
      ? []
      : sentences
          .filter(({ positive }) => positive)
          .map(({ features }) => ({
            rules,
            features: features.filter((name) => name === "bias" || NAME_FEATURES.test(name)),
          })),
  );
  const names: Record<string, Record<string, number>> = {};
  for (const { id } of ruleset.rules) {
    const own = positives.map(({ rules, features }) => ({
      features,
      positive: rules.includes(id),
      weight: rules[0] === id ? 2 : 1,
    }));
    if (own.filter(({ positive }) => positive).length < ENOUGH) continue;
    if (id.startsWith("exposure/")) continue;
    names[id] = rounded(trainWeights(own, { l1: 0.4, l2: 1, epochs: 6, atLeast: 3 }), FAINT_NAME);
  }
  return names;
}

function rounded(weights: ReadonlyMap<string, number>, faint = FAINT): Record<string, number> {
  const pairs = [...weights].map(
    ([name, weight]) => [name, Math.round(weight * 100) / 100] as const,
  );
  return Object.fromEntries(
    pairs.filter(([, weight]) => Math.abs(weight) >= faint).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
