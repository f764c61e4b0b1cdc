import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { createProject } from "../testing/project.ts";
import { loadRuleset, readRuleFiles } from "./load.ts";
import { ruleSchema } from "./schema.ts";

const ROOT = resolve(import.meta.dirname, "../..");

const OWN_RULE = `
id: brand/ogle
severity: warning
title: Ogling
message: "“{match}” ogles."
why: It is rude.
instead: Look away.
fact: activity
patterns: ["@ogle"]
flags: [We ogle.]
allows: [We look.]
`;

test("the builtin rules come without a path", async () => {
  const { rules, lexicon } = await loadRuleset([]);
  expect(rules.length).toBeGreaterThan(0);
  expect(Object.keys(lexicon).length).toBeGreaterThan(0);
});

test("a folder adds rules and words; other files in it are passed over", async () => {
  const project = createProject({
    "rules/brand/ogle.yaml": OWN_RULE,
    "rules/lexicon/own.yml": "ogle: [ogle]",
    "rules/README.md": "not: [yaml",
    "rules/.hidden.yaml": "not: [yaml",
    "rules/node_modules/x/y.yaml": "not: [yaml",
  });
  const { rules, lexicon } = await loadRuleset([project.path("rules")]);
  const builtin = await loadRuleset([]);
  expect(rules).toHaveLength(builtin.rules.length + 1);
  expect(lexicon.ogle).toEqual(["ogle"]);
});

test("a file that is named beside its folder is read once", async () => {
  const project = createProject({
    "brand/ogle.yaml": OWN_RULE,
    "lexicon/own.yaml": "ogle: [ogle]",
  });
  const paths = [project.root, project.path("brand/ogle.yaml")];
  expect((await loadRuleset(paths)).rules.some(({ id }) => id === "brand/ogle")).toBe(true);
});

test.each<[string, Record<string, string | Uint8Array>, string, string]>([
  ["a path with nothing", {}, "nope", "Cannot read the rules at nope."],
  ["binary", { "a/b.yaml": Uint8Array.of(0xff, 0xfe, 0) }, "a", "The file is not UTF-8 text."],
  ["a broken file", { "a/b.yaml": "id: [" }, "a", "Not valid YAML:"],
])("%s is refused", async (_, files, path, message) => {
  const project = createProject(files);
  await expect(loadRuleset([project.path(path)], project.root)).rejects.toMatchObject({
    code: "E_RULE",
    message: expect.stringContaining(message),
  });
});

test("places are relative to the working folder", async () => {
  const project = createProject({ "rules/brand/ogle.yaml": OWN_RULE.replace("title", "titel") });
  await expect(loadRuleset([project.path("rules")], project.root)).rejects.toMatchObject({
    place: "rules/brand/ogle.yaml:4:1",
    message: 'Unknown key "titel".',
    hint: 'Did you mean "title"?',
  });
});

test("files are read in the order of their names", async () => {
  const project = createProject({ "b/a.yaml": "x: [b]", "a/b.yaml": "x: [a]", "c.yaml": "x: [c]" });
  const files = await readRuleFiles(project.root, project.root);
  expect(files.map(({ path }) => path)).toEqual(["a/b.yaml", "b/a.yaml", "c.yaml"]);
});

test("the schema in schemas/ is the one of the check", () => {
  const text = readFileSync(resolve(ROOT, "schemas/rule.schema.json"), "utf8");
  // Mend with: npm run schemas
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(ruleSchema())));
});
