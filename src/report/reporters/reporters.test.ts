import { Chalk } from "chalk";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
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

const HTML = "<p>\n  👀 We noticed you like rakes. Brooms are on sale.\n</p>\n";
const noticed = sampleFinding(HTML, "We noticed you like rakes.");
const suggestions = [
  sampleSuggestion(noticed, "For people who love rakes:"),
  sampleSuggestion(noticed, "", { tier: "manual", move: "drop", reason: "Leave it out." }),
];
const html = sampleFile("mail/a.html", HTML, [
  sampleMessage(samplePart(HTML), [{ ...noticed, branch: ["customer.rakes > 3"], suggestions }]),
]);

const PUSH = "Still thinking about it?";
const record = sampleMessage(
  samplePart(PUSH, "text"),
  [
    sampleFinding(PUSH, "Still thinking", {
      severity: "warning",
      message: "“Still thinking” hints.",
    }),
  ],
  { id: "p-1", line: 3, channel: "push" },
);
const archive = sampleFile("push.jsonl", "", [record]);
const broken = sampleFile(
  "bad.html",
  "",
  [],
  [{ level: "error", code: "E_READ", message: "Permission denied.", hint: "Check its rights." }],
);
const run = sampleRun([html, archive, broken]);
const calm = sampleRun([sampleFile("a.txt", "Hello.", [sampleMessage(samplePart("Hello."), [])])]);

