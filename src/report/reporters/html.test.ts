import { createHash } from "node:crypto";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import type { RunResult } from "../../model/result.ts";
import { lintText } from "../../testing/engine.ts";
import { HOSTILE, hostileRun } from "../../testing/hostile-run.ts";
import {
  sampleContext,
  sampleFile,
  sampleFinding,
  sampleMessage,
  samplePart,
  sampleRun,
} from "../../testing/sample-result.ts";
import { reporters } from "./index.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Every element of a page with all the text in it. */
function read(page: string): readonly Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const element = { name, attributes, text: "" };
      all.push(element);
      open.push(element);
    },
    ontext: (text) => {
      for (const element of open) element.text += text;
    },
    onclosetag: () => open.pop(),
  });
  parser.end(page);
  return all;
}

const pageOf = (result: RunResult) => reporters.html(result, sampleContext({ verbose: true }));
const named = (elements: readonly Element[], name: string) =>
  elements.filter((element) => element.name === name);

describe.each(HOSTILE)("with %s in copy, names and reasons", (_, text) => {
  const page = pageOf(hostileRun(text));
  const elements = read(page);

  test("there is nothing that runs, loads or leads away", () => {
    const tags = new Set(elements.map(({ name }) => name));
    for (const name of ["script", "img", "iframe", "link", "object", "form", "base", "b"]) {
      expect(tags).not.toContain(name);
    }
    for (const { attributes } of elements) {
      const suspicious = Object.keys(attributes).filter((key) => /^(?:on|style|src)/u.test(key));
      expect(suspicious).toEqual([]);
      if (attributes.href !== undefined) expect(attributes.href).toMatch(/^#/u);
    }
  });

  test("the words are there, as text on one line that runs forwards", () => {
    const [mark] = named(elements, "mark");
    expect(mark?.text).toContain(text.startsWith("<script>") ? `alert("x")` : "");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be left
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
  });
});

describe("a page", async () => {
  const file = await lintText(
    "Hi!\n\nWe noticed you like rakes. Rakes & brooms.\n\nYou left a tent in your cart.\n\nSee you.\n",
  );
  const bad = sampleFile("bad.html", "", [], [{ level: "error", code: "E_READ", message: "No." }]);
  const calm = sampleFile("calm.html", "Hello.", [sampleMessage(samplePart("Hello."), [])]);
  const page = pageOf(sampleRun([calm, file, bad]));
  const elements = read(page);

  test("allows nothing but its own style", () => {
    const [style] = named(elements, "style");
    const hash = createHash("sha256")
      .update(style?.text ?? "")
      .digest("base64");
    const policy = elements.find(({ attributes }) => "http-equiv" in attributes);
    expect(policy?.attributes.content).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
  });

  test("every link has its target, every id is there once", () => {
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = elements.flatMap(({ attributes }) => attributes.href?.slice(1) ?? []);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    const labels = elements.flatMap(({ attributes }) => attributes["aria-labelledby"] ?? []);
    expect(labels.filter((label) => !ids.includes(label))).toEqual([]);
  });

  test("marks the words in the message, and gives reasons and rewrites", () => {
    expect(named(elements, "mark").map(({ text }) => text)).toEqual([
      "We noticed you like rakes1",
      "You left a tent in your cart2",
    ]);
    const lines = named(elements, "p").map(({ text }) => text);
    expect(lines).toContain("We noticed you like rakes1. Rakes & brooms.");
    expect(lines).toContain("See you.");
    expect(page).toContain('<p class="label">Send instead</p>');
  });

  test("says how far each message is, also to those who listen", () => {
    const meter = elements.find(({ attributes }) => attributes.role === "meter");
    expect(meter?.attributes).toMatchObject({
      "aria-valuenow": String(file.score.value),
      "aria-valuetext": `${file.score.value} of 100, ${file.score.band}`,
    });
  });

  test("names what could not be read, and what is fine", () => {
    const sections = named(elements, "section").map(({ text }) => text.replace(/\s+/gu, " "));
    expect(sections.join("\n")).toContain("Trouble bad.html:1 No.");
    expect(sections.at(-1)).toBe("A stranger could have sent thesecalm.html");
  });

  test.each([
    ["calm", sampleRun([calm]), "1 message read. A stranger could have sent all of it."],
    [
      "mixed",
      sampleRun([calm, file]),
      "2 messages read. A stranger could have sent 1. What follows says too much about the person who reads it.",
    ],
  ])("a lead for a %s run", (_, result, words) => {
    expect(pageOf(result)).toContain(`<p class="lead">${words}</p>`);
  });

  test("a headline for nothing at all", () => {
    expect(pageOf(sampleRun([]))).toContain("<h1>Nothing to read.</h1>");
  });

  test("does not grow without end, and says so", () => {
    const text = "We saw you.";
    const messages = Array.from({ length: 501 }, (_, index) =>
      sampleMessage(samplePart(text, "text"), [sampleFinding(text, text)], { line: index + 1 }),
    );
    const large = pageOf(sampleRun([sampleFile("a.jsonl", "", messages)]));
    expect(named(read(large), "article")).toHaveLength(500);
    expect(large).toContain(
      '<p class="label">What to write instead</p><p>Lead with the offer.</p>',
    );
    expect(large).toContain("1 less creepy message not shown.");
  });
});
