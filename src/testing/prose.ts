import { type Analyzer, createAnalyzer } from "../analyze/analyze.ts";
import type { Lexicon } from "../model/rule.ts";
import type { Segment } from "../model/segment.ts";
import type { Sentence } from "../model/sentence.ts";
import { loadRuleset } from "../ruleset/load.ts";
import { identityMap } from "../text/offset-map.ts";

/** A body segment that stands at the start of its part, character for character. */
export function segmentOf(text: string, changes: Partial<Segment> = {}): Segment {
  return { role: "body", text, map: identityMap(text.length), holes: [], guards: [], ...changes };
}

/** An analyzer with the words of the builtin rules, or with these alone. */
export async function proseReader(lexicon?: Lexicon): Promise<Analyzer> {
  return createAnalyzer(lexicon ?? (await loadRuleset([])).lexicon);
}

/** Reads prose that is one sentence. */
export function readOne(read: Analyzer, text: string): Sentence {
  const [sentence, ...more] = read(segmentOf(text));
  if (sentence === undefined || more.length > 0) {
    throw new Error(`Not one sentence: ${JSON.stringify(text)}`);
  }
  return sentence;
}
