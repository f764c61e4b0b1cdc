import { beforeAll, describe, expect, test } from "vitest";
import { proseReader, segmentOf } from "../../testing/prose.ts";

let labelsIn: (text: string) => readonly string[];
beforeAll(async () => {
  const read = await proseReader();
  labelsIn = (text) =>
    read(segmentOf(text))
      .flatMap(({ frames }) => frames)
      .filter(({ datum, source }) => datum === "interest" && source === "inferred")
      .map(({ span }) => text.slice(span.start, span.end));
});

describe("a label put on the reader", () => {
  test.each([
    ["As a trail runner, you need shoes", "As a trail runner, you"],
    ["As a gardener your hands hurt", "As a gardener your"],
    ["As an athlete you need socks", "As an athlete you"],
    ["As a new parent, your nights are short", "As a new parent, your"],
    ["Being a runner, you need shoes", "Being a runner, you"],
    ["As a mother of two you know", "As a mother of two you"],
    ["As a trail runner, we salute you", "As a trail runner, we salute you"],
    ["Hello. As a cyclist, you climb", "As a cyclist, you"],
  ])("%s", (text, words) => {
    expect(labelsIn(text)).toEqual([words]);
  });
});

describe("no label", () => {
  test.each([
    "As a member, you save 10%",
    "As a customer, you get 10%",
    "As a subscriber, your price is £5",
    "As a rule, we ship on Monday",
    "As a runner, she won",
    "As a runner",
    "As always, you win",
    "As you like it",
    "For a runner, you are slow",
    "As a gift it works. You win",
    "As a long time fan of the very big tents of old England, you win",
    "We see you as a runner",
  ])("%s", (text) => {
    expect(labelsIn(text)).toEqual([]);
  });
});
