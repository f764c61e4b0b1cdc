import { beforeAll, expect, test } from "vitest";
import { proseReader, readOne } from "../testing/prose.ts";
import type { Analyzer } from "./analyze.ts";
import { isPrecise } from "./precision.ts";

let read: Analyzer;
beforeAll(async () => {
  read = await proseReader();
});

function precise(text: string): boolean {
  const { terms } = readOne(read, text);
  return isPrecise(terms, 0, terms.length);
}

test.each([
  "You came three times",
  "You looked twice",
  "You came back yesterday",
  "You left at 11:42pm",
  "You left at 11:42",
  "You read it on Tuesday",
  "You joined in March",
  "You read for 4 minutes",
  "You were here two days ago",
  "You bought one last year",
  "You live 200 metres away",
  "You have bought 14 tents",
])("%s: precise", (text) => {
  expect(precise(text)).toBe(true);
});

test.each([
  "You viewed the tent",
  "The tent is £20",
  "Save 20% on tents",
  "Take 10 off",
  "Get 2 for 1",
  "You left a tent",
  "It was one of ours",
  "You have time",
  "Days are long",
])("%s: not precise", (text) => {
  expect(precise(text)).toBe(false);
});
