import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { FIELD_CLASSES, SOURCES } from "../model/field.ts";
import { createProject } from "../testing/project.ts";
import { loadConfig } from "./load.ts";
import { configSchema } from "./schema.ts";

const PAGE = readFileSync(resolve(import.meta.dirname, "../../docs/configuration.md"), "utf8");
const BLOCK = /```yaml\n(.*?)```/gsu;

/** The samples that are configs: not front matter, not a comment alone. */
const samples = Array.from(PAGE.matchAll(BLOCK), ([, text]) => text ?? "").filter(
  (text) => !text.startsWith("---"),
);

test.each(samples)("%.40j is a config", async (text) => {
  const project = createProject({ "creeplint.yaml": text });
  expect((await loadConfig({ cwd: project.root })).origins).toHaveLength(1);
});

test("the page names every key, field class and source", () => {
  const keys = Object.keys(configSchema().properties ?? {}).filter((key) => key !== "$schema");
  const missing = [...keys, ...FIELD_CLASSES, ...SOURCES].filter(
    (word) => !PAGE.includes(`\`${word}\``),
  );
  expect(missing).toEqual([]);
});
