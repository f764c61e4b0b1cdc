import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SEVERITIES } from "../model/rule.ts";
import { scoreOf } from "./score.ts";

const error = { severity: "error", related: [] } as const;
const warning = { severity: "warning", related: [] } as const;
const info = { severity: "info", related: [] } as const;

test.each<[string, Parameters<typeof scoreOf>[0], number, string]>([
  ["nothing", [], 0, "stranger"],
  ["an info", [info], 5, "stranger"],
  ["two infos", [info, info], 10, "acquaintance"],
  ["a warning", [warning], 30, "acquaintance"],
  ["an error", [error], 55, "nosy"],
  ["two warnings", [warning, warning], 51, "nosy"],
  ["an error and a warning", [error, warning], 69, "nosy"],
  ["two errors", [error, error], 80, "stalker"],
  ["a related rule", [{ ...error, related: ["a/b"] }], 59, "nosy"],
  ["six errors", Array.from({ length: 6 }, () => error), 99, "stalker"],
  ["a hundred errors", Array.from({ length: 100 }, () => error), 100, "stalker"],
])("%s", (...[, findings, value, band]) => {
  expect(scoreOf(findings)).toEqual({ value, band });
});

const finding = fc.record({
  severity: fc.constantFrom(...SEVERITIES),
  related: fc.array(fc.constantFrom("a/b", "c/d"), { maxLength: 3 }),
});
const findings = fc.array(finding, { maxLength: 30 });

describe("any score", () => {
  test("is a whole number from 0 to 100, with a band", () => {
    fc.assert(
      fc.property(findings, (list) => {
        const { value, band } = scoreOf(list);
        expect(Number.isInteger(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
        expect(["stranger", "acquaintance", "nosy", "stalker"]).toContain(band);
      }),
    );
  });

  test("never falls with a further finding", () => {
    fc.assert(
      fc.property(findings, finding, (list, one) => {
        expect(scoreOf([...list, one]).value).toBeGreaterThanOrEqual(scoreOf(list).value);
      }),
    );
  });

  test("never falls where a finding grows more severe", () => {
    fc.assert(
      fc.property(findings, (list) => {
        const worse = list.map((one) => ({ ...one, severity: "error" as const }));
        expect(scoreOf(worse).value).toBeGreaterThanOrEqual(scoreOf(list).value);
      }),
    );
  });

  test("does not depend on the order", () => {
    fc.assert(
      fc.property(findings, (list) => {
        expect(scoreOf(list.toReversed())).toEqual(scoreOf(list));
      }),
    );
  });

  test("has bands in order", () => {
    const bands = ["stranger", "acquaintance", "nosy", "stalker"];
    fc.assert(
      fc.property(findings, findings, (a, b) => {
        const [low, high] = [scoreOf(a), scoreOf(b)].sort((x, y) => x.value - y.value);
        expect(bands.indexOf(low?.band ?? "")).toBeLessThanOrEqual(bands.indexOf(high?.band ?? ""));
      }),
    );
  });
});
