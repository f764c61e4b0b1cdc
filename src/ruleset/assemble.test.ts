import { describe, expect, test } from "vitest";
import { CreeplintError } from "../errors.ts";
import { assemble, type RuleFile } from "./assemble.ts";

const RULE: Readonly<Record<string, string>> = {
  id: "watching/noticed",
  severity: "error",
  title: "Says that someone looked",
  message: '"“{match}” tells the reader that they were watched."',
  why: "Readers mind being seen.",
  instead: "Keep the targeting, drop the telling.",
  fact: "activity",
  patterns: '["caught you @look"]',
  flags: "[a, b, c]",
  allows: "[d, e, f]",
};
const LEXICON: RuleFile = { path: "rules/lexicon/verbs.yaml", text: "look: [look, peek]" };
const EVIDENCE: RuleFile = { path: "rules/evidence.yaml", text: "a-2001: {title: T, says: S}" };
const POLICY: RuleFile = { path: "rules/policy.yaml", text: "snap: {title: T, says: S}" };

/** A rule file with some keys changed; an empty text leaves a key out. */
function ruleFile(
  changes: Readonly<Record<string, string>> = {},
  path = "watching/noticed",
): RuleFile {
  const lines = Object.entries({ ...RULE, ...changes }).flatMap(([key, value]) =>
    value === "" ? [] : [`${key}: ${value}`],
  );
  return { path: `rules/${path}.yaml`, text: `${lines.join("\n")}\n` };
}

function build(files: readonly RuleFile[], minExamples = 3) {
  return assemble([LEXICON, EVIDENCE, POLICY, ...files], { minExamples, compilesPatterns: true });
}

function problem(files: readonly RuleFile[], minExamples = 3): string {
  try {
    build(files, minExamples);
  } catch (error) {
    if (!(error instanceof CreeplintError)) throw error;
    return [error.code, error.place, error.message, error.hint].filter(Boolean).join(" | ");
  }
  return "no error";
}

describe("a rule", () => {
  test("is complete when it is read", () => {
    expect(build([ruleFile()]).rules).toEqual([
      {
        id: "watching/noticed",
        severity: "error",
        title: "Says that someone looked",
        message: "“{match}” tells the reader that they were watched.",
        why: "Readers mind being seen.",
        instead: "Keep the targeting, drop the telling.",
        evidence: [],
        policy: [],
        fact: "activity",
        when: [],
        patterns: ["caught you @look"],
        fields: [],
        literals: [],
        unless: [],
        channels: ["email", "ad", "push", "sms", "web"],
        kinds: ["marketing", "transactional", "service", "recap"],
        rewrite: [],
        flags: ["a", "b", "c"].map((text) => ({ text, channel: "email", kind: "marketing" })),
        allows: ["d", "e", "f"].map((text) => ({ text, channel: "email", kind: "marketing" })),
      },
    ]);
  });

  test.each<[string, Record<string, string>, object]>([
    [
      "tests on frames",
      { when: "[{knower: sender, person: [reader, reader-thing], precise: true, has: '@look'}]" },
      {
        when: [
          {
            knower: ["sender"],
            person: ["reader", "reader-thing"],
            precise: ["true"],
            has: ["@look"],
          },
        ],
      },
    ],
    [
      "tests on fields",
      { fields: "[{in: link, is: contact, scheme: http, bare: false}]" },
      { fields: [{ in: "link", is: ["contact"], scheme: "http", bare: false }] },
    ],
    [
      "examples with all they have",
      { flags: "[a, b, {text: c, channel: ad, kind: service, rewrite: d}]" },
      { flags: [{}, {}, { text: "c", channel: "ad", kind: "service", rewrite: "d" }] },
    ],
    ["one channel", { channels: "ad" }, { channels: ["ad"] }],
    [
      "sources",
      { evidence: "[a-2001]", policy: "[snap]" },
      { evidence: ["a-2001"], policy: ["snap"] },
    ],
  ])("%s", (_, changes, expected) => {
    expect(build([ruleFile(changes)]).rules[0]).toMatchObject(expected);
  });

  test.each<[Record<string, string>, string]>([
    [
      { severty: "error" },
      'E_RULE | rules/watching/noticed.yaml:11:1 | Unknown key "severty". | Did you mean "severity"?',
    ],
    [
      { severity: "fatal" },
      'E_RULE | rules/watching/noticed.yaml:2:11 | Unknown severity "fatal". | Known: info, warning, error.',
    ],
    [
      { severity: "off" },
      'E_RULE | rules/watching/noticed.yaml:2:11 | Unknown severity "off". | Known: info, warning, error.',
    ],
    [
      { message: "Creepy." },
      'E_RULE | rules/watching/noticed.yaml:4:10 | "message" must quote the words with {match}.',
    ],
    [
      { message: "'{match} is creepy'" },
      'E_RULE | rules/watching/noticed.yaml:4:10 | "message" must end in a full stop.',
    ],
    [{ why: "" }, 'E_RULE | rules/watching/noticed.yaml:1:1 | The key "why" is missing.'],
    [{ fact: "smell" }, 'Unknown fact "smell".'],
    [
      { patterns: "" },
      'E_RULE | rules/watching/noticed.yaml:1:1 | The rule can never fire. | Give "when", "patterns", "fields" or "literals".',
    ],
    [{ patterns: "[]" }, "The rule can never fire."],
    [
      { patterns: "['caught @lok']" },
      'E_RULE | rules/watching/noticed.yaml:8:12 | Unknown lexicon class "@lok". | Did you mean "look"?',
    ],
    [{ patterns: `["${"a ".repeat(300)}"]` }, 'An entry of "patterns" is over 500 characters.'],
    [{ patterns: `[${"a,".repeat(501)}]` }, '"patterns" has over 500 entries.'],
    [
      { when: "[{knower: sendr}]" },
      'E_RULE | rules/watching/noticed.yaml:11:17 | Unknown value of knower "sendr". | Did you mean "sender"?',
    ],
    [
      { when: "[{knwer: sender}]" },
      'E_RULE | rules/watching/noticed.yaml:11:9 | Unknown key "knwer". | Did you mean "knower"?',
    ],
    [{ when: "[{precise: very}]" }, '"precise" must be true or false, not text.'],
    [{ when: "[{}]" }, 'An entry of "when" needs at least one slot.'],
    [{ when: "[{has: ['@lok']}]" }, 'Unknown lexicon class "@lok".'],
    [{ fields: "[{in: prose}]" }, 'A field test needs more than "in".'],
    [
      { fields: "[{in: prose, is: helth}]" },
      'Unknown field class "helth". | Did you mean "health"?',
    ],
    [{ unless: "[promises]" }, 'Unknown exception "promises". | Did you mean "promise"?'],
    [{ literals: "[iban]" }, 'Unknown detector "iban".'],
    [{ rewrite: "[offer]" }, 'Unknown move "offer".'],
    [{ evidence: "[a-2002]" }, 'Unknown evidence key "a-2002". | Did you mean "a-2001"?'],
    [{ policy: "[snop]" }, 'Unknown policy key "snop". | Did you mean "snap"?'],
    [
      { flags: "[a, b]" },
      'E_RULE | rules/watching/noticed.yaml:9:8 | "flags" needs at least 3 entries.',
    ],
    [{ allows: "[a, b, {txt: c}]" }, 'Unknown key "txt". | Did you mean "text"?'],
    [
      { id: "watching/notice" },
      'E_RULE | rules/watching/noticed.yaml:1:1 | The id "watching/notice" differs from the file\'s place, "watching/noticed".',
    ],
    [
      { id: "noticed" },
      'E_RULE | rules/watching/noticed.yaml:1:5 | "id" must be of the form family/name.',
    ],
    [{ __proto__x: "a" }, 'Unknown key "__proto__x".'],
    [
      { '"__proto__"': "{a: b}" },
      'E_RULE | rules/watching/noticed.yaml:11:1 | The key "__proto__" is not allowed.',
    ],
  ])("%j is refused", (changes, expected) => {
    expect(problem([ruleFile(changes)])).toContain(expected);
  });

  test("the same id twice is refused", () => {
    const other = { ...ruleFile(), path: "more/watching/noticed.yaml" };
    expect(problem([ruleFile(), other])).toBe(
      'E_RULE | more/watching/noticed.yaml:1:1 | There is another rule with the id "watching/noticed".',
    );
  });
});

