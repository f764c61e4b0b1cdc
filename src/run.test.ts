import { describe, expect, test } from "vitest";
import { CreeplintError } from "./errors.ts";
import type { Finding } from "./model/finding.ts";
import type { FileResult } from "./model/result.ts";
import { type Lint, type RunOptions, run } from "./run.ts";
import { createProject, type Project } from "./testing/project.ts";

const RULES = ["watching/noticed", "watching/knows", "activity/cart"] as const;

/** One finding for each line that says CREEPY; a record's format and line go into its message. */
const lint: Lint = async (source, { settings }, { format = "", line = 1 } = {}) => {
  if (source.text.includes("BUG")) throw new TypeError("x is not a function");
  const findings = source.text
    .split("CREEPY")
    .slice(1)
    .map(() => finding(settings.channel));
  const { channel, kind } = settings;
  const part = {
    text: source.text,
    segments: [],
    directives: [],
    ...(format && { field: format }),
  };
  const score = { value: findings.length * 10, band: "nosy" } as const;
  const messages = [
    { message: { line, channel, kind, parts: [part] }, findings, suppressed: [], score },
  ];
  const isBad = source.text.includes("BAD");
  const notices = isBad
    ? [{ level: "error" as const, code: "E_RECORD", message: "Not JSON." }]
    : [];
  return {
    path: source.path,
    text: source.text,
    encoding: source.encoding,
    bom: source.bom,
    messages: isBad ? [] : messages,
    directives: [],
    notices,
    score,
  };
};

function finding(channel: "email" | "ad" | "push" | "sms" | "web"): Finding {
  return {
    rule: "watching/noticed",
    related: [],
    likely: [],
    severity: channel === "email" ? "warning" : "error",
    part: 0,
    span: { start: 0, end: 1 },
    text: "x",
    sentence: "x",
    message: "Creepy.",
    answers: {
      fact: "activity",
      source: "observed",
      scope: "individual",
      context: { kind: "marketing", channel },
    },
    branch: [],
    suggestions: [],
  };
}

function runIn(
  project: Project,
  paths: readonly string[],
  more: Partial<RunOptions> = {},
  how = lint,
) {
  return run({ cwd: project.root, paths, flags: {}, ...more }, how);
}

/** Path, number of messages and notices of each result. */
function outline(files: readonly FileResult[]) {
  return files.map(({ path, messages, notices }) => [
    path,
    messages.length,
    ...notices.map(({ level, code, message }) => `${level} ${code} ${message}`),
  ]);
}

describe("what is linted", () => {
  test("a folder by default, in the order of paths, binary files aside", async () => {
    const project = createProject({
      "b.html": "CREEPY",
      "a.md": "fine",
      "c/z.txt": "CREEPY CREEPY",
      "x.txt": Uint8Array.of(0x89, 0, 0, 0),
      "x.png": "",
    });
    const seen: string[] = [];
    const { files, counts } = await runIn(project, [], { onResult: ({ path }) => seen.push(path) });
    expect(outline(files)).toEqual([
      ["a.md", 1],
      ["b.html", 1],
      ["c/z.txt", 1],
    ]);
    expect(seen).toEqual(["a.md", "b.html", "c/z.txt"]);
    expect(counts).toEqual({
      files: 3,
      messages: 3,
      errors: 0,
      warnings: 3,
      infos: 0,
      failed: 0,
      unread: 0,
      noticed: 0,
      score: 20,
    });
  });

  test("nothing is no trouble", async () => {
    expect(await runIn(createProject({}), [])).toMatchObject({ files: [], counts: { failed: 0 } });
  });

  test("the config's files, wherever in the project one stands", async () => {
    const project = createProject({
      "creeplint.yaml": "files: emails/**",
      "emails/a.md": "",
      "b.md": "",
      "in/x.md": "",
    });
    expect(outline((await runIn(project, [])).files)).toEqual([["emails/a.md", 1]]);
    const { files } = await run({ cwd: project.path("in"), paths: [], flags: {} }, lint);
    expect(outline(files)).toEqual([[project.path("emails/a.md"), 1]]);
  });

  test("paths that are not there are told of, the others go on", async () => {
    const project = createProject({ "a.md": "", "c.md": "" });
    const { files, counts } = await runIn(project, ["c.md", "b.md", "a.md", "x/*.md"]);
    expect(outline(files)).toEqual([
      ["a.md", 1],
      ["b.md", 0, "error E_PATH There is no such file or folder."],
      ["c.md", 1],
      ["x/*.md", 0, "error E_PATH No file matches."],
    ]);
    expect(counts).toMatchObject({ files: 4, failed: 2 });
  });

  test("a file that cannot be linted is told of, the others go on", async () => {
    const project = createProject({
      "a.md": "BUG",
      "b.md": "",
      "c.md": "x".repeat(20 * 1024 * 1024 + 1),
      "d.md": Uint8Array.of(0x93, 0x48, 0x94),
    });
    const { files, counts } = await runIn(project, []);
    expect(outline(files)).toEqual([
      ["a.md", 0, "error E_BUG creeplint failed on this file: x is not a function"],
      ["b.md", 1],
      ["c.md", 0, "error E_SIZE The file is too large: 20 MB, and 20 MB is the most."],
      ["d.md", 1, "warning E_ENCODING The file is not valid UTF-8; it was read as windows-1252."],
    ]);
    expect(counts).toMatchObject({ failed: 2 });
  });

  test("ignored files are passed over in silence, even if they are named", async () => {
    const project = createProject({
      ".gitignore": "a.md",
      "creeplint.yaml": "ignore: [b.md]",
      "in/creeplint.yaml": "ignore: [/d.md]",
      "a.md": "",
      "b.md": "",
      "c.md": "",
      "in/d.md": "",
      "in/e.md": "",
    });
    const paths = ["a.md", "b.md", "c.md", "in/d.md", "in/e.md"];
    const named = await runIn(project, paths, { ignorePatterns: ["c.md"] });
    expect(outline(named.files)).toEqual([["in/e.md", 1]]);
    expect(outline((await runIn(project, [])).files)).toEqual([
      ["c.md", 1],
      ["in/e.md", 1],
    ]);
    const all = await runIn(project, [], { useIgnoreFiles: false, ignorePatterns: ["c.md"] });
    expect(all.files.map(({ path }) => path)).toEqual(["a.md", "b.md", "in/d.md", "in/e.md"]);
  });

  test("globs of the config that match nothing are told of in a run over everything", async () => {
    const project = createProject({
      "creeplint.yaml":
        "extends: ./base.yaml\nfiles: [emials/**, emails/**, '!old/**']\noverrides:\n  - {files: [emails/a.md, ads/*], channel: ad}",
      "base.yaml": "overrides: [{files: nothing/*, channel: ad}]",
      "emails/a.md": "",
    });
    const { files, counts } = await runIn(project, []);
    expect(outline(files)).toEqual([
      [
        "creeplint.yaml",
        0,
        'warning E_CONFIG The glob "emials/**" in line 2 matches no file.',
        'warning E_CONFIG The glob "ads/*" in line 4 matches no file.',
      ],
      ["emails/a.md", 1],
    ]);
    expect(counts).toMatchObject({ files: 1, failed: 0, unread: 0 });
    expect(outline((await runIn(project, ["emails"])).files)).toEqual([["emails/a.md", 1]]);
  });
});

