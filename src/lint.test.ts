import { beforeAll, describe, expect, test } from "vitest";
import type { Settings } from "./model/config.ts";
import type { Finding } from "./model/finding.ts";
import type { FileResult } from "./model/result.ts";
import type { Example, Rule, Ruleset } from "./model/rule.ts";
import { firstEdits } from "./report/output.ts";
import { loadRuleset } from "./ruleset/load.ts";
import { lintText } from "./testing/engine.ts";
import { applyEdits } from "./text/edit.ts";

const ruleset: Ruleset = await loadRuleset([]);

function findingsOf({ messages }: FileResult): readonly Finding[] {
  return messages.flatMap(({ findings }) => findings);
}

async function lint(text: string, path?: string, settings: Partial<Settings> = {}) {
  return findingsOf(await lintText(text, { ruleset, settings, ...(path && { path }) }));
}

const worthMending = ({ severity }: Finding) => severity !== "info";

describe("the lines that creeplint was made for", () => {
  const RAKES = "We noticed you like rakes, perhaps you'll like our sale on brooms this weekend";
  const HOSE = "You haven't bought a new garden hose for two years, time for a new one!";
  const SOCKS = "{% if predicted_pregnant %}Time for tiny socks{% endif %}";
  const individual = {
    scope: "individual",
    context: { kind: "marketing", channel: "email" },
  } as const;

  test.each<[string, string, Partial<Finding>]>([
    [
      RAKES,
      "We noticed you like rakes",
      {
        rule: "watching/noticed",
        severity: "error",
        branch: [],
        answers: { fact: "activity", source: "observed", ...individual },
      },
    ],
    [
      HOSE,
      "You haven't bought a new garden hose for two years",
      {
        rule: "activity/absence",
        severity: "error",
        branch: [],
        answers: { fact: "absence", source: "observed", ...individual },
      },
    ],
    [
      SOCKS,
      "{% if predicted_pregnant %}",
      {
        rule: "targeting/sensitive-condition",
        severity: "error",
        branch: ["predicted_pregnant"],
        answers: { fact: "trait", source: "inferred", ...individual },
      },
    ],
  ])("%s", async (text, words, expected) => {
    const [finding, ...more] = await lint(text, "message.liquid");
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ ...expected, text: words, part: 0 });
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe(words);
    expect(finding?.message).toContain(`“${words}”`);
  });

  test.each([RAKES, HOSE, SOCKS])("%s: the first suggestion lints clean", async (text) => {
    const edits = firstEdits(await lint(text, "message.liquid"));
    expect(edits).toHaveLength(1);
    const mended = applyEdits(text, edits);
    expect(mended).not.toBe(text);
    expect((await lint(mended, "message.liquid")).filter(worthMending)).toEqual([]);
  });

  test("the hose names what goes with the absence", async () => {
    const [finding] = await lint(HOSE);
    expect(finding?.related).toContain("activity/precision");
  });
});

describe("a rule that is only likely", () => {
  test("neither leads what a rule found, nor raises severity or score", async () => {
    const [finding] = await lint("As a trail runner, you get 10% off shoes.");
    expect(finding).toMatchObject({ rule: "inference/interest", severity: "warning" });
    expect(finding?.likely.length).toBeGreaterThan(0);
    expect(finding?.related).not.toContain(finding?.likely[0]);
  });
});

describe("what a finding says of its surroundings", () => {
  const LINE = "We noticed you like rakes.";

  test("the channel and the kind of the message", async () => {
    const [finding] = await lint(LINE, "a.txt", { channel: "push", kind: "recap" });
    expect(finding?.answers.context).toEqual({ channel: "push", kind: "recap" });
  });

  test.each<[string, string, readonly string[]]>([
    ["no condition", LINE, []],
    ["a condition", `{% if member %}${LINE}{% endif %}`, ["member"]],
    [
      "conditions in conditions",
      `{% if member %}{% if uk %}${LINE}{% endif %}{% endif %}`,
      ["member", "uk"],
    ],
    ["the other branch", `{% if member %}Hello.{% else %}${LINE}{% endif %}`, ["not member"]],
    ["unless", `{% unless member %}${LINE}{% endunless %}`, ["not member"]],
    ["a condition beside it", `{% if member %}Hello.{% endif %}\n\n${LINE}`, []],
  ])("%s", async (_, text, branch) => {
    const found = (await lint(text, "a.liquid")).filter(({ rule }) => rule === "watching/noticed");
    expect(found.map((one) => one.branch)).toEqual([branch]);
  });

  test("a line in both branches is found in both", async () => {
    const text = `{% if a %}${LINE}{% else %}${LINE}{% endif %}`;
    expect((await lint(text, "a.liquid")).map((one) => one.branch)).toEqual([["a"], ["not a"]]);
  });

  test("the message quotes words that run over a line on one line", async () => {
    const [finding] = await lint("We noticed you\n  like rakes.", "a.md");
    expect(finding?.text).toBe("We noticed you\n  like rakes");
    expect(finding?.message).toContain("“We noticed you like rakes”");
  });

  test("words that look like a pattern of replacement are quoted as they are", async () => {
    const [finding] = await lint("We noticed you like $& and $1.", "a.txt");
    expect(finding?.message).toContain(finding?.text ?? "no finding");
  });
});

