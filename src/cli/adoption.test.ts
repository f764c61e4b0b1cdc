import { rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createProject, type Project } from "../testing/project.ts";
import { createRepository } from "../testing/repository.ts";
import { runMain } from "../testing/run-cli.ts";

const CREEPY = "We noticed you like rakes.\n";
const CART = "You left a watering can in your cart.\n";
const CALM = "Our sale on brooms is on this weekend.\n";
const BASELINE = ["--baseline", "known.json"];

/** `file:line` of each finding, the codes of notices, and the exit code. */
async function lint(project: Project, argv: readonly string[], cwd = project.root) {
  const { stdout, stderr, code } = await runMain([...argv, "--format", "compact"], { cwd });
  const found = stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => `${line.split(":").slice(0, 2).join(":")} ${/\[(.*)\]$/u.exec(line)?.[1]}`);
  return { found, code, stderr };
}

async function update(project: Project, argv: readonly string[] = []) {
  return (await runMain([...argv, ...BASELINE, "--update-baseline"], { cwd: project.root })).stdout;
}

describe("a baseline", () => {
  test("silences what it lists, wherever the lines move, and nothing else", async () => {
    const project = createProject({ "mail/a.txt": `${CALM}\n${CREEPY}`, "b.txt": CART });
    expect(await update(project)).toBe("known.json lists 2 findings now: 2 added, 0 removed.\n");
    expect(await lint(project, BASELINE)).toEqual({ found: [], code: 0, stderr: "" });
    project.write("mail/a.txt", `${CALM}\n${CART}\n${CREEPY}`);
    const after = { found: ["mail/a.txt:3 activity/cart"], code: 0, stderr: "" };
    expect(await lint(project, BASELINE)).toEqual(after);
    expect(
      await lint(project, ["--baseline", "../known.json", "a.txt"], project.path("mail")),
    ).toEqual({ ...after, found: ["a.txt:3 activity/cart"] });
  });

  test("of a sentence that stands there twice, lists both; a third is new", async () => {
    const project = createProject({ "a.txt": `${CREEPY}\n${CREEPY}` });
    await update(project);
    project.write("a.txt", `${CREEPY}\n${CREEPY}\n${CREEPY}`);
    expect((await lint(project, BASELINE)).found).toEqual(["a.txt:5 watching/noticed"]);
  });

  test("is found by way of the config, also from another folder", async () => {
    const config = "baseline: lists/known.json\n";
    const project = createProject({ "shop/creeplint.yaml": config, "shop/a.txt": CREEPY });
    const shop = project.path("shop");
    expect((await runMain(["--update-baseline"], { cwd: shop })).code).toBe(0);
    expect(JSON.parse(project.read("shop/lists/known.json"))).toMatchObject({ version: 1 });
    expect((await lint(project, [], shop)).found).toEqual([]);
    expect((await lint(project, ["shop"])).found).toEqual([]);
    expect((await lint(project, ["--no-baseline"], shop)).code).toBe(1);
  });

  test("says what is stale, which counts as a warning, until it is written anew", async () => {
    const project = createProject({
      "a.txt": `${CREEPY}\n${CART}`,
      "b.txt": CREEPY,
      "c.txt": CART,
    });
    await update(project);
    project.write("a.txt", CART);
    rmSync(project.path("b.txt"));
    expect(await lint(project, BASELINE)).toMatchObject({
      found: ["known.json:1 baseline-stale"],
      code: 0,
    });
    expect((await lint(project, [...BASELINE, "--max-warnings", "0"])).code).toBe(1);
    expect((await lint(project, [...BASELINE, "--fail-on", "warning"])).code).toBe(1);
    expect((await lint(project, [...BASELINE, "--skip", "activity/cart"])).found).toEqual([]);
    expect(await update(project, ["a.txt"])).toBe(
      "known.json lists 2 findings now: 0 added, 2 removed.\n",
    );
    expect(await lint(project, BASELINE)).toEqual({ found: [], code: 0, stderr: "" });
  });

  test("lists records of archives, also when they are streamed", async () => {
    const record = (id: number) => `${JSON.stringify({ id: String(id), text: CREEPY.trim() })}\n`;
    const project = createProject({ "a.jsonl": record(1) + record(2) });
    await update(project);
    project.write("a.jsonl", record(1) + record(2) + record(3));
    const argv = [...BASELINE, "--format", "jsonl"];
    const { stdout, code } = await runMain(argv, { cwd: project.root });
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ findings }) => findings.length)).toEqual([0, 0, 1]);
    expect(code).toBe(1);
  });

  test("keeps the score of what is silenced out, and names it in json", async () => {
    const project = createProject({ "a.txt": CREEPY });
    await update(project);
    const argv = [...BASELINE, "--format", "json", "--max-score", "0"];
    const { stdout, code } = await runMain(argv, { cwd: project.root });
    const [{ score, suppressedMessages }] = JSON.parse(stdout);
    expect([code, score]).toEqual([0, 0]);
    expect(suppressedMessages[0].suppressions[0].kind).toBe("baseline");
  });

  test("is the same text for the same findings", async () => {
    const project = createProject({ "b.txt": CREEPY, "a.txt": `${CART}\n${CREEPY}` });
    await update(project);
    const before = project.read("known.json");
    await update(project);
    expect(project.read("known.json")).toBe(before);
    expect(before).toMatch(
      /"a\.txt"[\s\S]+"activity\/cart"[\s\S]+"watching\/noticed"[\s\S]+"b\.txt"/u,
    );
  });

  test.each([
    ["that is not there", undefined, "There is no such baseline"],
    ["that is no JSON", "<<<<<<< ours\n", "This is no baseline"],
    ["of another form", "[]", "This is no baseline"],
    ["with wrong names", '{"version": 1, "findings": {"a": {"b": [1]}}}', "This is no baseline"],
    ["of another version", '{"version": 2, "findings": {}}', "another version of creeplint"],
  ])("%s is trouble", async (_, text, message) => {
    const project = createProject({ "a.txt": CALM });
    if (text !== undefined) project.write("known.json", text);
    const { code, stderr } = await runMain(BASELINE, { cwd: project.root });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test("is not written where something cannot be read, or none is named", async () => {
    const project = createProject({ "a.jsonl": "no\n" });
    const argv = [...BASELINE, "--update-baseline"];
    expect((await runMain(argv, { cwd: project.root })).stderr).toContain("nothing was written");
    expect(() => project.read("known.json")).toThrow();
    project.write("a.jsonl", "");
    const unnamed = await runMain(["--update-baseline"], { cwd: project.root });
    expect(unnamed.stderr).toContain("No baseline is named");
  });

  test.each(["--only activity/cart", "--fix", "--since HEAD", "--channel sms"])(
    "is not written with %s, which would forget findings",
    async (flag) => {
      const project = createProject({ "a.txt": CALM });
      const argv = [...BASELINE, "--update-baseline", ...flag.split(" ")];
      expect(await runMain(argv, { cwd: project.root })).toMatchObject({ code: 2, stdout: "" });
    },
  );
});