describe("settings", () => {
  const config = {
    "creeplint.yaml":
      'channel: ad\nrules: {"activity/*": off, watching/knows: info}\noverrides: [{files: "*.sms.txt", channel: sms}]',
    "a.txt": "CREEPY",
    "b.sms.txt": "",
    "in/creeplint.yaml": "channel: push",
    "in/c.txt": "",
  };
  const settingsOf = async (flags: RunOptions["flags"], more: Partial<RunOptions> = {}) => {
    const seen: Record<string, unknown> = {};
    const spy: Lint = async (source, context, options) => {
      const { channel, kind, preset, rules } = context.settings;
      seen[source.path] = { channel, kind, preset, rules: RULES.map((id) => rules[id]) };
      return lint(source, context, options);
    };
    await runIn(createProject(config), [], { flags, ...more }, spy);
    return seen;
  };
  const base = {
    channel: "ad",
    kind: "marketing",
    preset: "recommended",
    rules: [undefined, "info", undefined],
  };

  test("come from the nearest config and its overrides", async () => {
    expect(await settingsOf({})).toEqual({
      "a.txt": base,
      "b.sms.txt": { ...base, channel: "sms" },
      "in/c.txt": { ...base, channel: "push" },
    });
  });

  test.each<[string, RunOptions["flags"], object]>([
    ["channel", { channel: "web" }, { channel: "web" }],
    ["kind and preset", { kind: "recap", preset: "strict" }, { kind: "recap", preset: "strict" }],
    ["rules", { rules: { "watching/*": "error" } }, { rules: ["error", "error", undefined] }],
    ["skip", { skip: ["watching/knows"] }, { rules: [undefined, "off", undefined] }],
    ["only", { only: ["watching/*"] }, { rules: [undefined, "info", "off"] }],
    [
      "skip wins over only",
      { only: ["watching/*"], skip: ["watching/knows"] },
      { rules: [undefined, "off", "off"] },
    ],
  ])("flags win: %s", async (_, flags, expected) => {
    expect((await settingsOf(flags))["in/c.txt"]).toMatchObject(expected);
  });

  test("only brings back a rule that the config switches off", async () => {
    const [, , cart] = ((await settingsOf({ only: ["activity/cart"] }))["a.txt"] as typeof base)
      .rules;
    expect(["error", "warning", "info"]).toContain(cart);
  });

  test("no config", async () => {
    expect((await settingsOf({}, { config: false }))["a.txt"]).toMatchObject({ channel: "email" });
  });

  test.each<[string, Record<string, string>, Partial<RunOptions>, object]>([
    [
      "an unknown rule in a config",
      { "creeplint.yaml": "rules:\n  watching/notice: off" },
      {},
      {
        code: "E_CONFIG",
        place: "creeplint.yaml:2:3",
        message: 'Unknown rule "watching/notice".',
        hint: 'Did you mean "watching/noticed"?',
      },
    ],
    [
      "an unknown rule in an override",
      { "creeplint.yaml": 'overrides: [{files: "*", rules: {watchin/*: off}}]' },
      {},
      {
        code: "E_CONFIG",
        place: "creeplint.yaml:1:34",
        message: 'There is no rule in "watchin/*".',
      },
    ],
    [
      "an unknown rule in --only",
      {},
      { flags: { only: ["watching/notice"] } },
      {
        code: "E_USAGE",
        message: 'Unknown rule "watching/notice".',
        hint: 'Did you mean "watching/noticed"?',
      },
    ],
    ["an empty list of the only rules", {}, { flags: { only: [] } }, { code: "E_USAGE" }],
    ["an unknown rule in --skip", {}, { flags: { skip: ["x"] } }, { code: "E_USAGE" }],
    ["an unknown rule in --rule", {}, { flags: { rules: { "x/*": "off" } } }, { code: "E_USAGE" }],
    [
      "a broken config in an inner folder",
      { "a.md": "", "in/creeplint.yaml": "x: 1", "in/a.md": "" },
      {},
      { code: "E_CONFIG", place: "in/creeplint.yaml:1:1" },
    ],
    [
      "a broken rule",
      { "creeplint.yaml": "rulePaths: own", "own/a/b.yaml": "x: 1" },
      {},
      { code: "E_RULE", place: "own/a/b.yaml:1:1" },
    ],
  ])("%s stops the run", async (_, files, more, expected) => {
    const stopped = runIn(createProject(files), [], more);
    await expect(stopped).rejects.toBeInstanceOf(CreeplintError);
    await expect(stopped).rejects.toMatchObject(expected);
  });
});

