import { beforeAll, describe, expect, test } from "vitest";
import type { Analyzer } from "../analyze/analyze.ts";
import type { Field } from "../model/field.ts";
import { matchOf, ruleOf } from "../testing/engine.ts";
import { proseReader, readOne, segmentOf } from "../testing/prose.ts";
import { type Feature, featuresOf, type Surroundings, withNeighbours } from "./features.ts";

let read: Analyzer;
beforeAll(async () => {
  read = await proseReader();
});

const AROUND: Surroundings = {
  message: { channel: "email", kind: "marketing" },
  segment: { role: "body" },
  matches: [],
};

function featuresIn(text: string, around: Partial<Surroundings> = {}): readonly Feature[] {
  return featuresOf(readOne(read, text), { ...AROUND, ...around });
}

function names(features: readonly Feature[]): readonly string[] {
  return features.map(({ name }) => name);
}

describe("features", () => {
  test("are the same for the same sentence", () => {
    const text = "We noticed you left 2 tents in your cart!";
    expect(featuresIn(text)).toEqual(featuresIn(text));
  });

  test("stand each once", () => {
    const found = names(featuresIn("You and you and you left it"));
    expect(new Set(found).size).toBe(found.length);
  });

  test.each<[string, string, readonly string[]]>([
    ["words", "You left it", ["w:you", "w:left", "w:it"]],
    ["pairs of words", "You left it", ["b:you left", "b:left it", "b:it $"]],
    ["how it opens", "You left it", ["o:you left"]],
    ["classes", "You viewed it", ["c:@browse", "cb:you @browse"]],
    [
      "words near the reader",
      "Oh you viewed it",
      ["n:you before oh", "n:you after viewed", "nc:you after @browse"],
    ],
    ["predicates", "You viewed it", ["p:reader past", "pv:reader view", "pc:reader past @browse"]],
    ["negated predicates", "You haven't bought it", ["p:reader not perfect"]],
    [
      "frames",
      "You viewed it",
      [
        "f:none none reader browse false",
        "ff:browse observed statement",
        "fp:none statement false",
      ],
    ],
    ["figures by their shape", "You bought 14 of 200 tents", ["w:0", "digits:true reader"]],
    [
      "no reader",
      "Tents are here",
      ["ch:email nobody", "k:marketing nobody", "digits:false nobody"],
    ],
    ["the reader", "Your tent", ["ch:email reader", "k:marketing reader"]],
    ["the end", "Is it your tent?", ["end:? reader"]],
    ["length", "You left it", ["len:0"]],
    ["itself", "You", ["bias", "w:you"]],
  ])("tell of %s", (_, text, expected) => {
    expect(names(featuresIn(text))).toEqual(expect.arrayContaining([...expected]));
  });

  test("tell what it stands in", () => {
    const found = featuresIn("You left it", {
      message: { channel: "push", kind: "recap" },
      segment: { role: "subject" },
      matches: [matchOf(ruleOf({ id: "activity/cart" }))],
    });
    expect(names(found)).toEqual(
      expect.arrayContaining([
        "ch:push reader",
        "k:recap reader",
        "role:subject",
        "r:activity/cart",
        "rf:activity recap",
        "rules:1 recap",
      ]),
    );
  });

  test.each([
    ["heading", true],
    ["description", true],
    ["subject", false],
  ] as const)("take a %s for a body: %s", (role, isBody) => {
    const found = names(featuresIn("You left it", { segment: { role } }));
    expect(found.includes("role:body")).toBe(isBody);
    expect(found).toContain(`role:${role}`);
  });

  test("point at their word, or at none", () => {
    const found = new Map(featuresIn("Oh you left").map(({ name, at }) => [name, at]));
    expect([found.get("w:you"), found.get("n:you after left"), found.get("bias")]).toEqual([
      1, 2, -1,
    ]);
  });

  test("name a merge tag by what it holds, not as it is written", () => {
    const field: Field = {
      name: "secretProductName",
      is: "product",
      from: "observed",
      sensitive: false,
    };
    const hole = {
      at: { start: 9, end: 14 },
      span: { start: 9, end: 14 },
      language: "liquid",
      fields: [field],
    };
    const [sentence] = read(segmentOf("You left thing", { holes: [hole] }));
    const found = sentence === undefined ? [] : names(featuresOf(sentence, AROUND));
    expect(found).toContain("w:@field-product");
    expect(found.join(" ")).not.toMatch(/secret|thing/u);
  });

  test("hold no more of the text than pairs of its words", () => {
    const found = names(featuresIn("Quince umbra vexed wombat xylem yarrow"));
    const words = ["quince", "umbra", "vexed", "wombat", "xylem", "yarrow"];
    for (const name of found) {
      expect(words.filter((word) => name.includes(word)).length).toBeLessThanOrEqual(2);
    }
  });

  test("keep no figure as it is written", () => {
    const found = names(featuresIn("You paid 4111 on 24 May at 11:42"));
    expect(found.join(" ")).not.toMatch(/4111|24|11:42/u);
  });

  test("are found in a sentence without words", () => {
    const [sentence] = read(segmentOf("👀"));
    expect(sentence === undefined ? [] : names(featuresOf(sentence, AROUND))).toContain("bias");
  });
});

describe("neighbours", () => {
  const one = (...list: readonly string[]) => list.map((name) => ({ name, at: 0 }));

  test("lend their words and frames, marked, and keep their place to themselves", () => {
    const [first, second, third] = withNeighbours([
      one("w:a", "bias"),
      one("w:b"),
      one("w:c", "k:x"),
    ]);
    expect(names(first ?? [])).toEqual(["w:a", "bias", "xw:b"]);
    expect(names(second ?? [])).toEqual(["w:b", "xw:a", "xw:c"]);
    expect(names(third ?? [])).toEqual(["w:c", "k:x", "xw:b"]);
    expect(second?.slice(1).map(({ at }) => at)).toEqual([-1, -1]);
  });

  test("that say the same lend it once", () => {
    const [, second] = withNeighbours([one("w:a"), one("w:b"), one("w:a")]);
    expect(names(second ?? [])).toEqual(["w:b", "xw:a"]);
  });

  test("of the neighbours do not count", () => {
    const [first] = withNeighbours([one("w:a"), one("w:b"), one("w:c")]);
    expect(names(first ?? [])).not.toContain("xw:c");
  });

  test("a sentence alone has none", () => {
    expect(withNeighbours([one("w:a")])).toEqual([one("w:a")]);
    expect(withNeighbours([])).toEqual([]);
  });
});
