import { describe, expect, test } from "vitest";
import type { Field } from "../model/field.ts";
import type { Match } from "../model/match.ts";
import type { Message } from "../model/message.ts";
import type { Rule } from "../model/rule.ts";
import { matchOf, messageOf, ruleOf } from "../testing/engine.ts";
import { segmentOf } from "../testing/prose.ts";
import { settingOf } from "../text/rule-setting.ts";
import { type Weights, weigh } from "./weigh.ts";

const RECOMMENDED: Weights = { preset: "recommended", rules: {} };
const HEALTH: Field = { name: "diagnosis", is: "health", from: "account", sensitive: true };

interface Case {
  readonly rule?: Partial<Rule>;
  readonly match?: Partial<Match>;
  readonly message?: Partial<Message>;
  readonly weights?: Partial<Weights>;
}

function severityOf({ rule, match, message, weights }: Case): string {
  const [weighed] = weigh([matchOf(ruleOf(rule), match)], messageOf(message), {
    ...RECOMMENDED,
    ...weights,
  });
  return weighed?.severity ?? "off";
}

const warning = { severity: "warning" } as const;
const error = { severity: "error" } as const;
const info = { severity: "info" } as const;
const subject = { segment: segmentOf("You viewed it", { role: "subject" }) };
const health = { ...warning, id: "attribute/health" };

describe("severity", () => {
  test.each<[string, Case, string]>([
    // The base.
    ["a warning", { rule: warning }, "warning"],
    ["an error", { rule: error }, "error"],
    ["an info", { rule: info }, "info"],
    // Up.
    ["a sensitive rule", { rule: health }, "error"],
    ["a child", { rule: { ...warning, id: "household/child" } }, "error"],
    ["a life event", { rule: { ...warning, id: "inference/life-event" } }, "error"],
    ["age is not sensitive", { rule: { ...warning, id: "attribute/age" } }, "warning"],
    ["gender is not sensitive", { rule: { ...warning, id: "attribute/gender" } }, "warning"],
    ["a name is not sensitive", { rule: { ...warning, id: "attribute/name" } }, "warning"],
    ["a sensitive field", { rule: warning, match: { fields: [HEALTH] } }, "error"],
    ["precision", { rule: warning, match: { precise: true } }, "error"],
    ["push", { rule: warning, message: { channel: "push" } }, "error"],
    ["sms", { rule: warning, message: { channel: "sms" } }, "error"],
    ["an ad", { rule: warning, message: { channel: "ad" } }, "error"],
    ["email is not public", { rule: warning, message: { channel: "email" } }, "warning"],
    ["web is not public", { rule: warning, message: { channel: "web" } }, "warning"],
    ["a subject", { rule: warning, match: subject }, "error"],
    [
      "a preheader",
      { rule: warning, match: { segment: segmentOf("x", { role: "preheader" }) } },
      "error",
    ],
    [
      "a heading is not public",
      { rule: warning, match: { segment: segmentOf("x", { role: "heading" }) } },
      "warning",
    ],
    ["an error rises no further", { rule: error, match: { precise: true } }, "error"],
    [
      "an info does not rise",
      { rule: info, match: { precise: true }, message: { channel: "ad" } },
      "info",
    ],
    // Down.
    ["told", { rule: warning, match: { source: "told" } }, "info"],
    ["told, an error", { rule: error, match: { source: "told" } }, "warning"],
    ["told, but precise", { rule: warning, match: { source: "told", precise: true } }, "warning"],
    [
      "told, but precise and public",
      { rule: warning, match: { source: "told", precise: true }, message: { channel: "sms" } },
      "error",
    ],
    ["told, but sensitive", { rule: health, match: { source: "told" } }, "error"],
    [
      "what the account says is not told",
      { rule: warning, match: { source: "account" } },
      "warning",
    ],
    // Presets.
    ["strict", { rule: warning, weights: { preset: "strict" } }, "error"],
    ["strict, an info", { rule: info, weights: { preset: "strict" } }, "error"],
    [
      "strict, told",
      { rule: warning, match: { source: "told" }, weights: { preset: "strict" } },
      "error",
    ],
    [
      "relaxed, a cart",
      { rule: { ...warning, id: "activity/cart" }, weights: { preset: "relaxed" } },
      "info",
    ],
    [
      "relaxed, a purchase",
      { rule: { ...warning, id: "activity/purchase" }, weights: { preset: "relaxed" } },
      "info",
    ],
    [
      "relaxed, engagement",
      { rule: { ...warning, id: "activity/engagement" }, weights: { preset: "relaxed" } },
      "info",
    ],
    [
      "relaxed, lingering",
      { rule: { ...warning, id: "retargeting/lingering" }, weights: { preset: "relaxed" } },
      "info",
    ],
    [
      "relaxed, a precise cart",
      {
        rule: { ...warning, id: "activity/cart" },
        match: { precise: true },
        weights: { preset: "relaxed" },
      },
      "error",
    ],
    [
      "relaxed, a cart of remedies",
      {
        rule: { ...warning, id: "activity/cart" },
        match: { fields: [HEALTH] },
        weights: { preset: "relaxed" },
      },
      "error",
    ],
    [
      "relaxed, anything else",
      { rule: { ...warning, id: "activity/browsing" }, weights: { preset: "relaxed" } },
      "warning",
    ],
    // Settings.
    [
      "a setting is final",
      {
        rule: warning,
        match: { precise: true },
        weights: { rules: { "activity/browsing": "info" } },
      },
      "info",
    ],
    [
      "a setting beats a preset",
      { rule: warning, weights: { preset: "strict", rules: { "activity/*": "warning" } } },
      "warning",
    ],
    ["off", { rule: error, weights: { rules: { "activity/browsing": "off" } } }, "off"],
    [
      "an info may be raised",
      { rule: info, weights: { rules: { "activity/*": "error" } } },
      "error",
    ],
    [
      "a setting of another rule",
      { rule: warning, weights: { rules: { "activity/cart": "off" } } },
      "warning",
    ],
  ])("%s", (_, one, expected) => {
    expect(severityOf(one)).toBe(expected);
  });
});

