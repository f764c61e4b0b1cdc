import { describe, expect, test } from "vitest";
import {
  sampleContext,
  sampleFile,
  sampleFinding,
  sampleMessage,
  samplePart,
  sampleRun,
  sampleSuggestion,
} from "../testing/sample-result.ts";
import { firstEdits, recordOutput, rewriteFile, rewriteRecord } from "./output.ts";
import { reporters } from "./reporters/index.ts";

const TEXT = "We saw you. We know you. Bye.";
const saw = sampleFinding(TEXT, "We saw you.");
const know = sampleFinding(TEXT, "We know you.");
const rewritten = [
  { ...saw, suggestions: [sampleSuggestion(saw, "Hello.", { tier: "manual" })] },
  {
    ...know,
    suggestions: [
      sampleSuggestion(know, "Welcome.", { tier: "unsafe" }),
      sampleSuggestion(know, "Enter.", { tier: "safe" }),
    ],
  },
];

test("the first suggestion that needs no person goes in", () => {
  const file = sampleFile("a.txt", TEXT, [sampleMessage(samplePart(TEXT), rewritten)]);
  expect(rewriteFile(file)).toBe("We saw you. Welcome. Bye.");
});

test("with tiers, the first suggestion of such a tier goes in", () => {
  const file = sampleFile("a.txt", TEXT, [sampleMessage(samplePart(TEXT), rewritten)]);
  expect(rewriteFile(file, ["safe"])).toBe("We saw you. Enter. Bye.");
  expect(firstEdits(rewritten, ["safe", "unsafe"])).toHaveLength(1);
});

test("notes are left alone", () => {
  const note = {
    ...saw,
    severity: "info" as const,
    suggestions: [sampleSuggestion(saw, "Hello.")],
  };
  const file = sampleFile("a.txt", TEXT, [sampleMessage(samplePart(TEXT), [note])]);
  expect(rewriteFile(file)).toBe(undefined);
});

test("nothing to change gives nothing", () => {
  expect(rewriteFile(sampleFile("a.txt", TEXT, [sampleMessage(samplePart(TEXT), [saw])]))).toBe(
    undefined,
  );
});

test("of findings that overlap, the one that starts first is rewritten", () => {
  const whole = sampleFinding(TEXT, "We saw you. We know you.");
  const inner = sampleFinding(TEXT, "saw you");
  const both = [
    { ...inner, suggestions: [sampleSuggestion(inner, "greet you")] },
    { ...whole, suggestions: [sampleSuggestion(whole, "Hello.")] },
  ];
  const file = sampleFile("a.txt", TEXT, [sampleMessage(samplePart(TEXT), both)]);
  expect(rewriteFile(file)).toBe("Hello. Bye.");
});

test("a record gives its text field, and never changes the file", () => {
  const message = sampleMessage(samplePart(TEXT, "text"), rewritten);
  expect(rewriteRecord(message)).toBe("We saw you. Welcome. Bye.");
  expect(rewriteFile(sampleFile("a.jsonl", "", [message]))).toBe(undefined);
});

describe("a record with findings in several fields", () => {
  const inPart = (part: number) => {
    const saw = sampleFinding(TEXT, "We saw you.", { part });
    return { ...saw, suggestions: [sampleSuggestion(saw, "Hello.")] };
  };
  const AFTER = "Hello. We know you. Bye.";

  test.each([
    ["its text, wherever that stands", ["subject", "text"], [0, 1], { output: AFTER }],
    ["nothing where its text stays", ["subject", "text"], [0], {}],
    [
      "the field too where it has no text",
      ["title", "body"],
      [0, 1],
      { output: AFTER, outputField: "title" },
    ],
    [
      "the first field that changes",
      ["title", "body"],
      [1],
      { output: AFTER, outputField: "body" },
    ],
    ["nothing where nothing changes", ["title"], [], {}],
  ])("gives %s", (_, fields, parts, expected) => {
    const message = sampleMessage(samplePart(TEXT), parts.map(inPart));
    const record = {
      ...message,
      message: { ...message.message, parts: fields.map((field) => samplePart(TEXT, field)) },
    };
    expect(recordOutput(record)).toEqual(expected);
    for (const name of ["json", "jsonl"] as const) {
      const run = sampleRun([sampleFile("a.jsonl", "", [record])]);
      const [entry] = [JSON.parse(reporters[name](run, sampleContext({ output: true })))].flat();
      expect({ output: entry.output, outputField: entry.outputField }).toEqual({
        output: undefined,
        outputField: undefined,
        ...expected,
      });
    }
  });
});
