import { beforeAll, describe, expect, test } from "vitest";
import type { Sentence } from "../model/sentence.ts";
import { proseReader, readOne } from "../testing/prose.ts";

let sentence: (text: string) => Sentence;
beforeAll(async () => {
  const read = await proseReader();
  sentence = (text) => readOne(read, text);
});

/** The clauses in the reader's words, each with how it is meant where that is no statement. */
function clausesOf({ terms, clauses }: Sentence): string {
  return clauses
    .map(({ start, end, force }) => {
      const words = terms.slice(start, end).map(({ normal }) => normal);
      return words.join(" ") + (force === "statement" ? "" : ` (${force})`);
    })
    .join(" | ");
}

describe("where clauses end", () => {
  test.each([
    ["a comma", "You came in, we smiled", "you came in | we smiled"],
    ["a colon", "Great news: you left", "great news | you left"],
    ["a semicolon", "You left; we saw", "you left | we saw"],
    ["an ellipsis", "A tent… you left", "a tent | you left"],
    ["a dash", "It is here – you left", "it is here | you left"],
    ["a hyphen between blanks", "We sell well - you know", "we sell well | you know"],
    ["brackets", "We saw (you) there", "we saw | you | there"],
    ["and, before a new subject", "We smiled and you left", "we smiled | and you left"],
    ["not and in a list", "We like rakes and brooms", "we like rakes and brooms"],
    ["so, before a new subject", "We made it so you can go", "we made it | so you can go"],
    ["not so before an adjective", "It is so good", "it is so good"],
    ["not that", "We know that you left", "we know that you left"],
    ["no hyphen within a word", "A well-known tent", "a well known tent"],
    ["no point within a number", "Only 3.5 stars", "only 3.5 stars"],
    ["no contraction", "We've seen you're back", "we have seen you are back"],
    ["one word", "You", "you"],
  ])("%s", (_, text, expected) => {
    expect(clausesOf(sentence(text)).replaceAll(/ \((?!quoted).*?\)/gu, "")).toBe(expected);
  });

  test("clauses cover the sentence without gaps", () => {
    const { terms, clauses } = sentence(
      "If you left, (or “stayed put here”), we know – so you win.",
    );
    let at = 0;
    for (const { start, end } of clauses) {
      expect(start).toBe(at);
      at = end;
    }
    expect(at).toBe(terms.length);
  });
});

describe("how a clause is meant", () => {
  test.each([
    ["You left", "you left"],
    ["But you left", "but you left"],
    ["Because you watched Ava, try Bo", "because you watched ava | try bo"],
    ["If you left, come back", "if you left (conditional) | come back"],
    ["Come when you like", "come | when you like (conditional)"],
    ["Whether you run or walk, come", "whether you run or walk (conditional) | come"],
    ["In case you left it, come", "in case you left it (conditional) | come"],
    ["Should you need help, call", "should you need help (conditional) | call"],
    ["Until you come, it waits", "until you come (conditional) | it waits"],
    ["Imagine you won", "imagine you won (conditional)"],
    ["Anyone who left", "anyone who left (conditional)"],
    [
      "If you bought it, loved it and wore it out, come in",
      "if you bought it (conditional) | loved it and wore it out (conditional) | come in",
    ],
    [
      "If you bought a tent and you left it out, it needs care",
      "if you bought a tent (conditional) | and you left it out (conditional) | it needs care",
    ],
    ["We called, and you left", "we called | and you left"],
    ["Hey, you left?", "hey | you left (question)"],
    ["Have you ever bought a tent?", "have you ever bought a tent (generic)"],
    ["You hardly ever visit", "you hardly ever visit"],
    ["You only ever buy blue", "you only ever buy blue"],
    ["She said “you left the tent” today", "she said | you left the tent (quoted) | today"],
    ['He said "you were great" and left', "he said | you were great (quoted) | and left"],
    ["“I love it and so do you", "i love it and so do you (quoted)"],
    ["“Lovely” tents, you left", "lovely | tents | you left"],
  ])("%s", (text, expected) => {
    expect(clausesOf(sentence(text))).toBe(expected);
  });
});
