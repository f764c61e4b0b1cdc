import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { PRESETS, type Preset } from "../model/config.ts";
import type { Channel } from "../model/message.ts";
import { BANDS } from "../model/result.ts";
import type { Severity } from "../model/rule.ts";
import { lintText } from "../testing/engine.ts";
import { scoreOf } from "./score.ts";

const PAGE = readFileSync(resolve(import.meta.dirname, "../../docs/severity.md"), "utf8");

/** The rows of the table with these columns. */
function table(columns: string): readonly (readonly string[])[] {
  const [, rest = ""] = PAGE.split(`${columns}\n`);
  const [body = ""] = rest.split("\n\n");
  const cells = (line: string) => line.slice(2, -2).split(" | ");
  return body.split("\n").slice(1).map(cells);
}

async function findings(text: string, settings: Parameters<typeof lintText>[1] = {}) {
  const { messages } = await lintText(text, settings);
  return messages.flatMap((message) => message.findings);
}

describe("docs/severity.md", () => {
  test.each(table("| copy | channel | finding |"))(
    "%s in %s: %s",
    async (...[copy = "", channel, finding]) => {
      const found = await findings(copy, { settings: { channel: channel as Channel } });
      expect(found.map(({ rule, severity }) => `\`${rule}\` ${severity}`)).toEqual([finding]);
    },
  );

  test.each(table("| copy | preset | severity |"))(
    "%s under %s: %s",
    async (...[copy = "", preset, expected]) => {
      const found = await findings(copy, { settings: { preset: preset as Preset } });
      expect(found.map(({ severity }) => severity)).toEqual([expected]);
    },
  );

  test.each(table("| findings | score | band |"))("%s: %s, %s", (list = "", value = "", band) => {
    const written = list === "none" ? [] : list.split(", ");
    const parts = written.map((one) => {
      const [severity, related] = one.split(" + ");
      return { severity: severity as Severity, related: related === undefined ? [] : [related] };
    });
    expect(scoreOf(parts)).toEqual({ value: Number(value), band });
  });

  test("names every preset and band", () => {
    for (const preset of PRESETS) expect(PAGE).toContain(`\`creeplint:${preset}\``);
    for (const band of BANDS) expect(PAGE).toContain(`(${band})`);
  });
});
