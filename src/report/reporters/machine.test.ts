import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import type { RunResult } from "../../model/result.ts";
import { HOSTILE, hostileRun } from "../../testing/hostile-run.ts";
import {
  sampleContext,
  sampleFile,
  sampleFinding,
  sampleMessage,
  samplePart,
  sampleRun,
  sampleSuggestion,
} from "../../testing/sample-result.ts";
import { reporters } from "./index.ts";

const SCHEMAS = resolve(import.meta.dirname, "../../../fixtures/report-schemas");
const schema = (name: string) => readFileSync(resolve(SCHEMAS, name), "utf8");

const TEXT = "Hi!\n👀é We noticed you like rakes. Brooms are on sale.\n";
const WORDS = "We noticed you like rakes.";
const noticed = sampleFinding(TEXT, WORDS);
const suggestions = [
  sampleSuggestion(noticed, "For people who love rakes:"),
  sampleSuggestion(noticed, "", { tier: "manual", move: "drop", reason: "Leave it out." }),
];
const mild = sampleFinding(TEXT, "Brooms", { severity: "warning", message: "“Brooms” hints." });
const html = sampleFile("mail/ä b.html", TEXT, [
  sampleMessage(samplePart(TEXT), [mild, { ...noticed, suggestions }]),
]);
const record = sampleFile("push.jsonl", "", [
  sampleMessage(samplePart("We saw you.", "text"), [sampleFinding("We saw you.", "saw")], {
    line: 7,
  }),
]);
const broken = sampleFile("bad.html", "", [], [{ level: "error", code: "E_READ", message: "No." }]);
const calm = sampleFile("calm.html", "Hello.", [sampleMessage(samplePart("Hello."), [])]);
const run = sampleRun([html, record, broken, calm]);
const nothing = sampleRun([]);
const hostile = HOSTILE.map(([name, text]) => [name, hostileRun(text)] as const);
const everything: readonly (readonly [string, RunResult])[] = [
  ["findings", run],
  ["nothing", nothing],
  ["calm", sampleRun([calm])],
  ...hostile,
];
const context = sampleContext({ cwd: "/shop/sub", root: "/shop" });

