import { describe, expect, test } from "vitest";
import { NO_JUDGEMENT } from "../model/judgement.ts";
import { ruleOf } from "../testing/engine.ts";
import { judgementOf } from "../testing/judgement.ts";
import { bestName, nameRules } from "./name.ts";

const RULES = ["a/a", "b/b", "c/c", "d/d", "e/e"].map((id) => ruleOf({ id }));
const NAMES = {
  "a/a": { "w:x": 1 },
  "b/b": { "w:x": 3, "w:y": -4 },
  "c/c": { "w:x": 2 },
  "d/d": { "w:x": 0.5 },
  "z/z": { "w:x": 9 },
};
const CONTEXT = { rules: RULES, judgement: judgementOf({ names: NAMES }) };
const features = (...list: readonly string[]) => list.map((name) => ({ name, at: 0 }));

describe("nameRules", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["the best first, three at most", ["w:x"], ["b/b", "c/c", "a/a"]],
    ["only those more likely than not", ["w:x", "w:y"], ["c/c", "a/a", "d/d"]],
    ["none where nothing speaks for any", ["w:z"], []],
    ["none without features", [], []],
  ])("%s", (_, list, expected) => {
    expect(nameRules(features(...list), CONTEXT).map(({ id }) => id)).toEqual(expected);
  });

  test("names no rule that is off", () => {
    const rules = RULES.filter(({ id }) => id !== "b/b");
    expect(nameRules(features("w:x"), { ...CONTEXT, rules }).map(({ id }) => id)).toEqual([
      "c/c",
      "a/a",
      "d/d",
    ]);
  });
});

describe("bestName", () => {
  test("names one, however unsure", () => {
    expect(bestName(features("w:y"), CONTEXT)?.id).toBe("a/a");
  });

  test("names none where no rule was learned", () => {
    expect(bestName(features("w:x"), { rules: RULES, judgement: NO_JUDGEMENT })).toBeUndefined();
  });
});
