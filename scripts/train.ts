/**
 * Learns rules/judgement.json from the labelled cases in fixtures/corpus.
 *   npm run train              writes the file
 *   npm run train -- --check   holds out one trade after the other and prints what is found there
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { createAnalyzer } from "../src/analyze/analyze.ts";
import { featuresOf, withNeighbours } from "../src/judge/features.ts";
import { match } from "../src/match/match.ts";
import type { Judgement } from "../src/model/judgement.ts";
import type { ReadSegment } from "../src/model/match.ts";
import type { Channel, Kind } from "../src/model/message.ts";
import type { Ruleset } from "../src/model/rule.ts";
import { parse } from "../src/parse/parse.ts";
import { type Case, RULE_FILES, readCases, readRuleExamples } from "./corpus.ts";
import { type Sample, trainWeights } from "./logistic.ts";

const ROOT = resolve(import.meta.dirname, "..");
const CORPUS = resolve(ROOT, "fixtures/corpus");
/** Never learned from: for measuring. */
const HELD_OUT = /^(?:dev|blind)/u;
const ARCHIVE = { id: "id", channel: "channel", kind: "kind", text: ["text"] };
const ACCEPT = 0.9;
const VETO = 0;
/** A rule is named by the model where at least so many cases teach it. */
const ENOUGH = 12;
/** Smaller weights change no verdict that matters. */
const FAINT = 0.03;
const NAME_FEATURES = /^(?:w|c|cb|pc|p|f|ff|nc|r|rf|os|ch|end):/u;

const ruleset = JSON.parse(
  readFileSync(resolve(ROOT, "src/ruleset/compiled.json"), "utf8"),
) as Ruleset;
const analyzer = await createAnalyzer(ruleset.lexicon);

interface Labelled extends Sample {
  readonly file: string;
  readonly id: string;
  readonly flag: boolean;
  readonly rules: readonly string[];
}

const files = readdirSync(CORPUS)
  .filter((name) => !HELD_OUT.test(name))
  .sort();
const cases = [
  ...files.flatMap((name) => readCases(resolve(CORPUS, name))),
  ...readRuleExamples(ruleset),
];
const samples = cases.flatMap(toSamples);

if (process.argv.includes("--check")) check();
else writeFileSync(resolve(ROOT, "rules/judgement.json"), `${JSON.stringify(learn(samples))}\n`);

/** Each sentence of a case is a sample; it is creepy where it shares words with the label's span. */
function toSamples(one: Case): readonly Labelled[] {
  if (one.flag === null) return [];
  const flag = one.flag;
  const { messages } = parse(
    { path: one.file, text: JSON.stringify({ text: one.text }), encoding: "utf-8", bom: false },
    {
      channel: one.channel as Channel,
      kind: one.kind as Kind,
      fields: {},
      archive: ARCHIVE,
      lexicon: ruleset.lexicon,
      format: "record",
      line: 1,
    },
  );
  const found = messages.flatMap((message) => {
    const segments: readonly ReadSegment[] = message.parts.flatMap(({ segments: list }, part) =>
      list.map((segment) => ({ part, segment, sentences: analyzer(segment) })),
    );
    const matches = match(message, segments, ruleset.rules).filter(
      ({ fields }) => fields.length === 0,
    );
    return segments.flatMap(({ segment, sentences }) => {
      const features = withNeighbours(
        sentences.map((sentence) =>
          featuresOf(sentence, {
            message,
            segment,
            matches: matches.filter((each) => each.sentence === sentence),
          }),
        ),
      );
      return sentences.map((sentence, index) => ({
        overlap: flag && sharesWords(sentence.text, one),
        features: (features[index] ?? []).map(({ name }) => name),
      }));
    });
  });
  const none = !found.some(({ overlap }) => overlap);
  return found.map(({ overlap, features }) => ({
    file: one.file,
    id: one.id,
    flag,
    rules: one.rules,
    features,
    positive: flag && (overlap || none),
    weight: (one.file === RULE_FILES ? 4 : 1) * (flag && !overlap && !none ? 0.5 : 1),
  }));
}

function sharesWords(sentence: string, { text, span }: Case): boolean {
  if (span === "") return true;
  const at = text.indexOf(span);
  const start = text.indexOf(sentence.slice(0, 12));
  if (start < 0) return sentence.includes(span.slice(0, 12));
  return start < at + span.length && at < start + sentence.length;
}

function learn(from: readonly Labelled[]): Judgement {
  const weights = trainWeights(from, { l1: 1, l2: 1, epochs: 6, atLeast: 2 });
  const positives = from.filter(({ positive, rules }) => positive && rules.length > 0);
  const names: Record<string, Record<string, number>> = {};
  for (const { id } of ruleset.rules) {
    const own = positives.map((sample) => ({
      features: sample.features.filter((name) => name === "bias" || NAME_FEATURES.test(name)),
      positive: sample.rules.includes(id),
      weight: sample.rules[0] === id ? 2 : 1,
    }));
    if (own.filter(({ positive }) => positive).length < ENOUGH || id.startsWith("exposure/"))
      continue;
    names[id] = rounded(trainWeights(own, { l1: 1.2, l2: 1, epochs: 5, atLeast: 4 }));
  }
  return { weights: rounded(weights), accept: ACCEPT, veto: VETO, names };
}

function rounded(weights: ReadonlyMap<string, number>): Record<string, number> {
  const pairs = [...weights].map(
    ([name, weight]) => [name, Math.round(weight * 100) / 100] as const,
  );
  return Object.fromEntries(
    pairs.filter(([, weight]) => Math.abs(weight) >= FAINT).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function check(): void {
  const trades = files.filter((name) => name.startsWith("train-") && !name.includes("clean"));
  const rows = trades.map((trade) => {
    const { weights } = learn(samples.filter(({ file }) => !file.endsWith(trade)));
    const row = rate(
      samples.filter(({ file }) => file.endsWith(trade)),
      weights,
    );
    console.log(trade.padEnd(22), shown(row));
    return row;
  });
  const sum = rows.reduce(
    (total, row) => total.map((each, at) => each + (row[at] ?? 0)),
    [0, 0, 0],
  );
  console.log("mean".padEnd(22), shown(sum.map((each) => each / rows.length)));
}

function shown([f1 = 0, at95 = 0, at97 = 0]: readonly number[]): string {
  return `best F1 ${f1.toFixed(3)}   recall at precision 0.95 ${at95.toFixed(3)}   at 0.97 ${at97.toFixed(3)}`;
}

/** Best F1, and the recall at the lowest limit that keeps a precision. */
function rate(
  held: readonly Labelled[],
  weights: Readonly<Record<string, number>>,
): readonly number[] {
  const rows = rank(held, weights);
  const all = rows.filter(({ flag }) => flag).length;
  const best = [0, 0, 0];
  let right = 0;
  for (const [at, { flag }] of rows.entries()) {
    if (flag) right++;
    const precision = right / (at + 1);
    const recall = right / all;
    best[0] = Math.max(best[0] ?? 0, (2 * precision * recall) / (precision + recall));
    if (precision >= 0.95) best[1] = recall;
    if (precision >= 0.97) best[2] = recall;
  }
  return best;
}

/** The cases by their most telling sentence, the creepiest first. */
function rank(held: readonly Labelled[], weights: Readonly<Record<string, number>>) {
  const worst = new Map<string, { flag: boolean; odds: number }>();
  for (const { id, flag, features } of held) {
    const odds = features.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
    worst.set(id, { flag, odds: Math.max(odds, worst.get(id)?.odds ?? -9) });
  }
  return [...worst.values()].sort((a, b) => b.odds - a.odds);
}