describe("--staged", () => {
  test("reads the index, not the disk", async () => {
    const project = createRepository({ "a.txt": CALM, "b.txt": CREEPY });
    project.write("a.txt", CREEPY);
    project.git("add", "a.txt");
    project.write("a.txt", CALM);
    expect((await lint(project, ["--staged"])).found).toEqual(["a.txt:1 watching/noticed"]);
    expect((await lint(project, ["--staged", "b.txt"])).found).toEqual([]);
  });

  test("reads archives, and leaves out what is ignored or holds no copy", async () => {
    const project = createRepository({ ".creeplintignore": "old\n" });
    project.write("a.jsonl", `${JSON.stringify({ text: CREEPY })}\n`);
    project.write("old/a.txt", CREEPY);
    project.write("a.png", CREEPY);
    project.git("add", "--all");
    const { found, code } = await lint(project, ["--staged"]);
    expect([found, code]).toEqual([["a.jsonl:1 watching/noticed"], 1]);
    const named = await lint(project, ["--staged", "old/a.txt"]);
    expect(named).toEqual({ found: [], code: 0, stderr: "" });
  });

  test("nothing staged is nothing wrong", async () => {
    expect(await lint(createRepository({ "a.txt": CREEPY }), ["--staged"])).toEqual({
      found: [],
      code: 0,
      stderr: "",
    });
  });

  test("does not go with --fix or standard input", async () => {
    const { root } = createRepository({});
    expect((await runMain(["--staged", "--fix"], { cwd: root })).code).toBe(2);
    expect((await runMain(["--staged", "-"], { cwd: root })).code).toBe(2);
  });
});

