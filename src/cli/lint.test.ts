import { chmodSync, lstatSync, statSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createProject } from "../testing/project.ts";
import { runMain } from "../testing/run-cli.ts";

const CREEPY = "We noticed you like rakes, perhaps you'll like our sale on brooms this weekend.\n";
const CALM = "Our sale on brooms is on this weekend.\n";
const BAD = `{"text": "Hello."}\nnot json\n`;
const CART = "You left a watering can in your cart.\n";

describe("exit codes", () => {
  test.each([
    { name: "0: nothing found", files: { "a.txt": CALM }, argv: ["a.txt"], code: 0 },
    { name: "1: an error", files: { "a.txt": CREEPY }, argv: ["a.txt"], code: 1 },
    { name: "0: a warning", files: { "a.txt": CART }, argv: ["a.txt"], code: 0 },
    {
      name: "1: a warning with --fail-on",
      files: { "a.txt": CART },
      argv: ["--fail-on", "warning"],
      code: 1,
    },
    {
      name: "1: more warnings than --max-warnings",
      files: { "a.txt": CART },
      argv: ["--max-warnings", "0"],
      code: 1,
    },
    { name: "0: nothing to lint", files: {}, argv: [], code: 0 },
    { name: "2: a path that does not exist", files: {}, argv: ["no-such.html"], code: 2 },
    {
      name: "2: trouble wins over findings",
      files: { "a.txt": CREEPY },
      argv: ["a.txt", "no-such.html"],
      code: 2,
    },
    { name: "2: an archive with a bad record", files: { "a.jsonl": BAD }, argv: [], code: 2 },
    {
      name: "2: a bad record in an archive that is streamed",
      files: { "a.jsonl": BAD },
      argv: ["--format", "jsonl"],
      code: 2,
    },
    {
      name: "2: a config with a mistake",
      files: { "a.txt": CALM, "creeplint.yaml": "ruels: {}\n" },
      argv: [],
      code: 2,
    },
  ])("$name", async ({ files, argv, code }) => {
    const { root } = createProject(files);
    expect((await runMain(argv, { cwd: root })).code).toBe(code);
  });
});

describe("a record that cannot be read has its line", () => {
  const report = async (format: string) => {
    const { root } = createProject({ "a.jsonl": `${BAD}{"text": ${JSON.stringify(CREEPY)}}\n` });
    return (await runMain(["--format", format], { cwd: root })).stdout;
  };

  test("compact", async () => {
    expect(await report("compact")).toMatch(
      /^a\.jsonl:2:1: error: .+ \[E_RECORD\]\na\.jsonl:3:1: error: /u,
    );
  });

  test("pretty", async () => {
    const text = await report("pretty");
    expect(text).toContain("\n  ! line 2: The record is not valid JSON");
    expect(text).toContain("1 record could not be read");
    expect(text).toContain("watching/noticed");
  });

  test("pretty, where nothing could be read", async () => {
    const { root } = createProject({ "a.jsonl": "not json\n" });
    const { code, stdout } = await runMain(["a.jsonl"], { cwd: root });
    expect(code).toBe(2);
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("✖ 1 record could not be read.");
  });

  test("json", async () => {
    const [file] = JSON.parse(await report("json"));
    expect(file.messages).toMatchObject([{ code: "E_RECORD", line: 2, column: 1 }]);
  });

  test("jsonl", async () => {
    const lines = (await report("jsonl")).trimEnd().split("\n");
    expect(JSON.parse(lines[1] ?? "").notices).toMatchObject([{ line: 2, column: 1 }]);
  });
});

