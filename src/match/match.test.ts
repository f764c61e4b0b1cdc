import { beforeAll, describe, expect, test } from "vitest";
import type { Analyzer } from "../analyze/analyze.ts";
import type { Match, ReadSegment } from "../model/match.ts";
import type { Message } from "../model/message.ts";
import type { Rule } from "../model/rule.ts";
import { messageOf, ruleOf } from "../testing/engine.ts";
import { proseReader, segmentOf } from "../testing/prose.ts";
import { buildProse } from "../text/offset-map.ts";
import { match } from "./match.ts";

let read: Analyzer;
beforeAll(async () => {
  read = await proseReader();
});

function readText(text: string, part = 0): ReadSegment {
  const segment = segmentOf(text);
  return { part, segment, sentences: read(segment) };
}

function matches(text: string, rule: Partial<Rule>, message: Partial<Message> = {}) {
  return match(messageOf(message), [readText(text)], [ruleOf(rule)]);
}

function words(found: readonly Match[]): readonly string[] {
  return found.map(({ segment, at }) => segment.text.slice(at.start, at.end));
}

describe("tests on frames", () => {
  test.each<[string, string, Rule["when"], readonly string[]]>([
    ["one slot", "You viewed it", [{ datum: ["browse"] }], ["You viewed it"]],
    ["another value", "You viewed it", [{ datum: ["cart"] }], []],
    ["one of several values", "You viewed it", [{ datum: ["cart", "browse"] }], ["You viewed it"]],
    ["all slots", "You viewed it", [{ datum: ["browse"], negated: ["true"] }], []],
    ["true and false", "You viewed it twice", [{ precise: ["true"] }], ["You viewed it twice"]],
    [
      "one of several tests",
      "You viewed it",
      [{ datum: ["cart"] }, { datum: ["browse"] }],
      ["You viewed it"],
    ],
    [
      "a word that the clause has",
      "You viewed tents",
      [{ datum: ["browse"], has: ["tent"] }],
      ["You viewed tents"],
    ],
    ["a word that it has not", "You viewed tents", [{ datum: ["browse"], has: ["rake"] }], []],
    ["a word that it must lack", "You viewed tents", [{ datum: ["browse"], lacks: ["tent"] }], []],
    [
      "a class",
      "You viewed tents",
      [{ person: ["reader"], has: ["@browse"] }],
      ["You viewed tents"],
    ],
    [
      "a word of another clause",
      "Tents: you viewed it",
      [{ datum: ["browse"], has: ["tent"] }],
      [],
    ],
  ])("%s", (_, text, when, expected) => {
    expect(words(matches(text, { when }))).toEqual(expected);
  });
});