describe("the place in the source", () => {
  test.each<[string, string, string, string]>([
    ["plain text", "a.txt", "Hello.\n\nWe noticed you like rakes.\n", "We noticed you like rakes"],
    ["CRLF", "a.txt", "Hello.\r\n\r\nWe noticed you like rakes.\r\n", "We noticed you like rakes"],
    [
      "emoji",
      "a.txt",
      "👀👀 Hello 👨‍👩‍👧! We noticed you like rakes 👀",
      "We noticed you like rakes",
    ],
    [
      "Markdown",
      "a.md",
      "# Hi\n\n*We* noticed **you** like rakes.",
      "We* noticed **you** like rakes",
    ],
    [
      "entities",
      "a.html",
      "<p>R&amp;D &ndash; We&nbsp;noticed you like rakes.</p>",
      "We&nbsp;noticed you like rakes",
    ],
    [
      "tags",
      "a.html",
      "<p>We <b>noticed you</b> like rakes.</p>",
      "We <b>noticed you</b> like rakes",
    ],
    [
      "a merge tag",
      "a.liquid",
      "We noticed you like {{ product.name }}.",
      "We noticed you like {{ product.name }}",
    ],
    [
      "curly quotes",
      "a.txt",
      "“Hi.” We’ve noticed you like rakes.",
      "We’ve noticed you like rakes",
    ],
    ["hurried spelling", "a.txt", "Hello. We noticed u like rakes.", "We noticed u like rakes"],
    ["capitals", "a.txt", "HELLO. WE NOTICED YOU LIKE RAKES.", "WE NOTICED YOU LIKE RAKES"],
  ])("%s", async (...[, path, text, words]) => {
    const [finding] = await lint(text, path);
    expect(finding?.text).toBe(words);
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe(words);
  });

  test("counts from behind a byte order mark, as its text does", async () => {
    const text = "We noticed you like rakes.";
    const [finding] = findingsOf(await lintText(text, { ruleset, bom: true }));
    expect(finding?.span).toEqual({ start: 0, end: 25 });
  });
});

describe("a result", () => {
  const TEXT = "We noticed you like rakes.\n\nYou haven't bought a hose for two years.\n";

  test("is the same for the same text", async () => {
    expect(await lintText(TEXT, { ruleset })).toEqual(await lintText(TEXT, { ruleset }));
  });

  test("has the score of its worst message", async () => {
    const { messages, score } = await lintText(TEXT, { ruleset });
    expect(score).toEqual(messages[0]?.score);
    expect(score.value).toBeGreaterThan(55);
  });

  test("of clean copy has nothing in it", async () => {
    const result = await lintText("Our sale on brooms is on this weekend.", { ruleset });
    expect(result).toMatchObject({ notices: [], score: { value: 0, band: "stranger" } });
    expect(findingsOf(result)).toEqual([]);
  });

  test.each(["", "\n\n", "👀", "{% if x %}", "<", "{{"])("of %j is no trouble", async (text) => {
    for (const path of ["a.txt", "a.html", "a.md", "a.liquid"]) {
      expect(await lint(text, path)).toEqual([]);
    }
  });

  test("leaves out rules that are off", async () => {
    const settings = {
      rules: { "watching/*": "off", "inference/*": "off", "activity/*": "off" },
    } as const;
    const rules = (await lint("We noticed you like rakes.", "a.txt", settings)).map(
      ({ rule }) => rule,
    );
    expect(rules.filter((rule) => rule.startsWith("watching/"))).toEqual([]);
  });

  test("holds what a suppression silenced apart, with its reason", async () => {
    const text =
      "<!-- creeplint-disable-next-line watching/noticed -- asked for -->\nWe noticed you like rakes.\n";
    const { messages, notices, score } = await lintText(text, { ruleset, path: "a.md" });
    expect(messages[0]?.findings).toEqual([]);
    expect(messages[0]?.suppressed).toMatchObject([
      { rule: "watching/noticed", reason: "asked for" },
    ]);
    expect(notices).toEqual([]);
    expect(score.value).toBe(0);
  });
});

describe("the examples of the builtin rules", () => {
  const lintExample = ({ text, channel, kind }: Example) =>
    lint(text, "example.txt", { channel, kind });
  const names = (rule: Rule, found: readonly Finding[]) =>
    found.some((one) => [one.rule, ...one.related].includes(rule.id));

  beforeAll(() => {
    expect(ruleset.rules.length).toBeGreaterThan(40);
  });

  test.each(ruleset.rules.map((rule) => [rule.id, rule] as const))("%s", async (_, rule) => {
    const silent: string[] = [];
    const loud: string[] = [];
    for (const one of rule.flags) if (!names(rule, await lintExample(one))) silent.push(one.text);
    for (const one of rule.allows) if (names(rule, await lintExample(one))) loud.push(one.text);
    expect({ silent, loud }).toEqual({ silent: [], loud: [] });
  });
});
