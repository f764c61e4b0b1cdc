import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Analyzer } from "../analyze/analyze.ts";
import type { Term } from "../model/sentence.ts";
import { proseReader, segmentOf } from "../testing/prose.ts";
import { matchPattern } from "./match-pattern.ts";
import { compilePattern, type Pattern } from "./pattern.ts";

function compiled(source: string): Pattern {
  const pattern = compilePattern(source);
  if ("message" in pattern) throw new Error(pattern.message);
  return pattern;
}

/** Terms of plain words, without a tagger; a word may carry its punctuation. */
function termsOf(text: string): readonly Term[] {
  return text.split(" ").map((word) => {
    const normal = word.replace(/[^\p{L}\p{N}]+$/u, "");
    const post = `${word.slice(normal.length)} `;
    return {
      text: normal,
      normal,
      lemma: normal,
      tags: new Set<string>(),
      span: { start: 0, end: 0 },
      pre: "",
      post,
    };
  });
}

function covered(pattern: string, text: string): readonly string[] {
  const terms = termsOf(text);
  return matchPattern(compiled(pattern), terms).map(({ start, end }) =>
    terms
      .slice(start, end)
      .map(({ normal }) => normal)
      .join(" "),
  );
}

describe("which words a pattern covers", () => {
  test.each<[string, string, readonly string[]]>([
    ["a", "a b a", ["a", "a"]],
    ["a b", "a a b", ["a b"]],
    ["A", "a", ["a"]],
    ["a b?", "a b a", ["a b", "a"]],
    ["a+", "a a b a", ["a a", "a"]],
    ["a b*", "a b b a", ["a b b", "a"]],
    ["a .* z", "x a b z c z y", ["a b z c z"]],
    ["[a|b c]+", "a b c b", ["a b c"]],
    ["[a|b c]+ d", "b c a b c d", ["b c a b c d"]],
    ["[a|a b] c", "a b c", ["a b c"]],
    ["[a|a b|a b c]", "a b c", ["a b c"]],
    ["[a b]? c", "a b c", ["a b c"]],
    ["[a b]? c", "b c", ["c"]],
    ["a .. z", "a z", ["a z"]],
    ["a .. z", "a 1 2 3 z", ["a 1 2 3 z"]],
    ["a .. z", "a 1 2 3 4 z", []],
    ["a ... z", "a 1 2 3 4 5 6 z", ["a 1 2 3 4 5 6 z"]],
    ["a ... z", "a 1 2 3 4 5 6 7 z", []],
    ["a ..", "a b c d e", ["a b c d"]],
    [".. z", "a z", ["a z"]],
    ["!a b", "a b c b", ["c b"]],
    ["![a|c] b", "c b x b", ["x b"]],
    ["!a", "a", []],
    ["^ a", "a a", ["a"]],
    ["^ a", "b: a", ["a"]],
    ["^ a", "b, a", []],
    ["a $", "a a", ["a"]],
    ["a $", "a? b", ["a"]],
    ["a $?", "a", []],
    ["a $?", "a?", ["a"]],
    ["a .? $?", "a b?", ["a b"]],
    ["^ a $", "a", ["a"]],
    ["^ a $", "a b", []],
    ["a ^? b", "a b", ["a b"]],
    ["a", "", []],
  ])("%j in %j: %j", (pattern, text, expected) => {
    expect(covered(pattern, text)).toEqual(expected);
  });

  test("what starts first wins over what is longer", () => {
    expect(covered("[a b|b c d]", "a b c d")).toEqual(["a b"]);
  });

  test("the next match begins behind the last, even where a longer one began inside", () => {
    expect(covered("[a b|b c d|c]", "a b c d")).toEqual(["a b", "c"]);
  });

  test("of one place, the longest, even where a shorter one was met before", () => {
    expect(covered("[a|a . . z]", "a b x z")).toEqual(["a b x z"]);
  });
});

