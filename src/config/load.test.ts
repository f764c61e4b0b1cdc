import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { CreeplintError } from "../errors.ts";
import { createProject, type Project } from "../testing/project.ts";
import { configLoader, loadConfig } from "./load.ts";
import { configSchema } from "./schema.ts";
import { settingsFor } from "./settings.ts";

const NAMES = ["creeplint.yaml", ".creeplint.yaml", "creeplint.yml", ".creeplint.yml"];

/** The error as people see it: place, message, hint. */
async function problem(project: Project, file?: string, from = "."): Promise<string> {
  try {
    await loadConfig({ cwd: project.root, from, ...(file !== undefined && { file }) });
  } catch (error) {
    if (!(error instanceof CreeplintError)) throw error;
    expect(error.code).toBe("E_CONFIG");
    return [error.place, error.message, error.hint].filter(Boolean).join(" | ");
  }
  return "no error";
}

describe("where a config is found", () => {
  test.each(NAMES)("%s", async (name) => {
    const project = createProject({ [name]: "channel: ad" });
    expect(await loadConfig({ cwd: project.root })).toMatchObject({
      channel: "ad",
      root: project.root,
      origins: [project.path(name)],
    });
  });

  test("package.json, if it has the key", async () => {
    const project = createProject({
      "package.json": '{\n\t"name": "x",\n\t"creeplint": {\n\t\t"channel": "ad"\n\t}\n}\n',
      "inner/package.json": '{"name": "creeplint"}',
      "inner/deep/package.json": "{not json",
    });
    expect(await loadConfig({ cwd: project.path("inner/deep") })).toMatchObject({ channel: "ad" });
  });

  test("a broken package.json that is meant for us is told of", async () => {
    const project = createProject({ "package.json": '{"creeplint": {"channel": "ad"' });
    expect(await problem(project)).toMatch(/^package\.json:1:\d+ \| Not valid YAML: /u);
  });

  test("a wrong key in package.json has its place", async () => {
    const project = createProject({ "package.json": '{\n  "creeplint": { "chanel": "ad" }\n}' });
    expect(await problem(project)).toBe(
      'package.json:2:18 | Unknown key "chanel". | Did you mean "channel"?',
    );
  });

  test("two in one folder are refused", async () => {
    const project = createProject({ "creeplint.yaml": "", ".creeplint.yaml": "" });
    expect(await problem(project)).toBe(
      "creeplint.yaml | There is another config beside it: .creeplint.yaml. | Keep one of them.",
    );
  });

  test("none: the defaults, with the repository as root", async () => {
    const project = createProject({ "a/b/c.html": "" });
    mkdirSync(project.path(".git"));
    expect(await loadConfig({ cwd: project.path("a"), from: "b" })).toMatchObject({
      root: project.root,
      origins: [],
      preset: "recommended",
      channel: "email",
      kind: "marketing",
      files: [],
    });
  });

  test("outer configs fill in, the nearest wins", async () => {
    const project = createProject({
      "creeplint.yaml": "channel: ad\nkind: service\nrules: {a/b: error, a/c: off}\nbrand: [Acme]",
      "in/creeplint.yaml": "channel: sms\nrules: {a/b: off}\nbrand: [Bolt]",
    });
    const config = await loadConfig({ cwd: project.root, from: "in/deep" });
    expect(config).toMatchObject({ channel: "sms", kind: "service", brand: ["Acme", "Bolt"] });
    expect(config).toMatchObject({ root: project.root });
    expect(Object.entries(config.rules)).toEqual([
      ["a/c", "off"],
      ["a/b", "off"],
    ]);
  });

  test("root: true stops the search", async () => {
    const project = createProject({
      "creeplint.yaml": "channel: ad",
      "in/creeplint.yaml": "root: true\nkind: service",
    });
    expect(await loadConfig({ cwd: project.path("in") })).toMatchObject({
      channel: "email",
      kind: "service",
    });
  });

  test("a named file stands alone, false means none", async () => {
    const project = createProject({ "creeplint.yaml": "channel: ad", "my.yaml": "kind: recap" });
    const cwd = project.root;
    expect(await loadConfig({ cwd, file: "my.yaml" })).toMatchObject({
      channel: "email",
      kind: "recap",
    });
    expect(await loadConfig({ cwd, file: false })).toMatchObject({ channel: "email", origins: [] });
    expect(await problem(project, "no.yaml")).toBe('There is no config at "no.yaml".');
  });

  test("folders under one config share it", async () => {
    const project = createProject({ "creeplint.yaml": "channel: ad" });
    const configOf = configLoader({ cwd: project.root });
    expect(await configOf(project.path("a"))).toBe(await configOf(project.path("b/c")));
  });
});