describe("pretty", () => {
  test("shows the words, the reason, the branch, the rewrite, the meter and what to do next", () => {
    expect(reporters.pretty(run, sampleContext())).toBe(`mail/a.html  email, marketing

     2 │ 👀 We noticed you like rakes. Brooms are on sale.
       │    ^^^^^^^^^^^^^^^^^^^^^^^^^^
         error  “We noticed you like rakes.” tells the reader that they were
         watched.  watching/noticed
         Readers accept being served; they do not accept being seen.
         Only seen if customer.rakes > 3
         → For people who love rakes:
           1 more with --verbose

  stranger ━━━━━━━━━━━━━━━●───────── stalker  62 of 100, nosy

push.jsonl

  line 3, p-1  push, marketing

  text │ Still thinking about it?
       │ ^^^^^^^^^^^^^^
         warning  “Still thinking” hints.  watching/noticed
         Readers accept being served; they do not accept being seen.

  stranger ━━━━━━━━━━━━━━━●───────── stalker  62 of 100, nosy

bad.html

  ! Permission denied. Check its rights.  E_READ

✖ 1 error and 1 warning in 2 of 3 files. 1 file could not be read.
  Read why:                  creeplint explain watching/noticed
  See the rewrites in place: --diff
  Apply the safe ones:       --fix
`);
  });

  test("verbose shows every suggestion with what it does", () => {
    const text = reporters.pretty(run, sampleContext({ verbose: true }));
    expect(text).toContain("→ For people who love rakes: Lead with the offer.\n");
    expect(text).toContain("→ Leave it out.\n");
    expect(text).not.toContain("more with --verbose");
  });

  test("quiet shows errors only", () => {
    const text = reporters.pretty(run, sampleContext({ quiet: true }));
    expect(text).not.toContain("Still thinking");
    expect(text).toContain("✖ 1 error in 1 of 3 files. 1 file could not be read.");
  });

  test("a clean run is one calm line", () => {
    expect(reporters.pretty(calm, sampleContext())).toBe(
      "✔ Nothing creepy in 1 file. A stranger could have sent it.\n",
    );
  });

  test("no files at all is said", () => {
    expect(reporters.pretty(sampleRun([]), sampleContext())).toContain("Nothing to read");
  });

  test("infos wait until they are asked for", () => {
    const info = sampleFinding(HTML, "We noticed", { severity: "info" });
    const only = sampleRun([sampleFile("a.html", HTML, [sampleMessage(samplePart(HTML), [info])])]);
    expect(reporters.pretty(only, sampleContext())).toBe(
      "✔ Nothing creepy in 1 file. A stranger could have sent it.\n  Not shown: 1 note. Add --verbose to see them.\n",
    );
    expect(reporters.pretty(only, sampleContext({ failOn: "info" }))).toContain("✖ 1 note in 1 of");
    expect(reporters.pretty(only, sampleContext({ verbose: true }))).toContain(
      "info  “We noticed”",
    );
  });

  test("silenced findings are counted, and shown with their reason when asked", () => {
    const message = {
      ...sampleMessage(samplePart(HTML), []),
      suppressed: [{ ...noticed, by: "directive" as const, reason: "approved by the legal team" }],
    };
    const silenced = sampleRun([sampleFile("a.html", HTML, [message])]);
    expect(reporters.pretty(silenced, sampleContext())).toContain("1 finding silenced on purpose");
    expect(reporters.pretty(silenced, sampleContext({ verbose: true }))).toContain(
      "○ silenced  “We noticed you like rakes.”  watching/noticed: approved by the",
    );
  });

  test("with the output asked for, it shows what changes", () => {
    const text = reporters.pretty(run, sampleContext({ output: true }));
    expect(text).toContain("+  👀 For people who love rakes: Brooms are on sale.");
  });

  test.each([40, 60, 100])("nothing is wider than %i columns", (width) => {
    const text = reporters.pretty(
      sampleRun([html, archive]),
      sampleContext({ width, verbose: true }),
    );
    const body = text.split("\n").filter((line) => !/stalker|Read why|rewrites|✖/u.test(line));
    for (const line of body) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  });

  test("colour is colour only: without it the text is the same", () => {
    const colourful = reporters.pretty(run, sampleContext({ paint: new Chalk({ level: 1 }) }));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes start with one
    expect(colourful.replace(/\u001b\[\d+m/gu, "")).toBe(reporters.pretty(run, sampleContext()));
    expect(colourful).toContain("\u001b[31mWe noticed you like rakes.\u001b[39m");
  });
});

test("no reporter for people lets copy or names steer the terminal", () => {
  const text = "\u001b[2JWe saw\u202e you\u0007";
  const finding = sampleFinding(text, text, { message: `“${text}” is seen.`, branch: [text] });
  const part = samplePart(text);
  const hostile = sampleRun([
    sampleFile(
      "\u001b[2Jname\n.html",
      text,
      [sampleMessage(part, [{ ...finding, suggestions: [sampleSuggestion(finding, text)] }])],
      [{ level: "warning", code: "E_READ", message: text }],
    ),
  ]);
  for (const name of ["pretty", "compact"] as const) {
    const report = reporters[name](hostile, sampleContext({ verbose: true, output: true }));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be left
    expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
  }
});

test("compact: one finding a line", () => {
  expect(reporters.compact(run, sampleContext())).toBe(
    [
      "mail/a.html:2:6: error: “We noticed you like rakes.” tells the reader that they were watched. [watching/noticed]",
      "push.jsonl:3:1: warning: “Still thinking” hints. [watching/noticed]",
      "bad.html:1:1: error: Permission denied. [E_READ]",
      "",
    ].join("\n"),
  );
});

describe("json", () => {
  const entries = JSON.parse(reporters.json(run, sampleContext({ output: true })));

  test("an entry a file or record, in order, with absolute paths", () => {
    expect(entries.map((entry: { filePath: string }) => entry.filePath)).toEqual([
      "/shop/mail/a.html",
      "/shop/push.jsonl",
      "/shop/bad.html",
    ]);
  });

  test("a file has ESLint's shape", () => {
    const start = HTML.indexOf("We noticed");
    const end = start + "We noticed you like rakes.".length;
    const fix = { range: [start, end], text: "For people who love rakes:" };
    expect(entries[0]).toEqual({
      filePath: "/shop/mail/a.html",
      messages: [
        {
          ruleId: "watching/noticed",
          related: ["inference/interest"],
          severity: 2,
          level: "error",
          message: "“We noticed you like rakes.” tells the reader that they were watched.",
          text: "We noticed you like rakes.",
          line: 2,
          column: 6,
          endLine: 2,
          endColumn: 32,
          start,
          end,
          answers: {
            fact: "interest",
            source: "observed",
            scope: "individual",
            context: { kind: "marketing", channel: "email" },
          },
          branch: ["customer.rakes > 3"],
          fix,
          suggestions: [
            { desc: "Lead with the offer.", move: "offer-first", tier: "safe", fix },
            { desc: "Leave it out.", move: "drop", tier: "manual", fix: { ...fix, text: "" } },
          ],
        },
      ],
      suppressedMessages: [],
      score: 62,
      band: "nosy",
      errorCount: 1,
      warningCount: 0,
      infoCount: 0,
      output: HTML.replace("We noticed you like rakes.", "For people who love rakes:"),
    });
  });

  test("a record names its line, its id and the field that offsets count in", () => {
    expect(entries[1]).toMatchObject({ line: 3, id: "p-1", channel: "push", warningCount: 1 });
    expect(entries[1].messages[0]).toMatchObject({ field: "text", line: 3, start: 0, end: 14 });
  });

  test("trouble is a fatal message without a rule", () => {
    expect(entries[2].messages).toEqual([
      {
        ruleId: null,
        severity: 2,
        level: "error",
        fatal: true,
        code: "E_READ",
        message: "Permission denied.",
        hint: "Check its rights.",
        line: 1,
        column: 1,
      },
    ]);
  });

  test("a silenced finding keeps its justification", () => {
    const message = {
      ...sampleMessage(samplePart(HTML), []),
      suppressed: [{ ...noticed, by: "directive" as const, reason: "asked for" }],
    };
    const result = sampleRun([sampleFile("a.html", HTML, [message])]);
    const [entry] = JSON.parse(reporters.json(result, sampleContext()));
    expect(entry.messages).toEqual([]);
    expect(entry.suppressedMessages[0].suppressions).toEqual([
      { kind: "directive", justification: "asked for" },
    ]);
  });

  test("nothing found is an empty array of messages, nothing read an empty array", () => {
    expect(JSON.parse(reporters.json(calm, sampleContext()))[0].messages).toEqual([]);
    expect(reporters.json(sampleRun([]), sampleContext())).toBe("[]\n");
  });
});

describe("jsonl", () => {
  test("one line a message, clean ones too", () => {
    expect(reporters.jsonl(calm, sampleContext())).toBe(
      '{"filePath":"/shop/a.txt","line":1,"channel":"email","kind":"marketing","score":0,"band":"stranger","findings":[]}\n',
    );
  });

  test("a record keeps its id, and severities are words", () => {
    const [line] = reporters.jsonl(sampleRun([archive]), sampleContext()).split("\n");
    expect(JSON.parse(line ?? "")).toMatchObject({
      id: "p-1",
      line: 3,
      findings: [{ severity: "warning", field: "text", text: "Still thinking" }],
    });
  });

  test("notices stand with the only message of a file", () => {
    const notice = { level: "warning", code: "unused", message: "Nothing to silence." } as const;
    const file = sampleFile("a.txt", "Hello.", [sampleMessage(samplePart("Hello."), [])], [notice]);
    const text = reporters.jsonl(sampleRun([file]), sampleContext());
    expect(text.trimEnd().split("\n")).toHaveLength(1);
    expect(JSON.parse(text)).toMatchObject({ score: 0, notices: [{ code: "unused" }] });
  });

  test("trouble has a line of its own", () => {
    const [line] = reporters.jsonl(sampleRun([broken]), sampleContext()).split("\n");
    expect(JSON.parse(line ?? "")).toMatchObject({
      filePath: "/shop/bad.html",
      findings: [],
      notices: [{ code: "E_READ" }],
    });
  });

  test("the output is there when it is asked for", () => {
    const [line] = reporters.jsonl(sampleRun([html]), sampleContext({ output: true })).split("\n");
    expect(JSON.parse(line ?? "").output).toContain("For people who love rakes:");
  });
});

test("diff: a patch of the first suggestions", () => {
  expect(reporters.diff(run, sampleContext())).toBe(`--- a/mail/a.html
+++ b/mail/a.html
@@ -1,3 +1,3 @@
 <p>
-  👀 We noticed you like rakes. Brooms are on sale.
+  👀 For people who love rakes: Brooms are on sale.
 </p>
`);
});

test("pretty gives the reason behind a rule once a file", () => {
  const text = "We saw you. We know you.";
  const findings = [sampleFinding(text, "We saw you."), sampleFinding(text, "We know you.")];
  const file = sampleFile("a.txt", text, [sampleMessage(samplePart(text), findings)]);
  const report = reporters.pretty(sampleRun([file]), sampleContext());
  expect(report.match(/Readers accept being served/gu)).toHaveLength(1);
});

test("pretty says where records of an archive could not be read", () => {
  const notice = {
    level: "error",
    code: "E_RECORD",
    message: "Line 2: This is not JSON.",
  } as const;
  const file = sampleFile(
    "a.jsonl",
    "",
    [sampleMessage(samplePart("Hello.", "text"), [])],
    [notice],
  );
  const skipped = {
    ...sampleRun([file]),
    counts: { ...sampleRun([file]).counts, failed: 0, unread: 1 },
  };
  expect(reporters.pretty(skipped, sampleContext())).toBe(`a.jsonl

  ! Line 2: This is not JSON.  E_RECORD

✖ 1 record could not be read. Nothing creepy in the rest.
`);
});