describe("standard input", () => {
  const stdin = (text: string, more = {}) => ({ stdin: { bytes: Buffer.from(text), ...more } });

  test("has no name and the settings of the working folder", async () => {
    const project = createProject({ "creeplint.yaml": "channel: ad" });
    const { files } = await runIn(project, [], stdin("CREEPY"));
    expect(outline(files)).toEqual([["<stdin>", 1]]);
    expect(files[0]?.messages[0]?.message.channel).toBe("ad");
  });

  test("has the settings of the name that it is given", async () => {
    const project = createProject({ "in/creeplint.yaml": "channel: sms" });
    const { files } = await runIn(project, [], stdin("CREEPY", { filename: "in/x.html" }));
    expect(outline(files)).toEqual([["in/x.html", 1]]);
    expect(files[0]?.messages[0]?.message.channel).toBe("sms");
  });

  test.each([
    [{ input: "jsonl" }, "<stdin>"],
    [{ filename: "x.ndjson" }, "x.ndjson"],
  ])("as an archive: %j", async (more, path) => {
    const { files, counts } = await runIn(createProject({}), [], stdin("a\nb\n", more));
    expect(outline(files)).toEqual([[path, 2]]);
    expect(counts).toMatchObject({ files: 1, messages: 2 });
  });
});

describe("an archive", () => {
  const text = "CREEPY\nBAD\n\nBUG\nfine\n";

  test("is one result with a message for each record", async () => {
    const { files, counts } = await runIn(createProject({ "a.jsonl": text }), []);
    expect(outline(files)).toEqual([
      [
        "a.jsonl",
        2,
        "error E_RECORD Not JSON.",
        "error E_BUG creeplint failed on this file: x is not a function",
      ],
    ]);
    expect(
      files[0]?.messages.map(({ message }) => [message.line, message.parts[0]?.field]),
    ).toEqual([
      [1, "record"],
      [5, "record"],
    ]);
    expect(files[0]?.notices.map(({ line }) => line)).toEqual([2, 4]);
    expect(files[0]?.score.value).toBe(10);
    expect(counts).toEqual({
      files: 1,
      messages: 2,
      errors: 0,
      warnings: 1,
      infos: 0,
      failed: 0,
      unread: 2,
      noticed: 0,
      score: 10,
    });
  });

  test("is handed over record by record and not kept", async () => {
    const seen: FileResult[] = [];
    const onResult = (file: FileResult) => seen.push(file);
    const { files, counts } = await runIn(createProject({ "a.jsonl": text }), [], { onResult });
    expect(seen.map(({ messages, notices }) => messages.length + notices.length)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(outline(files)).toEqual([["a.jsonl", 0]]);
    expect(counts).toEqual({
      files: 1,
      messages: 2,
      errors: 0,
      warnings: 1,
      infos: 0,
      failed: 0,
      unread: 2,
      noticed: 0,
      score: 10,
    });
  });
});
