import { describe, expect, test } from "vitest";
import { loadRuleset } from "../ruleset/load.ts";
import { createProject } from "../testing/project.ts";
import { runMain } from "../testing/run-cli.ts";
import { VERSION } from "../version.ts";

const RULE = `id: own/magic
severity: warning
title: Says abracadabra
message: "“{match}” is magic."
why: Nobody likes it.
instead: Say please.
fact: activity
patterns: ["[we|i] said abracadabra"]
flags: [We said abracadabra to your shed.]
allows: [Magic is in the air.]
`;

describe("help", () => {
  test.each(["lint", "explain", "rules", "parse", "init", "test-rules"])(
    "%s has a page with examples",
    async (command) => {
      const { code, stdout, stderr } = await runMain([command, "--help"], { cwd: "." });
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(new RegExp(`Examples?:\n  .*creeplint ${command}`, "u"));
    },
  );

  test.each([
    [["-h"], ["--help"]],
    [["help"], ["--help"]],
    [["help", "help"], ["--help"]],
    [["help", "--help"], ["--help"]],
    [
      ["lint", "-h"],
      ["lint", "--help"],
    ],
    [
      ["help", "lint"],
      ["lint", "--help"],
    ],
    [
      ["rules", "-h"],
      ["rules", "--help"],
    ],
    [
      ["init", "-h"],
      ["init", "--help"],
    ],
    [
      ["help", "explain"],
      ["explain", "--help"],
    ],
  ])("%j is the same as %j", async (argv, same) => {
    const { root } = createProject({});
    const result = await runMain(argv, { cwd: root });
    expect(result).toEqual(await runMain(same, { cwd: root }));
    expect([result.code, result.stderr]).toEqual([0, ""]);
    expect(result.stdout).toMatch(/^Usage: creeplint/u);
  });

  test.each([
    [["help", "explian"], 'creeplint: Unknown command "explian". Did you mean "explain"?\n'],
    [["hlep"], 'creeplint: Unknown command "hlep". Did you mean "help"?\n'],
  ])("%j is a slip", async (argv, stderr) => {
    const { root } = createProject({});
    expect(await runMain(argv, { cwd: root })).toEqual({ code: 2, stdout: "", stderr });
  });

  test("the main page lists the commands", async () => {
    const { stdout } = await runMain(["--help"], { cwd: "." });
    expect(stdout).toMatch(/lint .*explain .*rules .*parse .*init .*test-rules/su);
  });

  test("--version", async () => {
    expect(await runMain(["--version"], { cwd: "." })).toEqual({
      code: 0,
      stdout: `${VERSION}\n`,
      stderr: "",
    });
  });
});

describe("explain", () => {
  test("every rule has a page with its reasons and examples", async () => {
    const { rules } = await loadRuleset([]);
    for (const { id, flags } of rules) {
      const { code, stdout } = await runMain(["explain", id], { cwd: ".", width: 10_000 });
      expect(code).toBe(0);
      expect(stdout).toMatch(/Why it is creepy\n.*What to write instead\n.*Creepy\n.*Fine\n/su);
      expect(stdout).toContain(flags[0]?.text.replaceAll(/\s+/gu, " ").trim());
    }
    expect(rules.length).toBeGreaterThan(0);
  });

  test.each([
    [
      "watching/notised",
      'creeplint: Unknown rule "watching/notised". Did you mean "watching/noticed"?\n',
    ],
    ["noticed", 'creeplint: Unknown rule "noticed". Did you mean "watching/noticed"?\n'],
    ["xyz", 'creeplint: Unknown rule "xyz". "creeplint rules" lists them all.\n'],
  ])("%s is unknown", async (id, stderr) => {
    expect(await runMain(["explain", id], { cwd: "." })).toEqual({ code: 2, stdout: "", stderr });
  });

  test("knows the rules of the config", async () => {
    const { root } = createProject({
      "creeplint.yaml": "rulePaths: [rules]\n",
      "rules/own/magic.yaml": RULE,
    });
    const { stdout } = await runMain(["explain", "own/magic"], { cwd: root });
    expect(stdout).toContain("Nobody likes it.");
  });
});

describe("rules", () => {
  test("a table by family", async () => {
    const { stdout, code } = await runMain(["rules"], { cwd: "." });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^watching\n {2}watching\/appears {2,}\w+ /mu);
  });

  test("json", async () => {
    const { rules } = await loadRuleset([]);
    const { stdout } = await runMain(["rules", "--format", "json"], { cwd: "." });
    const listed = JSON.parse(stdout);
    expect(listed).toHaveLength(rules.length);
    expect(listed[0]).toMatchObject({ id: expect.any(String), severity: expect.any(String) });
  });
});

