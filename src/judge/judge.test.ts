import { beforeAll, describe, expect, test } from "vitest";
import type { Analyzer } from "../analyze/analyze.ts";
import { type Judgement, type JudgementData, NO_JUDGEMENT } from "../model/judgement.ts";
import type { Match, ReadSegment } from "../model/match.ts";
import type { Rule } from "../model/rule.ts";
import type { Segment } from "../model/segment.ts";
import { matchOf, messageOf, ruleOf } from "../testing/engine.ts";
import { judgementOf, weightsOf } from "../testing/judgement.ts";
import { proseReader, segmentOf } from "../testing/prose.ts";
import { buildProse } from "../text/offset-map.ts";
import { judge, oddsOf } from "./judge.ts";

let read: Analyzer;
beforeAll(async () => {
  read = await proseReader();
});

const BROWSING = ruleOf({ id: "activity/browsing" });
const STALKER = ruleOf({ id: "tone/stalker" });
const RULES = [BROWSING, STALKER];

/** Hears `lurking` as creepy and `gladly` as clean; says `browsing` of tents, `stalker` of owls. */
const HEARD = { "w:lurking": 3, "w:gladly": -3 };
const DATA: JudgementData = {
  weights: HEARD,
  around: HEARD,
  ordinary: {},
  accept: 1,
  veto: -1,
  names: {
    "activity/browsing": { "w:tents": 2, bias: -1 },
    "tone/stalker": { "w:owls": 2, bias: -1.5 },
  },
};
const JUDGEMENT = judgementOf(DATA);

interface Scene {
  readonly judgement?: Judgement;
  readonly rules?: readonly Rule[];
  readonly segment?: Segment;
  /** Rules that matched the first sentence. */
  readonly found?: readonly Rule[];
  readonly change?: Partial<Match>;
}

function verdict(text: string, scene: Scene = {}): readonly Match[] {
  const { judgement = JUDGEMENT, rules = RULES, found = [], change = {} } = scene;
  const segment = scene.segment ?? segmentOf(text);
  const one: ReadSegment = { part: 0, segment, sentences: read(segment) };
  const [sentence] = one.sentences;
  const matches = found.map((rule) =>
    matchOf(rule, { segment, ...(sentence === undefined ? {} : { sentence }), ...change }),
  );
  return judge(messageOf(), [one], matches, { rules, judgement }).filter(({ aside }) => !aside);
}

function ids(matches: readonly Match[]): readonly string[] {
  return matches.map(({ rule }) => rule.id);
}

describe("what a rule found", () => {
  test.each([
    ["stays in a sentence that reads neither way", "You like it here", ["activity/browsing"]],
    ["stays in a sentence that reads creepy", "You like lurking", ["activity/browsing"]],
    ["goes from a sentence that reads clean", "You came gladly", []],
  ])("%s", (_, text, expected) => {
    expect(ids(verdict(text, { found: [BROWSING] }))).toEqual(expected);
  });

  test("gets the names that fit the sentence beside it, on the same words", () => {
    const found = verdict("You like owls", { found: [BROWSING] });
    expect(ids(found)).toEqual(["activity/browsing", "tone/stalker"]);
    expect(found[1]?.at).toEqual(found[0]?.at);
  });

  test("is not named again", () => {
    expect(ids(verdict("You like tents", { found: [BROWSING] }))).toEqual(["activity/browsing"]);
  });
});

describe("what is never dropped", () => {
  const text = "You came gladly";

  test("what a rule of the user's found", () => {
    const own = ruleOf({ id: "brand/owl" });
    expect(ids(verdict(text, { rules: [...RULES, own], found: [own] }))).toEqual(["brand/owl"]);
  });

  test("a rule of the user's that is called like a word of the language", () => {
    const own = ruleOf({ id: "constructor" });
    expect(ids(verdict(text, { rules: [own], found: [own] }))).toEqual(["constructor"]);
  });

  test("what stands on merge fields", () => {
    const fields = [{ name: "dob", is: "birth", from: "told", sensitive: false }] as const;
    expect(ids(verdict(text, { found: [BROWSING], change: { fields } }))).toEqual([
      "activity/browsing",
    ]);
  });

  test("what stands in no sentence: links, conditions, literal data", () => {
    const segment = segmentOf(text);
    const one: ReadSegment = { part: 0, segment, sentences: read(segment) };
    const match = matchOf(BROWSING, { segment });
    const context = { rules: RULES, judgement: JUDGEMENT };
    expect(judge(messageOf(), [one], [match], context)).toEqual([match]);
  });
});

