import { describe, expect, test } from "vitest";
import { firstEdits, rewriteFile } from "../report/output.ts";
import { createLocator } from "../report/place.ts";
import { rewrittenLine } from "../report/rewritten-line.ts";
import { lintText } from "../testing/engine.ts";
import {
  sampleFinding,
  sampleMessage,
  samplePart,
  sampleSuggestion,
} from "../testing/sample-result.ts";
import { identityMap } from "../text/offset-map.ts";
import { inFile } from "./in-file.ts";

const CREEPY = 'We noticed you like rakes, perhaps you\'ll like our sale on "brooms".';
const ABSENT = "You haven't bought a new garden hose for two years, time for a new one!";

const lint = (text: string) => lintText(text, { path: "a.json" });

describe("a finding in a decoded value", () => {
  const file = `{\n  "subject": "Hi",\n  "html": ${JSON.stringify(`<p>\n${CREEPY}</p>`)}\n}`;

  test("has its place in the file, and its words decoded", async () => {
    const { messages } = await lint(file);
    const [finding] = messages[0]?.findings ?? [];
    expect(finding?.rule).toBe("watching/noticed");
    expect(file.slice(finding?.span.start, finding?.span.end)).toBe(finding?.text);
    expect(
      messages[0] && finding && createLocator().ofFinding(messages[0].message, finding),
    ).toMatchObject({ line: 3, column: 17 });
  });

  test("is rewritten as its container writes it, and shown as readers get it", async () => {
    const result = await lint(file);
    const rewritten: unknown = JSON.parse(rewriteFile(result) ?? "");
    expect(rewritten).toEqual({
      subject: "Hi",
      html: '<p>\nPerhaps you\'ll like our sale on "brooms".</p>',
    });
    const [message] = result.messages;
    const [edit] = firstEdits(message?.findings ?? []);
    const part = message?.message.parts[1];
    expect(part && edit && rewrittenLine(part, edit)).toBe(
      'Perhaps you\'ll like our sale on "brooms".',
    );
  });
});

test("the same fact in two values of a message is found twice and counted once", async () => {
  const once = await lint(JSON.stringify({ subject: "Hi", html: `<p>${ABSENT}</p>` }));
  const twice = await lint(
    JSON.stringify({ subject: "Hi", html: `<p>${ABSENT}</p>`, text: ABSENT }),
  );
  expect(twice.messages[0]?.findings).toHaveLength(2);
  expect(twice.score).toEqual(once.score);
});

describe("suppressions", () => {
  const WHY = "activity/absence -- they asked";

  test.each([
    [
      "in a decoded value",
      { html: `<!-- creeplint-disable-next-line ${WHY} -->\n<p>${ABSENT}</p>` },
      "",
    ],
    ["in a comment of the container", { html: ABSENT }, `// creeplint-disable-file ${WHY}\n`],
    ["above a line of the container", { html: ABSENT }, `// creeplint-disable-next-line ${WHY}\n`],
  ])("%s", async (_, value, before) => {
    const { messages, notices } = await lint(before + JSON.stringify({ subject: "Hi", ...value }));
    expect(messages.flatMap(({ findings }) => findings)).toEqual([]);
    expect(messages.flatMap(({ suppressed }) => suppressed)).toMatchObject([
      { reason: "they asked" },
    ]);
    expect(notices).toEqual([]);
  });

  test("reach all messages of the file, and say where they are needless", async () => {
    const file = `[
      // creeplint-disable ${WHY}
      {"subject": "A", "body": "${ABSENT}"},
      {"subject": "B", "body": "${ABSENT}"},
      // creeplint-enable
      // creeplint-disable-next-line activity/cart -- none here
      {"subject": "C", "body": "${ABSENT}"}
    ]`;
    const { messages, notices } = await lint(file);
    expect(
      messages.map(({ findings, suppressed }) => [findings.length, suppressed.length]),
    ).toEqual([
      [0, 1],
      [0, 1],
      [1, 0],
    ]);
    expect(notices.map(({ code, span }) => [code, file.slice(span?.start, span?.end)])).toEqual([
      ["suppression-needless", "// creeplint-disable-next-line activity/cart -- none here"],
    ]);
  });
});

test("a rewrite that cannot be written in the file is left to people", () => {
  const file = "Subject: Hi\n\nYou left";
  const part = samplePart("You left");
  const finding = sampleFinding("You left", "left");
  const suggestions = [sampleSuggestion(finding, "’ll like")];
  const { message } = sampleMessage(
    {
      ...part,
      embedding: {
        map: identityMap(8, 13),
        codec: "mail-body",
        span: { start: 13, end: 21 },
        detail: { transfer: "none", charset: "us-ascii", reading: "utf-8", newline: "\n" },
      },
    },
    [],
  );
  const result = { message, findings: [{ ...finding, suggestions }], suppressed: [] };
  expect(inFile(result, file).findings[0]?.suggestions).toMatchObject([
    {
      tier: "manual",
      edit: { span: { start: 17, end: 21 }, text: "’ll like", isUnwritable: true },
    },
  ]);
});

test("notices of a decoded value have their place in the file", async () => {
  const file = '{"subject": "\\u201cHi {{ name"}';
  const { notices } = await lint(file);
  expect(notices.map(({ code, span }) => [code, file.slice(span?.start, span?.end)])).toEqual([
    ["unclosed-tag", "{{"],
  ]);
});