describe("--since", () => {
  test("reports lines that changed, and scores by them", async () => {
    const project = createRepository({ "a.txt": `${CREEPY}\n`, "b.txt": CREEPY });
    project.write("a.txt", `${CREEPY}\n${CART}`);
    expect((await lint(project, ["--since", "HEAD"])).found).toEqual(["a.txt:3 activity/cart"]);
    const json = await runMain(["--since", "HEAD", "--format", "json"], { cwd: project.root });
    expect(JSON.parse(json.stdout)).toMatchObject([{ score: 30, errorCount: 0 }]);
  });

  test("with --staged, lines of the index", async () => {
    const project = createRepository({ "a.txt": `${CREEPY}\n` });
    project.write("a.txt", `${CREEPY}\n${CART}`);
    project.git("add", "a.txt");
    project.write("a.txt", `${CART}\n${CART}\n${CART}`);
    const { found } = await lint(project, ["--staged", "--since", "HEAD"]);
    expect(found).toEqual(["a.txt:3 activity/cart"]);
  });

  test("counts records by their line, and leaves out notices of other lines", async () => {
    const record = (text: string) => `${JSON.stringify({ text: text.trim() })}\n`;
    const silent = "<!-- creeplint-disable-line activity/cart -- ok -->\n";
    const project = createRepository({ "a.jsonl": record(CREEPY), "a.html": silent });
    project.write("a.jsonl", record(CREEPY) + record(CART));
    project.write("a.html", `${silent}\n<p>${CART}</p>\n`);
    expect((await lint(project, ["--since", "HEAD"])).found).toEqual([
      "a.html:3 activity/cart",
      "a.jsonl:2 activity/cart",
    ]);
  });

  test("a baseline silences, and is not called stale", async () => {
    const project = createRepository({ "a.txt": `${CREEPY}\n` });
    await update(project);
    project.write("a.txt", `${CALM}\n${CREEPY}\n${CART}`);
    const { found } = await lint(project, ["--since", "HEAD", ...BASELINE, "a.txt"]);
    expect(found).toEqual(["a.txt:5 activity/cart"]);
  });
});

describe("what fails a run", () => {
  const needless = `<p>${CALM}</p><!-- creeplint-disable-line activity/cart -- ok -->\n`;

  test.each([
    ["a needless suppression", needless, [], 0],
    ["a needless suppression, with --max-warnings", needless, ["--max-warnings", "0"], 1],
    ["a needless suppression, with --fail-on", needless, ["--fail-on", "warning"], 1],
    ["a score up to --max-score", `<p>${CART}</p>`, ["--max-score", "30"], 0],
    ["a score above --max-score", `<p>${CART}</p>`, ["--max-score", "29"], 1],
  ])("%s", async (_, text, argv, code) => {
    const project = createProject({ "a.html": text });
    expect((await lint(project, argv)).code).toBe(code);
    expect((await runMain([...argv, "--format", "jsonl"], { cwd: project.root })).code).toBe(code);
  });

  test("is said where the report does not show it", async () => {
    const { root } = createProject({ "a.txt": CART });
    const { stderr } = await runMain(["--max-score", "29", "--max-warnings", "0"], { cwd: root });
    expect(stderr).toBe(
      "1 warning: --max-warnings allows 0.\nThe creepiest message has a score of 30: --max-score allows 29.\n",
    );
  });

  test("a hook that names ignored files, or nothing to lint, is fine", async () => {
    const { root } = createProject({
      ".creeplintignore": "a.txt\n",
      "a.txt": CREEPY,
      "a.png": "x",
    });
    for (const argv of [["a.txt"], ["a.png"], []]) {
      expect((await runMain([...argv, "--max-warnings", "0"], { cwd: root })).code).toBe(0);
    }
  });
});