describe("sarif", () => {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(schema("sarif-2.1.0.json")));

  test.each(everything)("is valid: %s", (_, result) => {
    const log = JSON.parse(reporters.sarif(result, context));
    expect(validate(log) ? [] : validate.errors).toEqual([]);
  });

  const log = JSON.parse(reporters.sarif(run, context));
  const [{ tool, results, columnKind, invocations }] = log.runs;

  test("describes its rules with all that code scanning shows", () => {
    expect(tool.driver.rules).toEqual([
      {
        id: "watching/noticed",
        name: "WatchingNoticed",
        shortDescription: { text: "The sender perceives the reader" },
        fullDescription: { text: "Readers accept being served; they do not accept being seen." },
        help: {
          text: "Readers accept being served; they do not accept being seen. Lead with the offer.",
          markdown: expect.stringContaining("## What to write instead\n\nLead with the offer."),
        },
        defaultConfiguration: { level: "error" },
        properties: { tags: ["creepy-copy", "watching"], "problem.severity": "error" },
      },
    ]);
  });

  test("a result has its rule, place in UTF-16, fingerprint and fixes; the worst come first", () => {
    expect(columnKind).toBe("utf16CodeUnits");
    const uri = "sub/mail/%C3%A4%20b.html";
    const region = { startLine: 2, startColumn: 5, endLine: 2, endColumn: 31 };
    expect(results[0]).toEqual({
      ruleId: "watching/noticed",
      ruleIndex: 0,
      level: "error",
      message: {
        text: `“${WORDS}” tells the reader that they were watched. Send instead: For people who love rakes:`,
      },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, region },
        },
      ],
      partialFingerprints: { "creeplint/v1": expect.stringMatching(/^[0-9a-f]{32}$/u) },
      fixes: [expect.anything(), expect.anything()],
    });
    expect(results[0].fixes[0].artifactChanges[0].replacements).toEqual([
      { deletedRegion: region, insertedContent: { text: "For people who love rakes:" } },
    ]);
    expect(results.map(({ level }: { level: string }) => level)).toEqual([
      "error",
      "error",
      "warning",
    ]);
  });

  test("a record has a line, but no columns of the file", () => {
    expect(results[1].locations[0].physicalLocation.region).toEqual({ startLine: 7, endLine: 7 });
    expect(results[1].fixes).toBeUndefined();
  });

  test("trouble is a notification, and the run is not called successful", () => {
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          expect.objectContaining({ level: "error", message: { text: "No." } }),
        ],
      },
    ]);
  });

  test("what is silenced is there, with where and why", () => {
    const message = {
      ...sampleMessage(samplePart(TEXT), []),
      suppressed: [
        { ...noticed, by: "directive" as const, reason: "asked for" },
        { ...mild, by: "baseline" as const, reason: "there before" },
      ],
    };
    const silenced = sampleRun([sampleFile("a.html", TEXT, [message])]);
    const [one] = JSON.parse(reporters.sarif(silenced, context)).runs;
    expect(one.results.map((result: { suppressions: unknown }) => result.suppressions)).toEqual([
      [{ kind: "inSource", justification: "asked for" }],
      [{ kind: "external", justification: "there before" }],
    ]);
  });

  test("fingerprints outlive what moves, and tell repeats apart", () => {
    const prints = (text: string) => {
      const all = Array.from(text.matchAll(/We saw you\./gu), ({ index }) => ({
        ...sampleFinding(text, "We saw you."),
        span: { start: index, end: index + 11 },
      }));
      const result = sampleRun([sampleFile("a.txt", text, [sampleMessage(samplePart(text), all)])]);
      const [one] = JSON.parse(reporters.sarif(result, context)).runs;
      return one.results.map((each: { partialFingerprints: object }) =>
        Object.values(each.partialFingerprints).join(),
      );
    };
    const [first, second] = prints("We saw you.\nWe saw you.\n");
    expect(second).toBe(`${first}:2`);
    expect(prints("A line more.\n\nWe saw you.\n")).toEqual([first]);
  });
});

describe("github", () => {
  test("the worst first; columns only where they mean something", () => {
    expect(reporters.github(run, context)).toBe(
      [
        "::error file=sub/mail/ä b.html,line=2,endLine=2,col=5,endColumn=31,title=creeplint(watching/noticed)::“We noticed you like rakes.” tells the reader that they were watched. Send instead: For people who love rakes:",
        "::error file=sub/push.jsonl,line=7,endLine=7,title=creeplint(watching/noticed)::“saw” tells the reader that they were watched.",
        "::error file=sub/bad.html,line=1,endLine=1,title=creeplint(E_READ)::No.",
        "::warning file=sub/mail/ä b.html,line=2,endLine=2,col=32,endColumn=38,title=creeplint(watching/noticed)::“Brooms” hints.",
        "",
      ].join("\n"),
    );
  });

  test("what goes over several lines has no columns", () => {
    const text = "We saw\nyou.";
    const file = sampleFile("a.txt", text, [
      sampleMessage(samplePart(text), [sampleFinding(text, text)]),
    ]);
    expect(reporters.github(sampleRun([file]), context)).toContain("line=1,endLine=2,title=");
  });

  test("no more than GitHub shows, and it says so", () => {
    const findings = Array.from({ length: 13 }, () => noticed);
    const file = sampleFile("a.txt", TEXT, [sampleMessage(samplePart(TEXT), [mild, ...findings])]);
    const lines = reporters
      .github(sampleRun([file]), context)
      .trimEnd()
      .split("\n");
    expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith("::warning "))).toHaveLength(1);
    expect(lines.at(-1)).toBe("3 more findings here than the 10 of each level that GitHub shows.");
  });

  test.each(hostile)("nothing is forged: %s", (_, result) => {
    const lines = reporters.github(result, context).trimEnd().split("\n");
    const command =
      /^::(?:error|warning) file=[^,]*,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=creeplint\([\w/-]+\)::/u;
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line).toMatch(command);
      const [, path = ""] = /file=([^,]*)/u.exec(line) ?? [];
      expect(path).not.toMatch(/:|%(?!25|0A|0D|3A|2C)/u);
      expect(line.replace(command, "")).not.toMatch(/\r|%(?!25)/u);
    }
  });
});

