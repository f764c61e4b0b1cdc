import { Chalk } from "chalk";
import { expect, test } from "vitest";
import type { Band } from "../model/result.ts";
import { meter } from "./meter.ts";

test.each<[number, Band, string]>([
  [0, "stranger", "stranger ●──────────────────────── stalker  0 of 100, stranger"],
  [50, "nosy", "stranger ━━━━━━━━━━━━●──────────── stalker  50 of 100, nosy"],
  [100, "stalker", "stranger ━━━━━━━━━━━━━━━━━━━━━━━━● stalker  100 of 100, stalker"],
])("%i", (value, band, line) => {
  expect(meter({ value, band }, new Chalk({ level: 0 }))).toBe(line);
});