describe("a pattern that cannot be read", () => {
  test.each<[string, string, number]>([
    ["", "The pattern matches nothing at all.", 0],
    ["a? b*", "The pattern matches nothing at all.", 0],
    ["..", "The pattern matches nothing at all.", 0],
    ["you [left", '"[left" is not a token: alternatives are written [a|b].', 4],
    ["you left]", '"left]" is not a token: alternatives are written [a|b].', 4],
    ["[]", '"[]" is not a token: alternatives are written [a|b].', 0],
    ["[a||b]", '"[a||b]" is not a token: alternatives are written [a|b].', 0],
    ["a|b", '"a|b" is not a token: alternatives are written [a|b].', 0],
    ["[a [b]", '"[a [b]" is not a token: alternatives are written [a|b].', 0],
    ["a ![b c]", '"![b c]" excludes more than one word at a time.', 2],
    ["!don't", `"!don't" excludes more than one word at a time.`, 0],
    ["a ?", '"?" says how often, but not what: put a word before it.', 2],
    ["[a|*]", '"[a|*]" says how often, but not what: put a word before it.', 0],
    ["[^|so] you", '"[^|so]" mixes a place with words: ^, $ and $? stand alone.', 0],
    ["you [. $]", '"[. $]" mixes a place with words: ^, $ and $? stand alone.', 4],
    ["!$? a", '"!$?" mixes a place with words: ^, $ and $? stand alone.', 0],
  ])("%j: %s", (pattern, message, at) => {
    expect(compilePattern(pattern)).toEqual({ message, at });
  });
});

describe("time", () => {
  const terms = termsOf(Array.from({ length: 5000 }, () => "a").join(" "));

  test.each([
    ".* z",
    "a* a* a* a* z",
    "[a|a a|a a a]* z",
    "... ... ... ... ... z",
    "a .* a .* a .* z",
    "!z+ z",
    "[a|a a]+ [a|a a]+ $?",
  ])("%j does not stall on a sentence of 5,000 words", (pattern) => {
    const start = performance.now();
    expect(matchPattern(compiled(pattern), terms)).toEqual([]);
    // One pass takes some 20 ms; a pass for each word took 20 s.
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("many matches do not stall either", () => {
    const start = performance.now();
    expect(matchPattern(compiled("a .? a"), terms)).toHaveLength(1667);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

const PAGE = readFileSync(resolve(import.meta.dirname, "../../docs/patterns.md"), "utf8");

/** The cells of the table under a heading, without its head. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const section = PAGE.split(/^## /mu).find((text) => text.startsWith(heading)) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) =>
      line
        .slice(2, -2)
        .split(/ (?<!\\)\| /u)
        .map((cell) => cell.replaceAll("\\|", "|").trim()),
    );
}

const inCode = (cell: string) => cell.replaceAll("`", "");
const plain = (cell: string) => cell.replaceAll("**", "");

describe("docs/patterns.md", () => {
  let read: Analyzer;
  beforeAll(async () => {
    read = await proseReader();
  });
  const find = (pattern: string, text: string) =>
    read(segmentOf(text)).flatMap(({ terms }) =>
      matchPattern(compiled(pattern), terms).map(({ start, end }) =>
        text.slice(terms[start]?.span.start, terms[end - 1]?.span.end),
      ),
    );

  test("has tables", () => {
    expect(rowsUnder("Tokens").length).toBeGreaterThan(15);
    expect(rowsUnder("What is refused").length).toBeGreaterThan(5);
  });

  test.each(rowsUnder("Tokens"))("%s: %s", (_, pattern = "", hit = "", miss = "") => {
    expect(find(inCode(pattern), plain(hit))).toEqual([hit.split("**")[1]]);
    expect(find(inCode(pattern), miss)).toEqual([]);
  });

  test.each(rowsUnder("What is refused"))("refuses %s", (pattern = "", reason = "") => {
    expect(compilePattern(inCode(pattern))).toMatchObject({ message: reason });
  });

  test("the pattern at the top is one", () => {
    const [, pattern = ""] = /^ {2}- "(.*)"$/mu.exec(PAGE) ?? [];
    expect(find(pattern, "Still dreaming about those red boots?")).toEqual([
      "Still dreaming about those red boots",
    ]);
  });
});
