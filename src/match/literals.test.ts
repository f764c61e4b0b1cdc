import { describe, expect, test } from "vitest";
import type { ReadSegment } from "../model/match.ts";
import { messageOf, ruleOf } from "../testing/engine.ts";
import { segmentOf } from "../testing/prose.ts";
import { buildProse } from "../text/offset-map.ts";
import { NO_CHECKS } from "./literals/number-checks.ts";
import { matchLiterals } from "./literals.ts";

const CONTEXT = { message: messageOf(), checks: NO_CHECKS };
const RULE = ruleOf({ id: "exposure/literal-pii", literals: ["personal-email", "card-number"] });

function found(text: string, literals = RULE.literals): readonly string[] {
  const read: ReadSegment = { part: 0, segment: segmentOf(text), sentences: [] };
  return matchLiterals(read, { ...RULE, literals }, CONTEXT).map(({ at }) =>
    text.slice(at.start, at.end),
  );
}

describe("personal addresses", () => {
  test.each([
    ["Your file is under jane.roe@example.org.", "jane.roe@example.org"],
    ["<j.smith@mail.example.co.uk>", "j.smith@mail.example.co.uk"],
    ["https://shop.example/?e=jane.roe@example.org&x", "jane.roe@example.org"],
  ])("%s", (text, address) => {
    expect(found(text)).toEqual([address]);
  });

  test.each([
    "help@shop.example",
    "noreply@shop.example",
    "no-reply@shop.example",
    "Do-Not-Reply@shop.example",
    "customer.care@shop.example",
    "first.last@shop.example",
    "your.name@shop.example",
    "support.uk@shop.example",
    "jane@shop.example",
    "jane.roe@localhost",
    "@jane.roe",
    "{{ email }}",
    "2 tents @ £5.00",
    "tent.v2@shop.example",
    "img.logo@2x.example",
  ])("%s is none", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("card numbers", () => {
  test.each([
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "4111111111111111",
    // Four fours as on a card are taken for one, whatever the check digit.
    "4111 1111 1111 1112",
    "5555 5555 5555 4444",
  ])("%s", (number) => {
    expect(found(`Card ${number} was charged.`)).toEqual([number]);
  });

  test.each([
    ["a wrong check digit", "4111111111111112"],
    ["swapped digits", "4111111111111171"],
    ["fours that no card begins with", "9111 1111 1111 1112"],
    ["last four digits", "•••• 1111"],
    ["a first digit of no card network", "1111111111111117"],
    ["too short", "4111 1111 1111"],
    ["part of a longer number", "94111111111111111"],
    ["a phone number", "01632 960881"],
  ])("%s is none: %s", (_, number) => {
    expect(found(`Card ${number} was charged.`)).toEqual([]);
  });
});

test("a rule looks only for what it names", () => {
  const text = "jane.roe@example.org 4111 1111 1111 1111";
  expect(found(text, ["card-number"])).toEqual(["4111 1111 1111 1111"]);
  expect(found(text, [])).toEqual([]);
  expect(found(text, ["no-such-detector"])).toEqual([]);
});

test("the words have their place in the source", () => {
  const prose = buildProse();
  prose.whole("&", { start: 10, end: 15 });
  prose.copy(" jane.roe@example.org", 15);
  const { text, map } = prose.build();
  const read: ReadSegment = { part: 2, segment: segmentOf(text, { map }), sentences: [] };
  expect(matchLiterals(read, RULE, CONTEXT)).toMatchObject([
    { part: 2, span: { start: 16, end: 36 } },
  ]);
});

test("a wall of address pieces does not stall", () => {
  const start = performance.now();
  found("a.".repeat(50_000));
  found(`${"a@".repeat(20_000)}b`);
  found("your phone ".repeat(5000), ["phone-number"]);
  for (const name of ["phone-number", "national-id", "bank-account", "birth-date"]) {
    found("12 34-".repeat(10_000), [name]);
    found("GB82 ".repeat(10_000), [name]);
    found(`sort code ${"20-00-00 ".repeat(5000)}`, [name]);
  }
  found("1234 ".repeat(20_000));
  expect(performance.now() - start).toBeLessThan(3000);
});