test.each<[Record<string, "off" | "error" | "info">, string | undefined]>([
  [{}, undefined],
  [{ "activity/browsing": "off" }, "off"],
  [{ "activity/*": "off" }, "off"],
  [{ "activity/*": "off", "activity/browsing": "error" }, "error"],
  [{ "activity/browsing": "error", "activity/*": "off" }, "off"],
  [{ "activity/browse": "off", "activ/*": "info", "*": "info" }, undefined],
])("the last setting that names a rule counts: %j", (rules, expected) => {
  expect(settingOf("activity/browsing", rules)).toBe(expected);
});

describe("matches on the same words", () => {
  const at = (start: number, end: number) => ({ span: { start, end }, at: { start, end } });
  const join = (...matches: readonly Match[]) =>
    weigh(matches, messageOf(), RECOMMENDED).map(({ match, others }) => [
      match.rule.id,
      ...others.map(({ rule }) => rule.id),
    ]);
  const low = ruleOf({ id: "a/low", severity: "info" });
  const mid = ruleOf({ id: "b/mid", severity: "warning" });
  const high = ruleOf({ id: "c/high", severity: "error" });

  test("are one finding, led by the most severe", () => {
    expect(join(matchOf(low, at(0, 9)), matchOf(high, at(2, 5)), matchOf(mid, at(4, 9)))).toEqual([
      ["c/high", "b/mid", "a/low"],
    ]);
  });

  test("are never led by one that is not sure", () => {
    expect(join(matchOf(low, at(0, 9)), matchOf(high, { ...at(0, 9), aside: true }))).toEqual([
      ["a/low", "c/high"],
    ]);
  });

  test("are chained where each overlaps the next", () => {
    expect(join(matchOf(high, at(0, 4)), matchOf(mid, at(3, 8)), matchOf(low, at(7, 9)))).toEqual([
      ["c/high", "b/mid", "a/low"],
    ]);
  });

  test("that only touch are apart", () => {
    expect(join(matchOf(high, at(0, 4)), matchOf(mid, at(4, 8)))).toEqual([["c/high"], ["b/mid"]]);
  });

  test("in other parts are apart", () => {
    expect(join(matchOf(high, at(0, 4)), matchOf(mid, { part: 1, ...at(0, 4) }))).toEqual([
      ["c/high"],
      ["b/mid"],
    ]);
  });

  test("of one rule twice name it once", () => {
    expect(join(matchOf(mid, at(0, 4)), matchOf(mid, at(2, 8)))).toEqual([["b/mid"]]);
  });

  test("of one severity are led by the rule of the higher base, then by the longer words", () => {
    const raised = matchOf(mid, { ...at(0, 9), precise: true });
    expect(join(raised, matchOf(high, at(0, 4)))).toEqual([["c/high", "b/mid"]]);
    const other = ruleOf({ id: "b/other", severity: "warning" });
    expect(join(matchOf(mid, at(0, 4)), matchOf(other, at(0, 9)))).toEqual([["b/other", "b/mid"]]);
  });

  test("stand in the order of the text, whatever the order they come in", () => {
    const matches = [matchOf(low, at(20, 24)), matchOf(high, at(0, 4)), matchOf(mid, at(10, 14))];
    expect(join(...matches)).toEqual([["c/high"], ["b/mid"], ["a/low"]]);
    expect(join(...matches.toReversed())).toEqual(join(...matches));
  });

  test("do not count where a rule is off", () => {
    const weights: Weights = { preset: "recommended", rules: { "c/high": "off" } };
    const weighed = weigh([matchOf(high), matchOf(mid)], messageOf(), weights);
    expect(weighed).toMatchObject([{ match: { rule: { id: "b/mid" } }, others: [] }]);
  });
});
