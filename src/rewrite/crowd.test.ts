import { expect, test } from "vitest";
import { segmentOf } from "../testing/prose.ts";
import { withCrowd } from "./crowd.ts";
import type { Proposal } from "./propose.ts";

const text = "We noticed you like rakes. Brooms are 20% off";
const proposal: Proposal = {
  draft: { range: { start: 0, end: text.length }, pieces: [{ start: 27, end: text.length }] },
  move: "offer-first",
  tier: "safe",
  reason: "Leaves it out, so that the offer stands alone.",
  cost: 1,
};

test.each([
  [["Loved by 12,000 gardeners"], ". Loved by 12,000 gardeners."],
  [["Loved by 12,000 gardeners!", "Another"], ". Loved by 12,000 gardeners!"],
])("the claim %j stands behind the offer", (claims, words) => {
  const crowd = withCrowd(segmentOf(text), proposal, claims);
  expect(crowd?.draft.pieces.at(-1)).toBe(words);
  expect(crowd).toMatchObject({ move: "crowd", tier: "unsafe" });
});

test("no claim, no crowd; and none where there is no room for one", () => {
  expect(withCrowd(segmentOf(text), proposal, [])).toBe(undefined);
  expect(withCrowd(segmentOf(text), proposal, [" "])).toBe(undefined);
  expect(withCrowd(segmentOf(text), undefined, ["Loved"])).toBe(undefined);
  expect(withCrowd(segmentOf(text, { role: "subject" }), proposal, ["Loved"])).toBe(undefined);
});