describe("what no rule found", () => {
  test("is added where the sentence reads creepy, by the names that fit", () => {
    expect(ids(verdict("You like lurking owls"))).toEqual(["tone/stalker"]);
    expect(ids(verdict("You like lurking tents and owls"))).toEqual([
      "activity/browsing",
      "tone/stalker",
    ]);
  });

  test("is named by the best rule where none fits", () => {
    expect(ids(verdict("You like lurking"))).toEqual(["activity/browsing"]);
  });

  test("is not added where the sentence reads clean or neither way", () => {
    expect(verdict("You came gladly")).toEqual([]);
    expect(verdict("You like tents")).toEqual([]);
  });

  test("is not added under a rule that is off", () => {
    expect(ids(verdict("You like lurking owls", { rules: [BROWSING] }))).toEqual([
      "activity/browsing",
    ]);
    expect(verdict("You like lurking owls", { rules: [] })).toEqual([]);
  });

  test.each([
    ["a phrase of two words", "You lurking"],
    ["a legal line", "You are lurking by our privacy policy"],
    ["another language", "Lurking Haus Garten Rechen Besen Schlauch Zelt"],
  ])("is not added to %s", (_, text) => {
    expect(verdict(text)).toEqual([]);
  });

  test("stands on its words in the source", () => {
    const prose = buildProse();
    prose.whole("&", { start: 0, end: 5 });
    prose.copy(" you are lurking", 5);
    const { text, map } = prose.build();
    const [found] = verdict("", { segment: segmentOf(text, { map }) });
    expect(found).toMatchObject({ at: { start: 2, end: 17 }, span: { start: 6, end: 21 } });
  });

  test("holds the source and the precision of what was read", () => {
    const [found] = verdict("You viewed the lurking owls twice");
    expect(found).toMatchObject({ source: "observed", precise: true });
    expect(verdict("You, lurking owls")).toMatchObject([{ source: "unknown", precise: false }]);
  });
});

describe("shyness", () => {
  const filler = "and so on and on ".repeat(12);

  test("grows with the length of a sentence", () => {
    expect(verdict("You are lurking here now")).toHaveLength(1);
    expect(verdict(`You are lurking here ${filler}`)).toHaveLength(0);
  });

  test("grows where nobody is spoken to", () => {
    const heard = { "w:lurking": 1.2 };
    const judgement = judgementOf({ ...DATA, weights: heard, around: heard });
    expect(verdict("You are lurking", { judgement })).toHaveLength(1);
    expect(verdict("Owls are lurking", { judgement })).toHaveLength(0);
  });

  test("does not veto: what a rule found in a long sentence stays", () => {
    expect(ids(verdict(`You are here ${filler}`, { found: [BROWSING] }))).toEqual([
      "activity/browsing",
    ]);
  });
});

test("without a judgement the rules decide alone", () => {
  const scene = { judgement: NO_JUDGEMENT, found: [BROWSING] };
  expect(ids(verdict("You came gladly", scene))).toEqual(["activity/browsing"]);
  expect(verdict("You are lurking", { judgement: NO_JUDGEMENT })).toEqual([]);
});

test("the second sentence may tell what the first hinted at", () => {
  const weights = { "w:hello": 2, "xw:lurking": 2 };
  const judgement = judgementOf({ ...DATA, weights, around: {} });
  expect(verdict("Hello to you.", { judgement })).toHaveLength(0);
  const found = verdict("Hello to you. Lurking is fine.", { judgement });
  expect(found.map(({ sentence }) => sentence?.text)).toEqual(["Hello to you."]);
});

test.each<[readonly string[], number]>([
  [[], 0],
  [["a"], 2],
  [["a", "b"], 1.5],
  [["a", "unheard"], 2],
])("the odds of %j are %d", (list, odds) => {
  expect(oddsOf(list, weightsOf({ a: 2, b: -0.5 }))).toBe(odds);
});