describe("extends", () => {
  test.each([
    ["creeplint:strict", "strict"],
    ["[creeplint:strict, creeplint:relaxed]", "relaxed"],
  ])("%s", async (value, preset) => {
    const project = createProject({ "creeplint.yaml": `extends: ${value}` });
    expect(await loadConfig({ cwd: project.root })).toMatchObject({ preset });
  });

  test("files, whose globs and paths count from their own folder", async () => {
    const project = createProject({
      "creeplint.yaml": "extends: ./shared/base.yaml\nfiles: emails/**",
      "shared/base.yaml":
        "extends: creeplint:relaxed\nchannel: ad\nrulePaths: rules\nignore: [old, /new, a/b, '!keep']\noverrides: [{files: '*.md', channel: sms}]",
      "shared/rules/x.txt": "",
    });
    const config = await loadConfig({ cwd: project.root });
    expect(config).toMatchObject({
      preset: "relaxed",
      channel: "ad",
      files: ["emails/**"],
      rulePaths: [project.path("shared/rules")],
      ignore: ["/shared/**/old", "/shared/new", "/shared/a/b", "!/shared/**/keep"],
      origins: [project.path("shared/base.yaml"), project.path("creeplint.yaml")],
    });
    expect(settingsFor(config, project.path("shared/x.md")).channel).toBe("sms");
    expect(settingsFor(config, project.path("x.md")).channel).toBe("ad");
  });

  test.each<[string, Record<string, string>, string]>([
    [
      "itself",
      { "creeplint.yaml": "extends: ./creeplint.yaml" },
      "creeplint.yaml:1:10 | The config extends itself: creeplint.yaml → creeplint.yaml.",
    ],
    [
      "in a circle",
      { "creeplint.yaml": "extends: ./a.yaml", "a.yaml": "extends: [./creeplint.yaml]" },
      "a.yaml:1:11 | The config extends itself: creeplint.yaml → a.yaml → creeplint.yaml.",
    ],
    [
      "nothing",
      { "creeplint.yaml": "extends: ./a.yaml" },
      'creeplint.yaml:1:10 | There is no config at "./a.yaml".',
    ],
    [
      "a folder",
      { "creeplint.yaml": "extends: ./a", "a/b": "" },
      "a | A file is wanted here, not a folder.",
    ],
    [
      "an unknown preset",
      { "creeplint.yaml": "extends: creeplint:strickt" },
      'creeplint.yaml:1:10 | Unknown preset "creeplint:strickt". | Did you mean "creeplint:strict"?',
    ],
    [
      "a bare name",
      { "creeplint.yaml": "extends: strict" },
      'creeplint.yaml:1:10 | "strict" is neither a preset nor a relative path. | Presets: creeplint:recommended, creeplint:strict, creeplint:relaxed. A path starts with ./ or ../.',
    ],
  ])("%s is refused", async (_, files, expected) => {
    expect(await problem(createProject(files))).toBe(expected);
  });

  test("what lies outside of the project is refused, also behind a link", async () => {
    const project = createProject({
      "secret.yaml": "channel: ad",
      "in/creeplint.yaml": "root: true\nextends: ../secret.yaml",
      "linked/creeplint.yaml": "root: true\nextends: ./link.yaml",
    });
    symlinkSync(project.path("secret.yaml"), project.path("linked/link.yaml"));
    expect(await problem(project, undefined, "in")).toBe(
      `in/creeplint.yaml:2:10 | "../secret.yaml" lies outside of the project. | The project is ${project.path("in")}.`,
    );
    expect(await problem(project, undefined, "linked")).toContain('"./link.yaml" lies outside');
  });

  test.each([
    ["broken", "secret: [token-123"],
    ["of other keys", "token-123: 1"],
  ])("what lies outside of the project is not read: a file %s", async (_, text) => {
    const project = createProject({
      "secret.yaml": text,
      "in/creeplint.yaml": "root: true\nextends: [../secret.yaml]",
    });
    expect(await problem(project, undefined, "in")).toContain("lies outside of the project.");
  });

  test("whether anything is there outside of the project is not told", async () => {
    const project = createProject({ "in/creeplint.yaml": "root: true\nextends: ../no.yaml" });
    expect(await problem(project, undefined, "in")).toContain("lies outside of the project.");
  });

  test("the outer folders of a repository are inside of the project", async () => {
    const project = createProject({
      "base.yaml": "channel: ad",
      "in/creeplint.yaml": "extends: ../base.yaml",
    });
    mkdirSync(project.path(".git"));
    expect(await loadConfig({ cwd: project.path("in") })).toMatchObject({ channel: "ad" });
  });

  test("files that double at each step are refused", async () => {
    const names = Array.from({ length: 30 }, (_, n) => [
      `c${n}.yaml`,
      `extends: [./c${n + 1}.yaml, ./c${n + 1}.yaml]`,
    ]);
    const project = createProject({
      ...Object.fromEntries(names),
      "c30.yaml": "",
      "creeplint.yaml": "extends: ./c0.yaml",
    });
    project.write("c30.yaml", "channel: ad");
    expect(await problem(project)).toContain("Too many files extend each other.");
  });
});