test.each(everything)("gitlab: %s", (_, result) => {
  const entries = JSON.parse(reporters.gitlab(result, context));
  for (const entry of entries) {
    expect(entry).toEqual({
      description: expect.stringMatching(/./u),
      check_name: expect.stringMatching(/./u),
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}(?::\d+)?$/u),
      severity: expect.stringMatching(/^(?:major|minor|info)$/u),
      location: {
        path: expect.stringMatching(/^(?!\.?\/)/u),
        lines: { begin: expect.any(Number), end: expect.any(Number) },
      },
    });
  }
  const prints = entries.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  expect(new Set(prints).size).toBe(prints.length);
});

test("gitlab: one entry", () => {
  expect(JSON.parse(reporters.gitlab(run, context))[0]).toMatchObject({
    description: "watching/noticed: “Brooms” hints.",
    severity: "minor",
    location: { path: "sub/mail/ä b.html", lines: { begin: 2 } },
  });
});

describe("junit", () => {
  test.each(everything)("is valid: %s", (_, result) => {
    const xsd = XmlDocument.fromString(schema("junit-10.xsd"));
    const validator = XsdValidator.fromDoc(xsd);
    const document = XmlDocument.fromString(reporters.junit(result, context));
    expect(() => validator.validate(document)).not.toThrow();
    document.dispose();
    validator.dispose();
    xsd.dispose();
  });

  test("fails as the run does; what is below passes and says why", () => {
    const xml = reporters.junit(run, context);
    expect(xml).toContain('<testsuites name="creeplint" tests="5" failures="2" errors="1">');
    expect(xml).toContain(
      '<testcase name="creeplint.watching/noticed" classname="sub/mail/ä b.html"><system-out>line 2, col 32, warning - “Brooms” hints. (watching/noticed)</system-out></testcase>',
    );
    expect(xml).toContain('<testcase name="creeplint" classname="sub/calm.html"/>');
    expect(reporters.junit(run, { ...context, failOn: "warning" })).toContain('failures="3"');
  });
});

describe("checkstyle", () => {
  const read = (xml: string) => {
    const document = XmlDocument.fromString(xml);
    const values = (path: string) =>
      document.find(path).map((node) => ("value" in node ? String(node.value) : ""));
    const found = { names: values("//file/@name"), messages: values("//error/@message") };
    document.dispose();
    return found;
  };

  test.each(hostile)("a parser gets the words back: %s", (name, result) => {
    const { names, messages } = read(reporters.checkstyle(result, sampleContext()));
    expect(names).toHaveLength(3);
    expect(messages).toHaveLength(3);
    if (name === "markup" || name === "the end of CDATA" || name === "quotes") {
      expect(names[0]).toBe(result.files[0]?.path);
      expect(messages[2]).toBe(HOSTILE.find(([one]) => one === name)?.[1]);
    }
  });

  test("one error", () => {
    expect(reporters.checkstyle(run, context)).toContain(
      '<file name="sub/push.jsonl"><error line="7" severity="error" message="“saw” tells the reader that they were watched." source="creeplint.watching/noticed"/></file>',
    );
  });
});

