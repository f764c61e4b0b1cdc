import { describe, expect, test } from "vitest";
import { type Sample, type TrainingOptions, trainWeights } from "./logistic.ts";

const OPTIONS: TrainingOptions = { l1: 0.1, l2: 0.1, epochs: 20, atLeast: 1 };

function samples(rows: readonly (readonly [string, boolean, number?])[]): readonly Sample[] {
  return rows.map(([features, positive, weight = 1]) => ({
    features: features.split(" "),
    positive,
    weight,
  }));
}

/** Twenty of each: `watch` is creepy, `sale` is clean, `you` says nothing. */
const CLEAR = samples(
  Array.from(
    { length: 20 },
    () =>
      [
        ["bias you watch", true],
        ["bias you sale", false],
      ] as const,
  ).flat(),
);

function oddsOf(weights: ReadonlyMap<string, number>, features: string): number {
  return features.split(" ").reduce((sum, name) => sum + (weights.get(name) ?? 0), 0);
}

describe("trainWeights", () => {
  test("learns which features speak for it and which against", () => {
    const weights = trainWeights(CLEAR, OPTIONS);
    expect(weights.get("watch")).toBeGreaterThan(0.5);
    expect(weights.get("sale")).toBeLessThan(-0.5);
    expect(Math.abs(weights.get("you") ?? 0)).toBeLessThan(0.5);
    expect(oddsOf(weights, "bias you watch")).toBeGreaterThan(0.5);
    expect(oddsOf(weights, "bias you sale")).toBeLessThan(-0.5);
  });

  test("gives the same weights for the same samples", () => {
    expect([...trainWeights(CLEAR, OPTIONS)]).toEqual([...trainWeights(CLEAR, OPTIONS)]);
  });

  test("leaves out what is rare", () => {
    const weights = trainWeights([...CLEAR, ...samples([["odd watch", true]])], {
      ...OPTIONS,
      atLeast: 2,
    });
    expect(weights.has("odd")).toBe(false);
    expect(weights.has("watch")).toBe(true);
  });

  test("sets what says little to nothing at all, the more the greater l1", () => {
    const noise = samples(
      Array.from({ length: 30 }, (_, at) => [`bias noise-${at % 6}`, at % 2 === 0] as const),
    );
    const sizes = [0, 1, 1000].map(
      (l1) => trainWeights([...CLEAR, ...noise], { ...OPTIONS, l1 }).size,
    );
    expect(sizes[1]).toBeLessThan(sizes[0] ?? 0);
    expect(sizes[2]).toBe(0);
  });

  test("heeds how much a sample counts", () => {
    const torn = (weight: number) =>
      samples([
        ["you", true, weight],
        ["you", false, 1],
      ]);
    expect(oddsOf(trainWeights(torn(5), OPTIONS), "you")).toBeGreaterThan(0);
    expect(oddsOf(trainWeights(torn(0.2), OPTIONS), "you")).toBeLessThan(0);
  });

  test("learns nothing from nothing", () => {
    expect(trainWeights([], OPTIONS).size).toBe(0);
    expect(trainWeights(CLEAR, { ...OPTIONS, epochs: 0 }).size).toBe(0);
  });

  test("gives finite weights", () => {
    const weights = trainWeights(CLEAR, { ...OPTIONS, l1: 0, l2: 0, epochs: 200 });
    for (const weight of weights.values()) expect(Number.isFinite(weight)).toBe(true);
  });
});
