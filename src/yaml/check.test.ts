import { describe, expect, test } from "vitest";
import { CreeplintError } from "../errors.ts";
import { flag, list, listOrOne, mapOrNot, mapped, text, word } from "./check.ts";
import { readYaml } from "./document.ts";
import { mapOf, optional, record, required } from "./map.ts";

const shape = record({
  id: required(text({ max: 10, demands: [{ pattern: /\.$/u, says: "must end in a full stop" }] })),
  level: optional(word("level", ["error", "warning", "off"]), "warning"),
  tags: optional(listOrOne(text()), []),
  pairs: optional(list(word("sort", ["a", "b"]), { min: 2, max: 3 }), ["a"]),
  loud: optional(flag(), undefined),
  sizes: optional(mapOf(text()), {}),
  either: optional(
    mapOrNot(
      record({ x: required(text()) }),
      mapped(text(), (x) => ({ x })),
    ),
    undefined,
  ),
});

function read(yaml: string): unknown {
  return shape.read(readYaml(yaml, { file: "f.yaml", code: "E_CONFIG" }));
}

/** The error as people see it: place, message, hint. */
function problem(yaml: string): string {
  try {
    read(yaml);
  } catch (error) {
    if (!(error instanceof CreeplintError)) throw error;
    return [error.place, error.message, error.hint].filter(Boolean).join(" | ");
  }
  return "no error";
}

describe("what is read", () => {
  test("absent keys get their fallbacks", () => {
    expect(read("id: x.")).toEqual({
      id: "x.",
      level: "warning",
      tags: [],
      pairs: ["a"],
      loud: undefined,
      sizes: {},
      either: undefined,
    });
  });

  test.each<[string, string, object]>([
    ["off is a word, not false", "{id: x., level: off}", { level: "off" }],
    ["JSON", '{"id": "x.", "level": "off", "loud": true}', { level: "off", loud: true }],
    ["JSON indented by tabs", '{\n\t"id": "x.",\n\t"tags": [\n\t\t"a"\n\t]\n}', { tags: ["a"] }],
    ["one for a list", "{id: x., tags: a}", { tags: ["a"] }],
    ["a list", "{id: x., tags: [a, b]}", { tags: ["a", "b"] }],
    ["either as text", "{id: x., either: y}", { either: { x: "y" } }],
    ["either as a map", "{id: x., either: {x: y}}", { either: { x: "y" } }],
    [
      "names of object methods as keys",
      "{id: x., sizes: {constructor: a}}",
      { sizes: { constructor: "a" } },
    ],
    ["keys without values", "id: x.\nsizes:\n  # a: b\ntags:\n", { sizes: {}, tags: [] }],
    ["a byte order mark", "\uFEFFid: x.", { id: "x." }],
    ["CRLF", "id: x.\r\nlevel: error\r\n", { level: "error" }],
    ["a tag of the core schema", "{id: x., tags: !!str 5}", { tags: ["5"] }],
  ])("%s", (_, yaml, expected) => {
    expect(read(yaml)).toMatchObject(expected);
  });
});