describe("what is refused, and how it is said", () => {
  test.each([
    ["chanel: ad", '1:1 | Unknown key "chanel". | Did you mean "channel"?'],
    ["channel: fax", '1:10 | Unknown channel "fax". | Did you mean'],
    [
      "kind: promo",
      '1:7 | Unknown kind "promo". | Known: marketing, transactional, service, recap.',
    ],
    ["rules:\n  a/b: eror", '2:8 | Unknown severity "eror". | Did you mean "error"?'],
    [
      "rules:\n  a/b: false",
      '2:8 | "a/b" must be text, not true or false. | Put it in quotes: "false".',
    ],
    ["rules:\n  a/b: 2", '2:8 | "a/b" must be text, not a number. | Put it in quotes: "2".'],
    ["rules:\n  noticed: off", '2:3 | "noticed" must be of the form family/name or family/*.'],
    ["rules:\n  __proto__: off", '2:3 | The key "__proto__" is not allowed.'],
    ["files: ../a", '1:8 | "files" must stay below the config\'s folder.'],
    ["files: [/a]", '1:9 | An entry of "files" must stay below the config\'s folder.'],
    [
      "fields: {last_order: {is: purchas}}",
      '1:27 | Unknown field class "purchas". | Did you mean "purchase"?',
    ],
    ["fields: {last_order: purchase}", '1:22 | "last_order" must be a map, not text.'],
    ["fields: {last_order: {}}", '1:22 | The key "is" is missing.'],
    ["fields: {x: {is: name, from: web}}", '1:30 | Unknown source "web".'],
    ["overrides: [{channel: ad}]", '1:13 | The key "files" is missing.'],
    ["overrides: [{files: []}]", '1:21 | "files" needs at least one glob.'],
    ["overrides: {files: a}", '1:12 | "overrides" must be a list, not a map.'],
    ["rulePaths: [rules]", '1:13 | There is nothing at "rules".'],
    ["archive: {txt: a}", '1:11 | Unknown key "txt". | Did you mean "text"?'],
    ["baseline: ../x.json", '1:11 | "baseline" must stay below'],
    ["just words", "1:1 | The file must be a map, not text."],
    ["a: b: c", "1:4 | Not valid YAML: Nested mappings are not allowed in compact mappings."],
  ])("%s", async (text, expected) => {
    expect(await problem(createProject({ "creeplint.yaml": text }))).toContain(
      `creeplint.yaml:${expected}`,
    );
  });

  test("binary", async () => {
    const project = createProject({ "creeplint.yaml": Uint8Array.of(0x89, 0x50, 0x4e, 0x47) });
    expect(await problem(project)).toBe("creeplint.yaml | The file is not UTF-8 text.");
  });

  test("huge", async () => {
    const project = createProject({ "creeplint.yaml": "#".repeat(5_000_000) });
    expect(await problem(project)).toBe(
      "creeplint.yaml | The file is too large for settings or rules.",
    );
  });

  test("a folder by the name", async () => {
    const project = createProject({ "creeplint.yaml/x": "" });
    expect(await problem(project)).toBe("creeplint.yaml | A file is wanted here, not a folder.");
  });
});