describe("mistakes on the command line are one line on standard error", () => {
  test.each([
    [["--fxi"], "creeplint: Unknown option '--fxi'. Did you mean --fix?\n"],
    [["explian", "x"], 'creeplint: Unknown command "explian". Did you mean "explain"?\n'],
    [["--format", "jsn"], 'creeplint: Unknown format "jsn". Did you mean "json"?\n'],
    [["--channel", "emial"], 'creeplint: Unknown channel "emial". Did you mean "email"?\n'],
    [["--kind", "servce"], 'creeplint: Unknown kind "servce". Did you mean "service"?\n'],
    [["--preset", "strikt"], 'creeplint: Unknown preset "strikt". Did you mean "strict"?\n'],
    [["--fail-on", "eror"], 'creeplint: Unknown severity "eror". Did you mean "error"?\n'],
    [["--input", "json"], 'creeplint: Unknown input "json". Did you mean "jsonl"?\n'],
    [
      ["--rule", "activity/cart"],
      'creeplint: "--rule activity/cart" has no severity. Write "--rule activity/cart=off" or =warning.\n',
    ],
    [["--rule", ""], 'creeplint: "--rule" names no rule. Write "--rule activity/cart=off".\n'],
    [["--rule", "=off"], 'creeplint: "--rule" names no rule. Write "--rule activity/cart=off".\n'],
    [
      ["--only", ""],
      'creeplint: "--only" names no rule. Write "--only activity/cart" or leave it out.\n',
    ],
    [
      ["--only", "activity/cart", "--only", " , "],
      'creeplint: "--only" names no rule. Write "--only activity/cart" or leave it out.\n',
    ],
    [
      ["--skip", ""],
      'creeplint: "--skip" names no rule. Write "--skip activity/cart" or leave it out.\n',
    ],
    [["--rule", "activity/cart=of"], 'creeplint: Unknown severity "of". Did you mean "off"?\n'],
    [["--max-warnings", "few"], 'creeplint: "few" is not a whole number.\n'],
    [
      ["--quiet", "--verbose"],
      "creeplint: Option '--quiet' cannot be used with option '--verbose'\n",
    ],
    [["--fix", "--diff"], "creeplint: Option '--fix' cannot be used with option '--diff'\n"],
    [["-", "a.txt"], 'creeplint: "-" cannot stand beside other paths.\n'],
    [
      ["-", "--fix"],
      "creeplint: Standard input cannot be rewritten in place. Use --fix-dry-run.\n",
    ],
    [
      ["--stdin-filename", "a"],
      'creeplint: "--stdin-filename" is about standard input. Add "-" to read it.\n',
    ],
    [
      ["--format", "json", "--format", "compact"],
      'creeplint: Two formats cannot share standard output. Name a file: "--format json:report.json".\n',
    ],
    [["explain"], "creeplint: Missing required argument 'rule'\n"],
  ])("%j", async (argv, stderr) => {
    const { root } = createProject({ "a.txt": CALM });
    expect(await runMain(argv, { cwd: root })).toEqual({ code: 2, stdout: "", stderr });
  });

  test.each([["--only"], ["--skip"]])("%s names a rule that is not there", async (flag) => {
    const { root } = createProject({ "a.txt": CALM });
    const { code, stderr } = await runMain([flag, "watching/notised"], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^creeplint: .*watching\/notised.*Did you mean "watching\/noticed"\?\n$/u,
    );
  });

  test("--rule names a rule that is not there", async () => {
    const { root } = createProject({ "a.txt": CALM });
    const { code, stderr } = await runMain(["--rule", "watching/notised=off"], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean "watching/noticed"?');
  });
});

describe("options", () => {
  const found = async (argv: readonly string[], text: string) => {
    const { root } = createProject({ "a.txt": text });
    const { stdout } = await runMain([...argv, "a.txt", "--format", "json"], { cwd: root });
    const [entry] = JSON.parse(stdout);
    return entry.messages.map((message: { ruleId: string; level: string }) => [
      message.ruleId,
      message.level,
    ]);
  };

  test("--rule changes a severity", async () => {
    expect(await found(["--rule", "watching/*=off", "--rule", "inference/*=off"], CREEPY)).toEqual(
      [],
    );
    expect(await found(["--only", "activity/cart", "--rule", "activity/cart=error"], CART)).toEqual(
      [["activity/cart", "error"]],
    );
  });

  test("--only and --skip pick rules", async () => {
    expect(await found(["--only", "activity/browsing"], CREEPY)).toEqual([]);
    expect(await found(["--skip", "watching/noticed,inference/interest"], CREEPY)).toEqual([]);
  });

  test("--preset strict makes errors", async () => {
    const levels = (await found(["--preset", "strict"], CART)).map(([, level]: string[]) => level);
    expect(levels).toEqual(["error"]);
  });

  test("--channel is seen in the answers", async () => {
    const { root } = createProject({ "a.txt": CART });
    const argv = ["a.txt", "--channel", "sms", "--kind", "marketing", "--format", "json"];
    const { stdout } = await runMain(argv, { cwd: root });
    expect(JSON.parse(stdout)[0].messages[0].answers.context).toEqual({
      kind: "marketing",
      channel: "sms",
    });
  });

  test("--quiet leaves warnings out of every format", async () => {
    const { root } = createProject({ "a.txt": CART });
    const { stdout } = await runMain(["--quiet"], { cwd: root });
    expect(stdout).toBe("✔ No errors in 1 file. A stranger could have sent it.\n");
  });

  test("--ignore-pattern leaves files out, --no-ignore reads what is left out", async () => {
    const { root } = createProject({
      "a.txt": CALM,
      "b.txt": CREEPY,
      ".creeplintignore": "b.txt\n",
    });
    expect((await runMain(["."], { cwd: root })).code).toBe(0);
    expect((await runMain([".", "--no-ignore"], { cwd: root })).code).toBe(1);
    const both = [".", "--no-ignore", "--ignore-pattern", "b.txt"];
    expect((await runMain(both, { cwd: root })).code).toBe(0);
  });

  test("--config names a config, --no-config leaves it out", async () => {
    const rules = "rules: { 'watching/*': off, 'inference/*': off }\n";
    const { root } = createProject({
      "a.txt": CREEPY,
      "creeplint.yaml": rules,
      "conf/other.yaml": "root: true\n",
    });
    expect((await runMain(["a.txt"], { cwd: root })).code).toBe(0);
    expect((await runMain(["a.txt", "--no-config"], { cwd: root })).code).toBe(1);
    expect((await runMain(["a.txt", "--config", "conf/other.yaml"], { cwd: root })).code).toBe(1);
  });

  test("--color colours what is not a terminal, --no-color does not", async () => {
    const { root } = createProject({ "a.txt": CREEPY });
    const coloured = "\u001b[";
    expect((await runMain([], { cwd: root })).stdout).not.toContain(coloured);
    expect((await runMain(["--color"], { cwd: root })).stdout).toContain(coloured);
    expect((await runMain([], { cwd: root, colour: 1 })).stdout).toContain(coloured);
    expect((await runMain(["--no-color"], { cwd: root, colour: 1 })).stdout).not.toContain(
      coloured,
    );
  });

  test("--format writes to files, without colour", async () => {
    const project = createProject({ "a.txt": CREEPY });
    const argv = [
      "--format",
      "compact",
      "--format",
      "json:out/report.json",
      "--format",
      "pretty:p.txt",
    ];
    const { stdout, code } = await runMain([...argv, "--color"], { cwd: project.root });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\.txt:1:1: error: .*\[watching\/noticed\]\n$/u);
    expect(JSON.parse(project.read("out/report.json"))[0].errorCount).toBe(1);
    expect(project.read("p.txt")).not.toContain("\u001b[");
  });

  test("a report that cannot be written is trouble", async () => {
    const { root } = createProject({ "a.txt": CALM, taken: "" });
    const { code, stderr } = await runMain(["a.txt", "--format", "json:taken/report.json"], {
      cwd: root,
    });
    expect(code).toBe(2);
    expect(stderr).toBe("taken/report.json: The report cannot be written here.\n");
  });

  test("--debug names the config", async () => {
    const { root } = createProject({ "a.txt": CALM, "creeplint.yaml": "root: true\n" });
    const { stderr } = await runMain(["a.txt", "--debug"], { cwd: root });
    expect(stderr).toMatch(/^config: .*creeplint\.yaml\n$/u);
  });
});

