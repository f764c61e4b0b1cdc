/**
 * Learns rules/judgement.json from the labelled cases in fixtures/corpus.
 *   npm run train              writes the file
 *   npm run train -- --check   holds out one trade after the other and prints what is found there
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { createAnalyzer } from "../src/analyze/analyze.ts";
import { featuresOf } from "../src/judge/features.ts";
import { match } from "../src/match/match.ts";
import type { Judgement } from "../src/model/judgement.ts";
import type { ReadSegment } from "../src/model/match.ts";
import type { Channel, Kind } from "../src/model/message.ts";
import type { Ruleset } from "../src/model/rule.ts";
import { parse } from "../src/parse/parse.ts";
import { type Case, readCases, readRuleExamples } from "./corpus.ts";
import { type Sample, trainWeights } from "./logistic.ts";

const ROOT = resolve(import.meta.dirname, "..");
const CORPUS = resolve(ROOT, "fixtures/corpus");
/** Never learned from: for measuring. */
const HELD_OUT = /^(?:dev|blind)/u;
const ARCHIVE = { id: "id", channel: "channel", kind: "kind", text: ["text"] };
const ACCEPT = 1.1;
const VETO = -1.2;
/** A rule is named by the model where at least so many cases teach it. */
const ENOUGH = 12;
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
    return segments.flatMap(({ segment, sentences }) =>
      sentences.map((sentence, index) => ({
        overlap: flag && sharesWords(sentence.text, one),
        features: featuresOf(sentence, {
          message,
          segment,
          previous: sentences[index - 1],
          matches: matches.filter((each) => each.sentence === sentence),
        }).map(({ name }) => name),
      })),
    );
  });
  const none = !found.some(({ overlap }) => overlap);
  return found.map(({ overlap, features }) => ({
    file: one.file,
    id: one.id,
    flag,
    rules: one.rules,
    features,
    positive: flag && (overlap || none),
    weight: flag && !overlap && !none ? 0.5 : 1,
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
  const weights = trainWeights(from, { l1: 0.6, l2: 1, epochs: 7, atLeast: 2 });
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
    pairs.filter(([, weight]) => weight !== 0).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function check(): void {
  const trades = files.filter((name) => name.startsWith("train-") && !name.includes("clean"));
  for (const trade of trades) {
    const { weights } = learn(samples.filter(({ file }) => !file.endsWith(trade)));
    const held = samples.filter(({ file }) => file.endsWith(trade));
    console.log(trade, [0, 0.5, 1, 1.5].map((limit) => ratesAt(held, weights, limit)).join("   "));
  }
}

function ratesAt(
  held: readonly Labelled[],
  weights: Readonly<Record<string, number>>,
  limit: number,
): string {
  const worst = new Map<string, { flag: boolean; odds: number }>();
  for (const { id, flag, features } of held) {
    const odds = features.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
    worst.set(id, { flag, odds: Math.max(odds, worst.get(id)?.odds ?? -9) });
  }
  const rows = [...worst.values()];
  const hits = rows.filter(({ odds }) => odds > limit);
  const right = hits.filter(({ flag }) => flag).length;
  const all = rows.filter(({ flag }) => flag).length;
  return `>${limit}: precision ${(right / hits.length).toFixed(3)} recall ${(right / all).toFixed(3)}`;
}
