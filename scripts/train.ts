/**
 * Learns rules/judgement.json from the labelled cases in fixtures/corpus.
 *   npm run train              writes the file
 *   npm run train -- --background FOLDER
 *                              learns anew what ordinary mail is like, from a folder of real mail;
 *                              without it, what was learned before is kept
 *   npm run train -- --check   holds out one trade after the other and prints what is found there
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { JudgementData } from "../src/model/judgement.ts";
import { loadRuleset } from "../src/ruleset/load.ts";
import { readBackground } from "./background.ts";
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
/** The same where weights only rank rules or set a low bar. */
const FAINTER = 0.08;
const NAME_FEATURES = /^(?:w|c|cb|pc|p|f|ff|nc|r|rf|os|ch|end):/u;

const ruleset = await loadRuleset([]);
const samples = await readSamples(resolve(ROOT, "fixtures/corpus"), ruleset);

const FILE = resolve(ROOT, "rules/judgement.json");
const { values } = parseArgs({
  options: { check: { type: "boolean" }, background: { type: "string" } },
});

if (values.check) {
  holdOutTrades(samples, (from) => ({ ...learn(from), ordinary: {} }));
} else {
  const learned = learn(samples);
  const ordinary =
    values.background === undefined
      ? (JSON.parse(readFileSync(FILE, "utf8")) as JudgementData).ordinary
      : await learnOrdinary(values.background, learned);
  writeFileSync(FILE, `${JSON.stringify({ ...learned, ordinary })}\n`);
}

/** Tells creepy sentences from those of real mail, nearly all of which are not. */
async function learnOrdinary(
  folder: string,
  { weights, around }: Learned,
): Promise<JudgementData["ordinary"]> {
  const sum = (names: readonly string[], from: Readonly<Record<string, number>>) =>
    names.reduce((total, name) => total + (Object.hasOwn(from, name) ? (from[name] ?? 0) : 0), 0);
  const background = await readBackground(
    folder,
    ruleset,
    (features, window) => (sum(features, weights) + sum(window, around)) / 2,
  );
  console.log(`${background.length} sentences of ordinary mail`);
  const all = [...samples.flatMap(({ sentences }) => sentences), ...background];
  return rounded(trainWeights(all, { l1: 3, l2: 1, epochs: 6, atLeast: 2 }), FAINTER);
}

type Learned = Omit<JudgementData, "ordinary">;

function learn(from: readonly Labelled[]): Learned {
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
    names[id] = rounded(trainWeights(own, { l1: 0.4, l2: 1, epochs: 6, atLeast: 3 }), FAINTER);
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