describe("standard input", () => {
  test("is named as --stdin-filename says, and read as that kind of file", async () => {
    const { root } = createProject({});
    const argv = ["-", "--stdin-filename", "mail/a.html", "--format", "compact"];
    const { stdout, code } = await runMain(argv, { cwd: root, stdin: `<p>\n${CREEPY}</p>` });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^mail\/a\.html:2:1: error/u);
  });

  test("--input jsonl maps records to lines, bad ones too, in order", async () => {
    const { root } = createProject({});
    const stdin = [
      JSON.stringify({ id: "a", text: CREEPY.trim() }),
      "{ not json",
      JSON.stringify({ id: "c", text: CALM.trim() }),
    ].join("\n");
    const argv = ["-", "--input", "jsonl", "--format", "jsonl"];
    const { stdout } = await runMain(argv, { cwd: root, stdin });
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id, findings }) => [id, findings.length > 0])).toEqual([
      ["a", true],
      [undefined, false],
      ["c", false],
    ]);
    expect(lines[1].notices[0].message).toMatch(/2/u);
  });
});

describe("archives", () => {
  test("jsonl with --fix-dry-run gives each record its rewrite", async () => {
    const { root } = createProject({
      "in.jsonl": `${JSON.stringify({ id: "a", text: CREEPY.trim(), channel: "email", kind: "marketing" })}\n`,
    });
    const argv = ["lint", "--no-config", "--format", "jsonl", "--fix-dry-run", "in.jsonl"];
    const { stdout, code } = await runMain(argv, { cwd: root });
    expect(code).toBe(1);
    const record = JSON.parse(stdout);
    expect(record).toMatchObject({ id: "a", line: 1, findings: [{ ruleId: "watching/noticed" }] });
    const { start, end, text } = record.findings[0];
    expect(CREEPY.slice(start, end)).toBe(text);
    expect(record.output).not.toContain("noticed");
  });
});

