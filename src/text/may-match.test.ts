import { expect, test } from "vitest";
import { createAnalyzer } from "../analyze/analyze.ts";
import { loadRuleset } from "../ruleset/load.ts";
import { segmentOf } from "../testing/prose.ts";
import { keysOf, matchPattern, mayMatch } from "./match-pattern.ts";
import { compilePattern } from "./pattern.ts";

test("what the keys of a sentence rule out does not match", async () => {
  const { rules, lexicon } = await loadRuleset([]);
  const analyzer = await createAnalyzer(lexicon);
  const texts = rules.flatMap(({ flags, allows }) => [...flags, ...allows].map(({ text }) => text));
  const sentences = texts.flatMap((text) => analyzer(segmentOf(text)));
  const patterns = rules.flatMap((rule) => rule.patterns.map(compilePattern));
  const wrong = sentences.flatMap(({ text, terms }) =>
    patterns.flatMap((pattern) => {
      if (!("states" in pattern) || mayMatch(pattern, keysOf(terms))) return [];
      return matchPattern(pattern, terms).length > 0 ? [{ text, pattern: pattern.source }] : [];
    }),
  );
  expect(wrong).toEqual([]);
  expect(sentences.length * patterns.length).toBeGreaterThan(100_000);
});
