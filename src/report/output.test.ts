import { expect, test } from "vitest";
import {
  sampleFile,
  sampleFinding,
  sampleMessage,
  samplePart,
  sampleSuggestion,
} from "../testing/sample-result.ts";
import { firstEdits, rewriteFile, rewriteRecord } from "./output.ts";

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
