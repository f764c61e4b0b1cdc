import { expect, test } from "vitest";
import { proseReader, readOne } from "../testing/prose.ts";

test.each(["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf", "prototype"])(
  "the word %s is a word",
  async (word) => {
    const read = await proseReader();
    const sentence = readOne(read, `You viewed the ${word} page twice`);
    expect(sentence.terms.every(({ lemma }) => typeof lemma === "string")).toBe(true);
    expect(sentence.terms.map(({ text }) => text)).toContain(word);
  },
);