describe("where rules are silent", () => {
  const when = [{ person: ["reader"], tense: ["done"] }];
  test.each<[string, string, Partial<Rule>, Partial<Message>, number]>([
    ["a statement", "You viewed it", { when }, {}, 1],
    ["a condition", "If you viewed it, come", { when }, {}, 0],
    [
      "a condition, asked for",
      "If you viewed it, come",
      { when: [{ ...when[0], force: ["conditional"] }] },
      {},
      1,
    ],
    [
      "a condition, with no exceptions",
      "If you viewed it, come",
      { when, unless: ["nothing"] },
      {},
      1,
    ],
    [
      "only the exceptions that it names",
      "If you viewed it, come",
      { when, unless: ["quoted"] },
      {},
      1,
    ],
    ["a quotation", "“You viewed it twice”", { when }, {}, 0],
    ["anyone", "Have you viewed it?", { when }, {}, 0],
    ["a told fact", "You signed up for it", { when }, {}, 0],
    ["a told fact, asked for", "You signed up for it", { when: [{ source: ["told"] }] }, {}, 1],
    ["what the account says", "You earned 40 points", { when }, {}, 0],
    ["legal text", "You viewed our privacy policy", { when }, {}, 0],
    ["a notice, in marketing", "You viewed the new sign-in", { when }, { kind: "marketing" }, 1],
    [
      "a notice, in a service message",
      "You viewed the new sign-in",
      { when },
      { kind: "service" },
      0,
    ],
    [
      "a notice, in a transactional message",
      "You viewed the new sign-in",
      { when },
      { kind: "transactional" },
      0,
    ],
    ["a notice, in a recap", "You viewed the new sign-in", { when }, { kind: "recap" }, 1],
  ])("%s", (...[, text, rule, message, count]) => {
    expect(matches(text, rule, message)).toHaveLength(count);
  });

  test("a pattern is excused by what was told elsewhere in the sentence, a frame is not", () => {
    const text = "You asked us to write, and you viewed it";
    expect(matches(text, { patterns: ["you viewed"] })).toHaveLength(0);
    expect(matches(text, { when: [{ datum: ["browse"] }] })).toHaveLength(1);
  });

  test("a pattern is silent in a conditional clause, and not beside one", () => {
    expect(words(matches("If you viewed it, come", { patterns: ["you viewed"] }))).toEqual([]);
    expect(words(matches("If it rains, you viewed it", { patterns: ["you viewed"] }))).toEqual([
      "you viewed",
    ]);
  });

  test.each<[string, Partial<Rule>, Partial<Message>, number]>([
    ["its channel", { channels: ["ad"] }, { channel: "ad" }, 1],
    ["another channel", { channels: ["ad"] }, { channel: "email" }, 0],
    ["its kind", { kinds: ["service"] }, { kind: "service" }, 1],
    ["another kind", { kinds: ["service"] }, { kind: "marketing" }, 0],
  ])("%s", (_, rule, message, count) => {
    expect(matches("You viewed it", { when, ...rule }, message)).toHaveLength(count);
  });
});

describe("what a match holds", () => {
  test("a pattern's words, its sentence and the source of the frame it meets", () => {
    const [found] = matches("Hello. You viewed it.", { patterns: ["you viewed"] });
    expect(found).toMatchObject({ at: { start: 7, end: 17 }, source: "observed", precise: false });
    expect(found?.sentence?.text).toBe("You viewed it.");
  });

  test("a pattern far from any frame is observed", () => {
    expect(matches("Peekaboo!", { patterns: ["peekaboo"] })).toMatchObject([
      { source: "observed" },
    ]);
  });

  test("the place in the source", () => {
    const prose = buildProse();
    prose.whole("“", { start: 0, end: 7 });
    prose.copy("Peekaboo", 7);
    const { text, map } = prose.build();
    const segment = segmentOf(text, { map });
    const found = match(
      messageOf(),
      [{ part: 0, segment, sentences: read(segment) }],
      [ruleOf({ patterns: ["peekaboo"], unless: ["nothing"] })],
    );
    expect(found).toMatchObject([{ at: { start: 1, end: 9 }, span: { start: 7, end: 15 } }]);
  });
});

describe("the same place", () => {
  test("is found once a rule, though two patterns hit it", () => {
    expect(matches("You viewed it", { patterns: ["you viewed", "you @browse"] })).toHaveLength(1);
  });

  test("is found once, though two readings of a branch share it", () => {
    const one = readText("You viewed it");
    const found = match(messageOf(), [one, one], [ruleOf({ patterns: ["you viewed"] })]);
    expect(found).toHaveLength(1);
  });

  test("is two places in two parts", () => {
    const parts = [readText("You viewed it", 0), readText("You viewed it", 1)];
    expect(match(messageOf(), parts, [ruleOf({ patterns: ["you viewed"] })])).toHaveLength(2);
  });

  test("is found by each of two rules", () => {
    const rules = [
      ruleOf({ patterns: ["you viewed"] }),
      ruleOf({ id: "a/b", patterns: ["you viewed"] }),
    ];
    expect(match(messageOf(), [readText("You viewed it")], rules)).toHaveLength(2);
  });
});
