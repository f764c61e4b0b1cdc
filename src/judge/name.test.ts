import { describe, expect, test } from "vitest";
import { NO_JUDGEMENT } from "../model/judgement.ts";
import { ruleOf } from "../testing/engine.ts";
import { judgementOf } from "../testing/judgement.ts";
import { type Name, nameRules } from "./name.ts";

const RULES = ["a/a", "b/b", "c/c", "d/d", "e/e"].map((id) => ruleOf({ id }));
const NAMES = {
  "a/a": { "w:x": 1, "w:v": -3, "w:u": -0.5 },
  "b/b": { "w:x": 3, "w:y": -4, "w:v": 2, "w:u": 1 },
  "c/c": { "w:x": 2, "w:v": -2, "w:u": -0.4 },
  "d/d": { "w:x": 0.5, "w:v": -4, "w:u": -2 },
  "z/z": { "w:x": 9 },
};
const CONTEXT = { rules: RULES, judgement: judgementOf({ names: NAMES }) };
const features = (...list: readonly string[]) => list.map((name) => ({ name, at: 0 }));

describe("nameRules", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["the best first, three at most", ["w:x"], ["b/b", "c/c", "a/a"]],
    ["two at least, the second one unsure", ["w:v"], ["b/b", "c/c?"]],
    ["a third one where it is likely enough", ["w:u"], ["b/b", "c/c?", "a/a?"]],
    ["the best, however unlikely", ["w:y"], ["a/a?", "c/c?", "d/d?"]],
    ["the first in order where nothing speaks for any", [], ["a/a?", "b/b?", "c/c?"]],
  ])("%s", (_, list, expected) => {
    expect(shown(nameRules(features(...list), CONTEXT))).toEqual(expected);
  });

  test("names no rule that is off", () => {
    const rules = RULES.filter(({ id }) => id !== "b/b");
    expect(shown(nameRules(features("w:x"), { ...CONTEXT, rules }))).toEqual(["c/c", "a/a", "d/d"]);
  });

  test("names none where no rule was learned", () => {
    expect(nameRules(features("w:x"), { rules: RULES, judgement: NO_JUDGEMENT })).toEqual([]);
  });
});

function shown(names: readonly Name[]): readonly string[] {
  return names.map(({ rule, sure }) => (sure ? rule.id : `${rule.id}?`));
}