describe("words", () => {
  test("a class may be spread over files", () => {
    const more = { path: "rules/lexicon/more.yaml", text: "look: [stare]\nbuy: [buy]" };
    expect(build([more]).lexicon).toEqual({ buy: ["buy"], look: ["look", "peek", "stare"] });
  });

  test.each([
    [
      "look: [Peek]",
      'E_RULE | rules/lexicon/more.yaml:1:8 | "Peek" stands twice in the class "look".',
    ],
    [
      "buy: [buy, buy]",
      'E_RULE | rules/lexicon/more.yaml:1:12 | "buy" stands twice in the class "buy".',
    ],
    ["buy: [2027]", "must be text, not a number"],
    ["buy: []", '"buy" needs at least 1 entry.'],
    ["buy: word", '"buy" must be a list, not text.'],
    ["Buy Now: [a]", '"Buy Now" must be a name in kebab-case.'],
    ["__proto__: [a]", 'The key "__proto__" is not allowed.'],
  ])("%s is refused", (text, expected) => {
    expect(problem([{ path: "rules/lexicon/more.yaml", text }])).toContain(expected);
  });
});

describe("a user's files over a base", () => {
  const base = build([ruleFile()]);

  test("add rules and words, and may repeat words of the base", () => {
    const files = [
      { path: "own/lexicon/words.yaml", text: "look: [peek, ogle]" },
      ruleFile(
        { id: "brand/ogle", patterns: "['@look']", flags: "[a]", allows: "[b]" },
        "brand/ogle",
      ),
    ];
    const { rules, lexicon } = assemble(files, { base, minExamples: 1, compilesPatterns: true });
    expect(rules.map(({ id }) => id)).toEqual(["brand/ogle", "watching/noticed"]);
    expect(lexicon).toEqual({ look: ["look", "peek", "ogle"] });
    expect(base.lexicon).toEqual({ look: ["look", "peek"] });
  });

  test("may not replace a rule", () => {
    expect(() => assemble([ruleFile()], { base, minExamples: 1, compilesPatterns: true })).toThrow(
      'There is another rule with the id "watching/noticed".',
    );
  });

  test("may cite the base and may not cite what is nowhere", () => {
    const cite = (key: string) =>
      ruleFile({ id: "brand/x", evidence: `[${key}]`, flags: "[a]", allows: "[b]" }, "brand/x");
    expect(
      assemble([cite("a-2001")], { base, minExamples: 1, compilesPatterns: true }).rules,
    ).toHaveLength(2);
    expect(() => assemble([cite("z")], { base, minExamples: 1, compilesPatterns: true })).toThrow(
      'Unknown evidence key "z".',
    );
  });
});
