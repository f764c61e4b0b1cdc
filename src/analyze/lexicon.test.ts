import { describe, expect, test } from "vitest";
import { findPhrases, indexWords } from "./lexicon.ts";

function found(lexicon: Record<string, readonly string[]>, text: string): readonly string[] {
  // `form=lemma`, or the form alone.
  const words = text.split(" ").map((word) => {
    const [normal = "", lemma = normal] = word.split("=");
    return { normal, lemma };
  });
  const out: string[] = [];
  findPhrases(indexWords(lexicon), words, (name, start, end) => {
    const row = words.slice(start, end).map(({ normal }) => normal);
    out.push(`${name}: ${row.join(" ")}`);
  });
  return out;
}

describe("phrases", () => {
  test.each<[string, Record<string, readonly string[]>, string, readonly string[]]>([
    ["a word", { look: ["peek"] }, "we peek", ["look: peek"]],
    ["its lemma", { look: ["peek"] }, "we peeked=peek", ["look: peeked"]],
    ["a phrase", { look: ["keep an eye on"] }, "kept=keep an eye on", ["look: kept an eye on"]],
    ["not half a phrase", { look: ["keep an eye on"] }, "keep an eye", []],
    [
      "a phrase and the word in it",
      { a: ["wish list"], b: ["list"] },
      "wish list",
      ["a: wish list", "b: list"],
    ],
    [
      "a phrase that begins another",
      { a: ["eye"], b: ["eye up"] },
      "eye up",
      ["a: eye", "b: eye up"],
    ],
    [
      "the same phrase in two classes",
      { a: ["peek"], b: ["peek"] },
      "peek",
      ["a: peek", "b: peek"],
    ],
    [
      "forms and lemmas mixed",
      { a: ["saw you"], b: ["see you"] },
      "saw=see you",
      ["a: saw you", "b: saw you"],
    ],
    [
      "capitals of the class do not count",
      { a: ["Black Friday"] },
      "black friday",
      ["a: black friday"],
    ],
    ["a contraction of the class", { a: ["can't stop"] }, "can not stop", ["a: can not stop"]],
    ["twice", { a: ["peek"] }, "peek peek", ["a: peek", "a: peek"]],
  ])("%s", (_, lexicon, text, expected) => {
    expect([...found(lexicon, text)].sort()).toEqual([...expected].sort());
  });
});

describe("classes that are no words of prose", () => {
  test("parts of field names are left out", () => {
    expect(found({ "field-name": ["name"] }, "name")).toEqual([]);
  });

  test("spellings and irregular forms are pairs", () => {
    const index = indexWords({ spelling: ["u=you", "broken"], irregular: ["hid=hide"] });
    expect([...index.spellings]).toEqual([["u", "you"]]);
    expect([...index.infinitives]).toEqual([["hid", "hide"]]);
    expect(found({ spelling: ["u=you"] }, "u")).toEqual([]);
  });
});

test("words of the language itself are no phrases", () => {
  expect(found({ a: ["peek"] }, "constructor __proto__ toString")).toEqual([]);
});