describe("what is refused, and how it is said", () => {
  test.each([
    ["id: x.\nlevl: error", 'f.yaml:2:1 | Unknown key "levl". | Did you mean "level"?'],
    ["id: x.\r\nlevl: error", 'f.yaml:2:1 | Unknown key "levl". | Did you mean "level"?'],
    ["\uFEFFidd: x.", 'f.yaml:1:1 | Unknown key "idd". | Did you mean "id"?'],
    ["id: x.\nlevel: eror", 'f.yaml:2:8 | Unknown level "eror". | Did you mean "error"?'],
    [
      "id: x.\nlevel: zzzzzzzz",
      'f.yaml:2:8 | Unknown level "zzzzzzzz". | Known: error, warning, off.',
    ],
    [
      "id: x.\nlevel: false",
      'f.yaml:2:8 | "level" must be text, not true or false. | Put it in quotes: "false".',
    ],
    ["level: off", 'f.yaml:1:1 | The key "id" is missing.'],
    ["id: 7", 'f.yaml:1:5 | "id" must be text, not a number. | Put it in quotes: "7".'],
    ["id: [x.]", 'f.yaml:1:5 | "id" must be text, not a list.'],
    ["id: {a: b}", 'f.yaml:1:5 | "id" must be text, not a map.'],
    ["id:", 'f.yaml:1:4 | "id" is empty; it must be text.'],
    ["id: ' '", 'f.yaml:1:5 | "id" is empty.'],
    ["id: x", 'f.yaml:1:5 | "id" must end in a full stop.'],
    ["id: 0123456789x.", 'f.yaml:1:5 | "id" is over 10 characters.'],
    ["id: x.\npairs: [a]", 'f.yaml:2:8 | "pairs" needs at least 2 entries.'],
    ["id: x.\npairs: [a, a, a, a]", 'f.yaml:2:8 | "pairs" has over 3 entries.'],
    ["id: x.\npairs: a", 'f.yaml:2:8 | "pairs" must be a list, not text.'],
    ["id: x.\npairs:\n  - a\n  - c", 'f.yaml:4:5 | Unknown sort "c". | Did you mean "a"?'],
    [
      "id: x.\ntags: [a, 5]",
      'f.yaml:2:11 | An entry of "tags" must be text, not a number. | Put it in quotes: "5".',
    ],
    ["id: x.\nloud: yes", 'f.yaml:2:7 | "loud" must be true or false, not text.'],
    ["id: x.\nid: y.", 'f.yaml:2:1 | The key "id" stands here twice.'],
    ["id: x.\n1: y", "f.yaml:2:1 | A key must be a word. | Put it in quotes."],
    ["id: x.\n[a]: y", "f.yaml:2:1 | A key must be a word. | Put it in quotes."],
    ["__proto__: {id: x.}", 'f.yaml:1:1 | The key "__proto__" is not allowed.'],
    ['id: x.\nsizes: {"__proto__": a}', 'f.yaml:2:9 | The key "__proto__" is not allowed.'],
    ["constructor: x", 'f.yaml:1:1 | Unknown key "constructor".'],
    ["", 'f.yaml:1:1 | The key "id" is missing.'],
    ["# nothing", 'f.yaml:1:1 | The key "id" is missing.'],
    ["null", "f.yaml:1:1 | The file is empty; it must be a map."],
    ["id: x.\npairs:", 'f.yaml:2:7 | "pairs" needs at least 2 entries.'],
    ["- a", "f.yaml:1:1 | The file must be a map, not a list."],
    ["id: &a x.\ntags: [*a]", "f.yaml:2:8 | Aliases are not read here. | Write the value out."],
    ["id: x.\n<<: {level: off}", 'f.yaml:2:1 | Unknown key "<<".'],
    ["id: !evil x.", "f.yaml:1:5 | Not valid YAML: Unresolved tag: !evil."],
    ["id: x.\n---\nid: y.", "f.yaml:2:1 | The file holds more than one YAML document."],
    ["id: 'x", "f.yaml:1:7 | Not valid YAML: Missing closing 'quote."],
    [
      "%YAML 1.1\n---\nid: x.",
      "f.yaml:1:1 | YAML 1.1 is not read, only 1.2. | Remove the %YAML line.",
    ],
    ["id: x\0.", "f.yaml:1:5 | The file is binary, not YAML."],
    ["[".repeat(100_000), "f.yaml:1:1 | The file is nested too deeply."],
    ["- ".repeat(100_000), " | The file is nested too deeply."],
    [`id: ${"x".repeat(2_000_000)}`, "f.yaml:1:1 | The file is too large for settings or rules."],
  ])("%.40j", (yaml, expected) => {
    expect(problem(yaml)).toContain(expected);
  });

  test.each([
    [
      "an alias bomb",
      `a: &a [x]\n${Array.from({ length: 30 }, (_, n) => `k${n}: &k${n} [*a, *a]`).join("\n")}`,
    ],
    ["many keys", Array.from({ length: 100_000 }, (_, n) => `k${n}: a`).join("\n")],
    ["many documents", "---\n".repeat(100_000)],
    ["many anchors", "&a ".repeat(100_000)],
    ["deep indentation", Array.from({ length: 1500 }, (_, n) => `${" ".repeat(n)}a:`).join("\n")],
    ["many colons", ":".repeat(100_000)],
    ["many questions", "? ".repeat(50_000)],
  ])("%s is refused within a moment", (_, yaml) => {
    const start = performance.now();
    expect(problem(yaml)).toMatch(/^f\.yaml:\d+:\d+ \| /u);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