describe("rdjson", () => {
  const { $schema: _, ...rules } = JSON.parse(schema("rdjson.json"));
  const validate = new Ajv({ strict: false }).compile(rules);

  test.each(everything)("is valid: %s", (__, result) => {
    const report = JSON.parse(reporters.rdjson(result, context));
    expect(validate(report) ? [] : validate.errors).toEqual([]);
    const lines = reporters.rdjsonl(result, context).split("\n").slice(0, -1);
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      report.diagnostics.map((one: object) => ({ source: report.source, ...one })),
    );
  });

  test("columns count bytes, and what can be applied is a suggestion", () => {
    const [, diagnostic] = JSON.parse(reporters.rdjson(run, context)).diagnostics;
    // 👀 is four bytes, é two, the blank one.
    const range = { start: { line: 2, column: 8 }, end: { line: 2, column: 34 } };
    expect(diagnostic).toEqual({
      message: "“We noticed you like rakes.” tells the reader that they were watched.",
      location: { path: "sub/mail/ä b.html", range },
      severity: "ERROR",
      code: { value: "watching/noticed" },
      suggestions: [{ range, text: "For people who love rakes:" }],
    });
  });
});

describe("markdown", () => {
  test("a headline, the worst message, a table", () => {
    expect(reporters.markdown(run, context)).toBe(
      [
        "### creeplint: 2 errors and 1 warning in 2 of 4 files. 1 file or record could not be read.",
        "",
        "Nearest to **stalker**: `sub/mail/ä b.html`, 62 of 100, nosy.",
        "",
        "| | where | what | send instead |",
        "| --- | --- | --- | --- |",
        "| error | `sub/mail/ä b.html:2` | “We noticed you like rakes.” tells the reader that they were watched. `watching/noticed` | For people who love rakes: |",
        "| error | `sub/push.jsonl:7` | “saw” tells the reader that they were watched. `watching/noticed` |  |",
        "| error | `sub/bad.html:1` | No. `E_READ` |  |",
        "| warning | `sub/mail/ä b.html:2` | “Brooms” hints. `watching/noticed` |  |",
        "",
      ].join("\n"),
    );
  });

  test("fits into a comment, and says what is left out", () => {
    const findings = Array.from({ length: 2000 }, () => noticed);
    const file = sampleFile("a.txt", TEXT, [sampleMessage(samplePart(TEXT), findings)]);
    const report = reporters.markdown(sampleRun([file]), context);
    expect(report.length).toBeLessThan(65_536);
    expect(report).toMatch(/\n… and \d+ more findings\.\n$/u);
  });

  test.each(hostile)("no cell breaks out: %s", (_, result) => {
    const report = reporters.markdown(result, context);
    expect(report.trimEnd().split("\n")).toHaveLength(9);
    const rows = report.split("\n").filter((line) => /^\| (?:error|warning)/u.test(line));
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      expect(row.match(/(?<!\\)\|/gu)).toHaveLength(5);
      const outside = row.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/gu, "");
      expect(outside).not.toMatch(/<|(?<!\\)[[\]]|[@#](?=\w)/u);
    }
  });

  test("nothing found", () => {
    expect(reporters.markdown(sampleRun([calm]), context)).toBe(
      "### creeplint: Nothing creepy in 1 file.\n",
    );
  });
});

describe("agent", () => {
  test("a line a finding, with the line to send", () => {
    expect(reporters.agent(run, context)).toBe(
      [
        "mail/ä b.html:2:32 warning watching/noticed “Brooms”",
        "mail/ä b.html:2:5 error watching/noticed “We noticed you like rakes.” -> “For people who love rakes:”",
        "push.jsonl:7 error watching/noticed “saw”",
        "bad.html:1 error E_READ No.",
        "",
      ].join("\n"),
    );
  });

  test.each(hostile)("one line stays one line: %s", (_, result) => {
    const report = reporters.agent(result, context);
    expect(report.split("\n")).toHaveLength(4);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be left
    expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
  });

  test("nothing found", () => {
    expect(reporters.agent(sampleRun([calm]), context)).toBe("ok: 1 file, nothing found\n");
  });
});