describe("parse", () => {
  const HTML =
    '<h1>Hello</h1>\n{% if customer.is_vip %}<p>We noticed you like {{ event.product_name | default: "rakes" }}.</p>{% endif %}\n';

  test("shows segments, tags, conditions, sentences and frames", async () => {
    const { root } = createProject({ "a.html": HTML });
    const { stdout, code } = await runMain(["parse", "a.html"], { cwd: root });
    expect(code).toBe(0);
    expect(stdout).toContain("Message on line 1  email, marketing");
    expect(stdout).toMatch(/^heading 1:5$/mu);
    expect(stdout).toMatch(/^ {2}if {2}customer\.is_vip/mu);
    expect(stdout).toMatch(/^ {2}tag .*event\.product_name is product.*, else “rakes”/mu);
    expect(stdout).toMatch(/^ {4}└ .*knower sender · evidence perceive/mu);
  });

  test("json holds the same, with tags as lists", async () => {
    const { root } = createProject({ "a.html": HTML });
    const { stdout } = await runMain(["parse", "a.html", "--format", "json"], { cwd: root });
    const [inspection] = JSON.parse(stdout);
    expect(inspection.parts[0].sentences[0].terms[0].tags).toEqual(expect.any(Array));
  });

  test("reads archives record by record, in the context that is given", async () => {
    const { root } = createProject({
      "a.jsonl": '{"id":"x","text":"Hello."}\n\n{"text":"Bye."}\n',
    });
    const { stdout } = await runMain(["parse", "a.jsonl", "--channel", "sms"], { cwd: root });
    expect(stdout).toContain("Message on line 1, x  sms, marketing");
    expect(stdout).toContain("Message on line 3  sms, marketing");
  });

  test("a file that is not there is trouble", async () => {
    const { code, stderr } = await runMain(["parse", "no.html"], { cwd: createProject({}).root });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^[^\n]+\n$/u);
  });
});

describe("init", () => {
  test("writes a config that lint then uses", async () => {
    const project = createProject({ "receipts/a.html": "<p>You ordered a rake on Monday.</p>" });
    const { code, stdout } = await runMain(["init"], { cwd: project.root });
    expect([code, stdout]).toEqual([0, "Wrote creeplint.yaml. Now run: creeplint\n"]);
    expect(project.read("creeplint.yaml")).toContain('"**/*.html"');
    const { stdout: parsed } = await runMain(["parse", "receipts/a.html"], { cwd: project.root });
    expect(parsed).toContain("email, transactional");
  });

  test("reads all the copy of a mixed folder, and has no doubts about its own config", async () => {
    const project = createProject({
      "emails/receipt.html": "<p>Hello.</p>",
      "emails/spring.mjml": "<mjml><mj-body></mj-body></mjml>",
      "ads/spring.md": "Hello.",
      "sms/shipping.txt": "Hello.",
      "push.jsonl": '{"text": "Hello."}\n',
      "README.md": "We noticed that you like rakes.",
      "old/invoice.html": "We noticed that you like rakes.",
      "node_modules/x/refund.html": "We noticed that you like rakes.",
      ".creeplintignore": "old\n",
    });
    await runMain(["init"], { cwd: project.root });
    const { code, stdout } = await runMain(["--format", "json"], { cwd: project.root });
    const entries = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(entries.map(({ filePath }: { filePath: string }) => filePath)).toEqual(
      [
        "ads/spring.md",
        "emails/receipt.html",
        "emails/spring.mjml",
        "push.jsonl",
        "sms/shipping.txt",
      ].map((name) => project.path(name)),
    );
    expect(entries.flatMap(({ messages }: { messages: unknown[] }) => messages)).toEqual([]);
  });

  test("never overwrites, unless it is forced to", async () => {
    const project = createProject({ "creeplint.yaml": "root: true\n" });
    const { code, stderr } = await runMain(["init"], { cwd: project.root });
    expect(code).toBe(2);
    expect(stderr).toBe(
      "creeplint.yaml: This file is there already. Use --force to overwrite it.\n",
    );
    expect(project.read("creeplint.yaml")).toBe("root: true\n");
    expect((await runMain(["init", "--force"], { cwd: project.root })).code).toBe(0);
    expect(project.read("creeplint.yaml")).toContain("# How creeplint reads");
  });
});

describe("test-rules", () => {
  test("rules whose examples come out right pass", async () => {
    const { root } = createProject({ "rules/own/magic.yaml": RULE });
    const { code, stdout } = await runMain(["test-rules", "rules", "--coverage"], { cwd: root });
    expect(stdout).toBe("✔ 2 examples of 1 rule: all as they should be.\n");
    expect(code).toBe(0);
  });

  test("a failure names the line, what was expected and what came", async () => {
    const broken = RULE.replace("flags: [", "flags: [Nothing at all., ").replace(
      "Magic is in the air.",
      "We said abracadabra.",
    );
    const { root } = createProject({ "rules/own/magic.yaml": broken });
    const { code, stdout } = await runMain(["test-rules", "rules"], { cwd: root });
    expect(code).toBe(1);
    expect(stdout).toBe(`✖ own/magic
  • Nothing at all.
    expected a finding
    got      nothing
  • We said abracadabra.
    expected nothing by this rule
    got      own/magic on “We said abracadabra”

✖ 3 examples of 1 rule: 2 failed.
`);
  });

  test("--coverage names what no example needs", async () => {
    const idle = RULE.replace('abracadabra"]', 'abracadabra", "hocus pocus"]');
    const { root } = createProject({ "rules/own/magic.yaml": idle });
    const { code, stdout } = await runMain(["test-rules", "rules", "--coverage"], { cwd: root });
    expect(code).toBe(0);
    expect(stdout).toBe(`○ own/magic
  • no example needs pattern "hocus pocus"

✔ 2 examples of 1 rule: all as they should be. Needed by no example: 1 part.
`);
  });

  test("a rule file with a mistake is trouble with a place", async () => {
    const { root } = createProject({ "rules/own/magic.yaml": RULE.replace("why:", "wy:") });
    const { code, stderr } = await runMain(["test-rules", "rules"], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^rules\/own\/magic\.yaml:\d+:\d+: /u);
  });
});