describe("creeplint suppressions", () => {
  const files = {
    "a.html": [
      "<!-- creeplint-disable-next-line activity/cart -- asked for until=2999-01-01 -->",
      `<p>${CART}</p>`,
      `<p>${CALM}</p><!-- creeplint-disable-line activity/crat -- ok -->`,
      "<!-- creeplint-disable watching/noticed -->",
    ].join("\n"),
    "b.jsonl": `${JSON.stringify({ text: `${CART.trim()} <!-- creeplint-disable-line activity/cart -- yes -->` })}\n`,
    "c.yaml": `# creeplint-disable-next-line activity/cart -- so\nsubject: ${CART}body: Hi.\n`,
  };

  test("lists them with rule, reason, end and trouble", async () => {
    const { root } = createProject(files);
    const { stdout, code } = await runMain(["suppressions"], { cwd: root });
    expect(code).toBe(0);
    expect(stdout).toBe(`a.html:1  activity/cart  the next line
  asked for  until 2999-01-01

a.html:5  activity/crat  its line
  ok
  ! The suppression names an unknown rule, "activity/crat". Did you mean
  "activity/cart"?

a.html:6  watching/noticed  a range
  no reason
  ! The suppression gives no reason, so it silences nothing. Write why behind
  two dashes: watching/noticed -- the reason.

b.jsonl:1  activity/cart  its line
  yes

c.yaml:1  activity/cart  the next line
  so

5 suppressions in 3 files. 2 are off.
`);
  });

  test("for programs", async () => {
    const { root, path } = createProject(files);
    const argv = ["suppressions", "a.html", "--format", "json"];
    const [first] = JSON.parse((await runMain(argv, { cwd: root })).stdout);
    expect(first).toEqual({
      filePath: path("a.html"),
      line: 1,
      scope: "next-line",
      rules: ["activity/cart"],
      reason: "asked for",
      until: "2999-01-01",
      problems: [],
    });
  });

  test("none, and what cannot be read", async () => {
    const { root } = createProject({ "a.txt": CALM, "b.jsonl": "no\n" });
    const some = await runMain(["suppressions", "a.txt"], { cwd: root });
    expect(some).toMatchObject({ stdout: "No suppressions.\n", code: 0 });
    const bad = await runMain(["suppressions"], { cwd: root });
    expect(bad.code).toBe(2);
    expect(bad.stderr).toContain("b.jsonl: The record is not valid JSON");
  });
});

test("--fix-dry-run names the field of a record that has no text", async () => {
  const { root } = createProject({
    "a.jsonl": `${JSON.stringify({ subject: `${CREEPY.trim()} Brooms are on sale.` })}\n`,
  });
  const { stdout } = await runMain(["--fix-dry-run"], { cwd: root });
  expect(stdout).toMatch(/^ {2}\+ line 1, subject: \S/mu);
});

test("--debug shows where the trouble with a file came from", async () => {
  const { root } = createProject({});
  const { stderr } = await runMain(["--debug", "a.jsonl"], { cwd: root });
  expect(stderr).not.toContain("    at ");
  const large = createProject({ "a.txt": Buffer.alloc(21 * 1024 * 1024, "a ") });
  const shown = await runMain(["--debug"], { cwd: large.root });
  expect(shown.stderr).toMatch(/CreeplintError: The file is too large[\s\S]+ {4}at /u);
});
