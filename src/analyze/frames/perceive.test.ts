import { beforeAll, describe, expect, test } from "vitest";
import type { Frame } from "../../model/frame.ts";
import { proseReader, segmentOf } from "../../testing/prose.ts";

let seenIn: (text: string) => readonly Frame[];
beforeAll(async () => {
  const read = await proseReader();
  seenIn = (text) =>
    read(segmentOf(text))
      .flatMap(({ frames }) => frames)
      .filter(({ evidence }) => evidence !== "none");
});

describe("the sender perceives the reader", () => {
  test.each<[string, Partial<Frame>]>([
    ["We noticed you like rakes", { evidence: "perceive", knower: "sender", datum: "interest" }],
    ["We noticed that you left", { evidence: "perceive", source: "observed" }],
    ["Caught you looking", { evidence: "perceive", knower: "sender" }],
    ["I noticed your site", { evidence: "perceive", knower: "sender" }],
    ["You were spotted on our pricing page", { evidence: "perceive", datum: "browse" }],
    ["You were spotted", { evidence: "perceive" }],
    ["Your visit was noticed", { evidence: "perceive" }],
    ["Our system noticed you left", { evidence: "perceive", knower: "system" }],
    ["The team spotted you admiring boots", { evidence: "perceive", datum: "browse" }],
    ["We've been watching you", { evidence: "track", knower: "sender" }],
    ["We've been keeping an eye on your visits", { evidence: "track", datum: "browse" }],
    ["We know you viewed the tent", { evidence: "know", datum: "browse" }],
    ["We know you've been dreaming of Lisbon", { evidence: "know" }],
    ["We noticed a tent in your cart", { evidence: "perceive", datum: "cart" }],
    ["We never watch what you read", { evidence: "track", negated: true, force: "promise" }],
    ["We didn't notice you", { evidence: "perceive", negated: true, force: "promise" }],
    ["If we noticed you, we'd wave", { evidence: "perceive", force: "conditional" }],
  ])("%s", (text, slots) => {
    expect(seenIn(text)).toEqual([expect.objectContaining({ person: "reader", ...slots })]);
  });

  test.each([
    ["Oh, we noticed you like rakes, so look.", "we noticed you like rakes"],
    ["And caught you looking!", "caught you looking"],
    ["We saw your post because it was public", "We saw your post"],
  ])("%s: the words are %j", (text, words) => {
    expect(seenIn(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([words]);
  });
});

describe("nobody perceives the reader", () => {
  test.each([
    "We noticed a bug",
    "We saw record demand",
    "We've seen gardeners switch to copper tape",
    "You may have noticed our new look",
    "Notice anything different?",
    "See you soon",
    "We will see you soon",
    "We'd love to see you",
    "We know you're busy",
    "We know you'll love it",
    "We know how hard Mondays are",
    "You know the feeling",
    "The cat saw a mouse",
    "Anna saw it",
    "We noticed a bug because you told us",
    "Our tents are watched by owls",
  ])("%s", (text) => {
    expect(seenIn(text)).toEqual([]);
  });
});
