import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { CHANNELS, KINDS } from "../src/model/message.ts";
import { loadRuleset } from "../src/ruleset/load.ts";
import { readCases, readRuleExamples } from "./corpus.ts";

const CORPUS = resolve(import.meta.dirname, "../fixtures/corpus");
const files = readdirSync(CORPUS);
const cases = files.flatMap((name) => readCases(resolve(CORPUS, name)));
const ruleset = await loadRuleset([]);
/** Labels may also name the surface alone, which creeplint weighs and does not report. */
const ids = new Set([...ruleset.rules.map(({ id }) => id)]);
const HELD_OUT = /^(?:dev|blind)/u;

/** The cases for which something does not hold. */
function broken(holds: (one: (typeof cases)[number]) => boolean): readonly string[] {
  return cases.filter((one) => !holds(one)).map(({ file, id }) => `${file} ${id}`);
}

describe("the labelled cases", () => {
  test("are there", () => {
    expect(files.filter((name) => HELD_OUT.test(name)).length).toBeGreaterThan(0);
    expect(cases.length).toBeGreaterThan(5000);
  });

  test("have an id of their own", () => {
    const seen = new Set<string>();
    const twice = cases.filter(({ file, id }) => {
      const key = file.endsWith(".tsv") ? `${file} ${id}` : id;
      const known = seen.has(key);
      seen.add(key);
      return known;
    });
    expect(twice.map(({ id }) => id)).toEqual([]);
  });

  test("have a text, a channel and a kind", () => {
    const channels: readonly string[] = CHANNELS;
    const kinds: readonly string[] = KINDS;
    expect(
      broken(
        ({ text, channel, kind }) =>
          text.trim() !== "" && channels.includes(channel) && kinds.includes(kind),
      ),
    ).toEqual([]);
  });

  test("have creepy words that stand in their text", () => {
    expect(broken(({ flag, text, span }) => flag !== true || text.includes(span))).toEqual([]);
  });

  test("name rules that there are, and none where they are clean", () => {
    expect(broken(({ rules }) => rules.every((id) => ids.has(id)))).toEqual([]);
    expect(broken(({ flag, rules }) => flag !== false || rules.length === 0)).toEqual([]);
  });

  test("to measure with are none of those to learn from", () => {
    const learned = new Set(
      [...cases.filter(({ file }) => !HELD_OUT.test(file)), ...readRuleExamples(ruleset)].map(
        ({ text }) => text.trim().toLowerCase(),
      ),
    );
    const leaked = cases.filter(
      ({ file, text }) => HELD_OUT.test(file) && learned.has(text.trim().toLowerCase()),
    );
    expect(leaked.map(({ id }) => id)).toEqual([]);
  });
});

test("the examples of rules are cases as well", () => {
  const examples = readRuleExamples(ruleset);
  const [first] = ruleset.rules;
  const own = examples.filter(({ id }) => id.startsWith(`${first?.id}+`));
  expect(own).toHaveLength(first?.flags.length ?? 0);
  expect(own[0]).toMatchObject({ flag: true, rules: [first?.id], text: first?.flags[0]?.text });
});