describe("--fix", () => {
  const CONFIG = { "creeplint.yaml": "root: true\n" };

  test("rewrites what is safe, keeps the rest, and reports what is left", async () => {
    const project = createProject({ ...CONFIG, "a.txt": CREEPY });
    const { code, stdout, stderr } = await runMain(["a.txt", "--fix-unsafe"], {
      cwd: project.root,
    });
    expect(stderr).toBe("Rewrote 1 file.\n");
    expect(stdout).toContain("✔ Nothing creepy");
    expect(code).toBe(0);
    expect(project.read("a.txt")).not.toContain("noticed");
    expect(project.read("a.txt")).toMatch(/brooms.*\.\n$/u);
  });

  test("a calm file is not touched", async () => {
    const project = createProject({ ...CONFIG, "a.txt": CALM });
    const before = statSync(project.path("a.txt")).mtimeMs;
    await runMain(["a.txt", "--fix-unsafe"], { cwd: project.root });
    expect(statSync(project.path("a.txt")).mtimeMs).toBe(before);
  });

  test("byte order mark, line ends, UTF-16 and mode stay", async () => {
    const body = `Hello.\r\n\r\n${CREEPY.trim()}\r\n`;
    const project = createProject({
      ...CONFIG,
      "bom.txt": `\ufeff${body}`,
      "wide.txt": Buffer.from(`\ufeff${body}`, "utf16le"),
    });
    chmodSync(project.path("bom.txt"), 0o640);
    const { code } = await runMain([".", "--fix-unsafe"], { cwd: project.root });
    expect(code).toBe(0);
    expect(project.read("bom.txt")).toMatch(/^\ufeffHello\.\r\n\r\n[^\n]*brooms[^\n]*\r\n$/u);
    expect(statSync(project.path("bom.txt")).mode & 0o777).toBe(0o640);
  });

  test("a link stays a link", async () => {
    const project = createProject({ ...CONFIG, "real.txt": CREEPY });
    symlinkSync("real.txt", project.path("link.txt"));
    await runMain(["link.txt", "--fix-unsafe"], { cwd: project.root });
    expect(lstatSync(project.path("link.txt")).isSymbolicLink()).toBe(true);
    expect(project.read("real.txt")).not.toContain("noticed");
  });

  test("archives are left alone", async () => {
    const record = `${JSON.stringify({ text: CREEPY.trim() })}\n`;
    const project = createProject({ ...CONFIG, "a.jsonl": record });
    const { stderr } = await runMain(["a.jsonl", "--fix-unsafe"], { cwd: project.root });
    expect(stderr).toBe("a.jsonl: archives are not rewritten; see --fix-dry-run.\n");
    expect(project.read("a.jsonl")).toBe(record);
  });

  test("--diff and --fix-dry-run write nothing", async () => {
    const project = createProject({ ...CONFIG, "a.txt": CREEPY });
    const { stdout } = await runMain(["a.txt", "--diff"], { cwd: project.root });
    expect(stdout).toMatch(/^--- a\/a\.txt\n\+\+\+ b\/a\.txt\n@@ -1,1 \+1,1 @@\n-We noticed/u);
    await runMain(["a.txt", "--fix-dry-run"], { cwd: project.root });
    expect(project.read("a.txt")).toBe(CREEPY);
  });
});
