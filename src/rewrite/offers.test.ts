import { describe, expect, test } from "vitest";
import { firstEdits } from "../report/output.ts";
import { lintText } from "../testing/engine.ts";
import { applyEdits } from "../text/edit.ts";

async function outcomesOf(text: string, path = "message.md") {
  const { messages } = await lintText(text, { path });
  const findings = messages.flatMap((message) => message.findings);
  const all = findings.flatMap(({ suggestions }) => suggestions);
  return {
    findings,
    first: applyEdits(text, firstEdits(findings)),
    all: all.map(({ edit }) => applyEdits(text, [edit])),
  };
}

describe("an opener about the reader goes as a whole", () => {
  test.each([
    ["At your age, good sleep matters.", "Good sleep matters."],
    ["At your weight, these chairs hold.", "These chairs hold."],
    ["For your anxiety, try our tea, 10% off.", "Try our tea, 10% off."],
  ])("%s", async (text, to) => {
    expect((await outcomesOf(text)).first).toBe(to);
  });

  test("where nothing is left but a pointer, there is no line", async () => {
    const { findings, all } = await outcomesOf("With your condition, you need this.");
    expect(findings).not.toEqual([]);
    expect(all).toEqual([]);
  });
});

describe("what is left must say something and sell", () => {
  test.each([
    '---\nsubject: "Emma turns 5 next week! 🎂"\n---\n\nOur cakes are £9.',
    "We noticed you like rakes. 🎉",
  ])("%j has no line", async (text) => {
    const { findings, all } = await outcomesOf(text);
    expect(findings).not.toEqual([]);
    expect(all).toEqual([]);
  });
});

describe("a count may go with the telling, the product stays", () => {
  test.each([
    [
      "You viewed the {{ event.product_name }} {{ event.view_count }} times last week.",
      "the {{ event.product_name }}.",
    ],
    ["Still thinking about the {{ event.product_name }}?", "the {{ event.product_name }}."],
  ])("%s", async (text, to) => {
    expect((await outcomesOf(text)).first).toContain(to);
  });
});

describe("no product", () => {
  test.each(
    "spot place seat time reminder account page email order chance way thing condition".split(" "),
  )("%s", async (noun) => {
    const texts = [`You left the ${noun} in your cart.`, `You looked at the ${noun} twice.`];
    for (const text of texts) {
      const { findings, all } = await outcomesOf(text);
      expect(findings).not.toEqual([]);
      expect(all.filter((line) => line.includes(`the ${noun}`))).toEqual([]);
    }
  });

  test("a thing is one", async () => {
    expect((await outcomesOf("You left the kettle in your cart.")).first).toContain("the kettle.");
    expect((await outcomesOf("You viewed the weight bench twice.")).first).toContain("bench");
  });
});
