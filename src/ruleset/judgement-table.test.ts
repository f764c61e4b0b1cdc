import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import type { JudgementData } from "../model/judgement.ts";
import { openJudgement, packJudgement } from "./judgement-table.ts";

const LEARNED = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../rules/judgement.json"), "utf8"),
) as JudgementData;

const EMPTY: JudgementData = {
  weights: {},
  around: {},
  ordinary: {},
  accept: 0.5,
  veto: -0.5,
  names: {},
};

test("gives back all that was learned, to the last bit", () => {
  const { weights, around, ordinary, names, accept, veto } = openJudgement(packJudgement(LEARNED));
  expect({ accept, veto }).toEqual({ accept: LEARNED.accept, veto: LEARNED.veto });
  expect(wrong(LEARNED.weights, weights)).toEqual([]);
  expect(wrong(LEARNED.around, around)).toEqual([]);
  expect(wrong(LEARNED.ordinary, ordinary)).toEqual([]);
  expect([...names.ids]).toEqual(Object.keys(LEARNED.names));
  for (const [id, learned] of Object.entries(LEARNED.names)) {
    const weightOf = (feature: string) => new Map(names.of(feature)).get(id) ?? 0;
    expect(wrong(learned, weightOf)).toEqual([]);
  }
});

function wrong(
  learned: Readonly<Record<string, number>>,
  weightOf: (feature: string) => number,
): readonly string[] {
  return Object.keys(learned).filter((feature) => weightOf(feature) !== learned[feature]);
}

test.each(["", "w:", "w:unheard of", "constructor", "💡"])("nothing was learned of %j", (name) => {
  const { weights, around, names } = openJudgement(packJudgement(LEARNED));
  expect([weights(name), around(name), names.of(name)]).toEqual([0, 0, []]);
});

test("reads a table that stands anywhere in its memory", () => {
  const packed = packJudgement({ ...EMPTY, weights: { a: 1, b: -2 } });
  const shifted = new Uint8Array(packed.length + 3);
  shifted.set(packed, 3);
  const { weights } = openJudgement(shifted.subarray(3));
  expect(["a", "b", "c"].map(weights)).toEqual([1, -2, 0]);
});

test.each([0.125, 400])("refuses the weight %d, which a table cannot hold", (weight) => {
  expect(() => packJudgement({ ...EMPTY, weights: { a: weight } })).toThrow(/hundredths/u);
});