test("all keys", async () => {
  const project = createProject({
    "creeplint.yaml": `
# yaml-language-server: $schema=node_modules/creeplint/schemas/config.schema.json
root: true
extends: creeplint:strict
files: [emails/**]
ignore: [drafts/]
channel: push
kind: recap
rules: { watching/noticed: off, "activity/*": warning }
overrides:
  - files: ["ads/*.txt"]
    channel: ad
    rules: { activity/cart: error }
fields:
  last_order: { is: purchase, from: account }
  shoe: { is: product }
brand: [Acme]
claims: ["Loved by 12,000 gardeners"]
rulePaths: [own]
archive: { id: key, text: copy }
`,
    "own/x": "",
  });
  expect(await loadConfig({ cwd: project.root })).toMatchObject({
    preset: "strict",
    files: ["emails/**"],
    ignore: ["drafts/"],
    channel: "push",
    kind: "recap",
    rules: { "watching/noticed": "off", "activity/*": "warning" },
    overrides: [{ files: ["ads/*.txt"], channel: "ad", rules: { "activity/cart": "error" } }],
    fields: {
      last_order: { is: "purchase", from: "account" },
      shoe: { is: "product", from: "unknown" },
    },
    brand: ["Acme"],
    claims: ["Loved by 12,000 gardeners"],
    rulePaths: [project.path("own")],
    archive: { id: "key", channel: "channel", kind: "kind", text: ["copy"] },
    ruleKeys: [
      { text: "watching/noticed", place: "creeplint.yaml:9:10" },
      { text: "activity/*", place: "creeplint.yaml:9:33" },
      { text: "activity/cart", place: "creeplint.yaml:13:14" },
    ],
    globs: {
      files: [{ text: "emails/**", place: "creeplint.yaml:5:9" }],
      overrides: [{ text: "ads/*.txt", place: "creeplint.yaml:11:13" }],
    },
  });
});

test("the schema in schemas/ is the one of the check", () => {
  const path = resolve(import.meta.dirname, "../../schemas/config.schema.json");
  // Mend with: npm run schemas
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(
    JSON.parse(JSON.stringify(configSchema())),
  );
});

describe("settings for a file", () => {
  const text = `
channel: email
rules: {a/b: error, a/c: warning}
overrides:
  - {files: "ads/**", channel: ad, rules: {"a/*": off}}
  - {files: ["**/*.sms.txt", "push/{a,b}.txt"], kind: service, rules: {a/b: info}}
  - {files: "+(x|y)/*", channel: web}
`;

  test.each([
    [
      "x.html",
      "email",
      "marketing",
      [
        ["a/b", "error"],
        ["a/c", "warning"],
      ],
    ],
    [
      "ads/x.html",
      "ad",
      "marketing",
      [
        ["a/b", "error"],
        ["a/c", "warning"],
        ["a/*", "off"],
      ],
    ],
    [
      "ads/.x/x.html",
      "ad",
      "marketing",
      [
        ["a/b", "error"],
        ["a/c", "warning"],
        ["a/*", "off"],
      ],
    ],
    [
      "ads/x.sms.txt",
      "ad",
      "service",
      [
        ["a/c", "warning"],
        ["a/*", "off"],
        ["a/b", "info"],
      ],
    ],
    [
      "push/b.txt",
      "email",
      "service",
      [
        ["a/c", "warning"],
        ["a/b", "info"],
      ],
    ],
    [
      "xx/a.txt",
      "email",
      "marketing",
      [
        ["a/b", "error"],
        ["a/c", "warning"],
      ],
    ],
    [
      "../ads/x.html",
      "email",
      "marketing",
      [
        ["a/b", "error"],
        ["a/c", "warning"],
      ],
    ],
  ])("%s", async (name, channel, kind, rules) => {
    const project = createProject({ "creeplint.yaml": text });
    const settings = settingsFor(await loadConfig({ cwd: project.root }), join(project.root, name));
    expect(settings).toMatchObject({ channel, kind });
    expect(Object.entries(settings.rules)).toEqual(rules);
  });
});
