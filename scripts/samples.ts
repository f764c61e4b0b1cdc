import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { type Analyzer, createAnalyzer } from "../src/analyze/analyze.ts";
import { featuresOf, namesOf, windowsOf, withNeighbours } from "../src/judge/features.ts";
import { match } from "../src/match/match.ts";
import type { ReadSegment } from "../src/model/match.ts";
import type { Channel, Kind, Message } from "../src/model/message.ts";
import type { Ruleset } from "../src/model/rule.ts";
import { parse } from "../src/parse/parse.ts";
import { type Case, RULE_FILES, readCases, readRuleExamples } from "./corpus.ts";
import type { Sample } from "./logistic.ts";

/** Never learned from: for measuring. */
const HELD_OUT = /^(?:dev|blind)/u;
const ARCHIVE = { id: "id", channel: "channel", kind: "kind", text: ["text"] };
/** How much more an example of a rule counts than a case: it says what the rule means. */
const DEFINITION = 4;

/** A sentence of a case. */
interface LabelledSentence extends Sample {
  /** Features of the sentence and of those beside it. */
  readonly window: readonly string[];
}

export interface Labelled {
  readonly file: string;
  readonly flag: boolean;
  readonly rules: readonly string[];
  readonly sentences: readonly LabelledSentence[];
  /** How much it counts. */
  readonly importance: number;
  /** Features of the whole case. */
  readonly whole: readonly string[];
}

/** All cases of a corpus folder that may be learned from, and the examples of the rules. */
export async function readSamples(corpus: string, ruleset: Ruleset): Promise<readonly Labelled[]> {
  const analyzer = await createAnalyzer(ruleset.lexicon);
  const files = readdirSync(corpus).filter((name) => !HELD_OUT.test(name));
  const cases = [
    ...files.sort().flatMap((name) => readCases(resolve(corpus, name))),
    ...readRuleExamples(ruleset),
  ];
  return cases.flatMap((one) => toSample(one, { ruleset, analyzer }) ?? []);
}

interface Reader {
  readonly ruleset: Ruleset;
  readonly analyzer: Analyzer;
}

/** The sentences of a case; one is creepy where it shares words with the label's span. */
function toSample(one: Case, reader: Reader): Labelled | undefined {
  if (one.flag === null) return undefined;
  const flag = one.flag;
  const read = readCase(one, reader);
  const overlaps = read.map(({ text }) => flag && sharesWords(text, one));
  const none = !overlaps.includes(true);
  const importance = one.file === RULE_FILES ? DEFINITION : 1;
  const sentences = read.map(({ features, window }, index) => ({
    features,
    window,
    positive: flag && (none || overlaps[index] === true),
    weight: importance * (flag && !none && overlaps[index] !== true ? 0.5 : 1),
  }));
  const whole = [...new Set(read.flatMap(({ own }) => own))];
  return { file: one.file, flag, rules: one.rules, importance, sentences, whole };
}

/** The features of each sentence of a case. */
function readCase(one: Case, { ruleset, analyzer }: Reader) {
  const source = {
    path: one.file,
    text: JSON.stringify({ text: one.text }),
    encoding: "utf-8",
    bom: false,
  } as const;
  const { messages } = parse(source, {
    channel: one.channel as Channel,
    kind: one.kind as Kind,
    fields: {},
    archive: ARCHIVE,
    lexicon: ruleset.lexicon,
    format: "record",
    line: 1,
  });
  return messages.flatMap((message) => {
    const segments: readonly ReadSegment[] = message.parts.flatMap(({ segments: list }, part) =>
      list.map((segment) => ({ part, segment, sentences: analyzer(segment) })),
    );
    return readFeatures(message, segments, ruleset);
  });
}

/** What the judge sees of each sentence, as names of features. */
export interface SentenceFeatures {
  readonly text: string;
  readonly own: readonly string[];
  /** With what its neighbours lend it. */
  readonly features: readonly string[];
  readonly window: readonly string[];
}

export function readFeatures(
  message: Message,
  segments: readonly ReadSegment[],
  ruleset: Ruleset,
): readonly SentenceFeatures[] {
  const matches = match(message, segments, ruleset.rules).filter(
    ({ fields }) => fields.length === 0,
  );
  return segments.flatMap(({ segment, sentences }) => {
    const own = sentences.map((sentence) =>
      featuresOf(sentence, {
        message,
        segment,
        matches: matches.filter((each) => each.sentence === sentence),
      }),
    );
    const features = withNeighbours(own);
    const windows = windowsOf(own);
    return sentences.map(({ text }, index) => ({
      text,
      own: namesOf([own[index] ?? []]),
      features: namesOf([features[index] ?? []]),
      window: windows[index] ?? [],
    }));
  });
}

function sharesWords(sentence: string, { text, span }: Case): boolean {
  if (span === "") return true;
  const at = text.indexOf(span);
  const start = text.indexOf(sentence.slice(0, 12));
  if (start < 0) return sentence.includes(span.slice(0, 12));
  return start < at + span.length && at < start + sentence.length;
}
