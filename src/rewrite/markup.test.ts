import { describe, expect, test } from "vitest";
import { firstEdits } from "../report/output.ts";
import { lintText } from "../testing/engine.ts";
import { applyEdits } from "../text/edit.ts";
import { isBalanced, looseTags } from "./balance.ts";
import { withoutEmptyPairs } from "./markup.ts";

async function findingsIn(text: string, path: string) {
  const { messages } = await lintText(text, { path });
  return messages.flatMap(({ findings }) => findings);
}

test.each([
  ["As *a diabetic*, you will love this snack.", "You will love this snack."],
  ["As ***a diabetic***, you will love this snack.", "You will love this snack."],
  ["_As a diabetic_, you will love this snack.", "You will love this snack."],
  ["As _a diabetic_, you will love this snack.", "You will love this snack."],
  ["As __a *diabetic*__, you will love this snack.", "You will love this snack."],
  ["As `a diabetic`, you will love this snack.", "You will love this snack."],
  ["Based on **your browsing**, here are some tents.", "Here are some tents."],
  ["Since you're *pregnant*, try our **tea**.", "Take a look at the **tea**."],
  ["We saw **you looking at rakes, so here's 10% off** today.", "**Here's 10% off** today."],
  ["Rakes are 10% off. *We noticed you like rakes.*", "Rakes are 10% off."],
])("%s", async (text, to) => {
  const edits = firstEdits(await findingsIn(text, "message.md"));
  expect(applyEdits(text, edits)).toBe(to);
});

const PAIRS: readonly (readonly [open: string, close: string, path: string])[] = [
  ["*", "*", "message.md"],
  ["**", "**", "message.md"],
  ["***", "***", "message.md"],
  ["_", "_", "message.md"],
  ["__", "__", "message.md"],
  ["`", "`", "message.md"],
  ["**_", "_**", "message.md"],
  ["*a **", "***", "message.md"],
  ["[", "](https://x.example/a_b)", "message.md"],
  ["<b>", "</b>", "message.html"],
  ["<b><i>", "</i></b>", "message.html"],
  ['<a href="https://x.example/a_b">', "</a>", "message.html"],
];
/** `(` and `)` stand where the markup opens and closes. */
const SENTENCES: readonly string[] = [
  "As (a diabetic), you will love this snack.",
  "As a (diabetic, you will) love this snack.",
  "Based on (your browsing), here are (some tents).",
  "(Based on your browsing, here) are some tents from £9.",
  "Since you're (pregnant), try our (tea).",
  "(We noticed you like rakes.) Brooms are 10% off.",
  "Brooms are 10% off. (We noticed you like rakes.)",
  "We noticed (you like rakes. Brooms) are 10% off.",
  "You viewed the (Alta tent) three times. It's (20% off).",
  "(You viewed the) Alta tent three times. It's 20% off.",
  "Our brooms (are 10% off, because you looked) at rakes.",
];

describe.each(PAIRS)("%s…%s", (open, close, path) => {
  test.each(SENTENCES)("stays balanced in %s", async (sentence) => {
    const marked = sentence.replaceAll("(", open).replaceAll(")", close);
    const text = path.endsWith("html") ? `<p>${marked}</p>` : marked;
    expect([isBalanced(text), looseTags(text)]).toEqual([true, ""]);
    for (const { suggestions } of await findingsIn(text, path)) {
      for (const { edit } of suggestions) {
        const after = applyEdits(text, [edit]);
        expect([after, isBalanced(after), looseTags(after)]).toEqual([after, true, ""]);
      }
    }
  });
});

test.each([
  ["**You will love this.", false],
  ["****Here are some tents.", false],
  ["__You will", false],
  ["**Take a look at the **tea**.", false],
  ["a `b", false],
  ["**a **", false],
  ["*a **b***", true],
  ["***a** b*", true],
  ["* one *a*\n* two", true],
  ["2 * 3 and snake_case", true],
  ["see <a href='x_y'>*this*</a> at https://x.example/a_b", true],
])("%s is balanced: %s", (text, balanced) => {
  expect(isBalanced(text)).toBe(balanced);
});

test.each([
  ["<b>a</b><br>", ""],
  ["a</b>", "/b"],
  ["<i><b>a</b>", "i"],
])("%s leaves %j loose", (text, loose) => {
  expect(looseTags(text)).toBe(loose);
});

test.each([
  [["*", "*"], []],
  [["**", "*", "***"], []],
  [["<b>", "</b>", "*"], ["*"]],
  [["[", "](https://x.example)"], undefined],
])("%j without empty pairs", (markup, left) => {
  expect(withoutEmptyPairs(markup)).toEqual(left);
});

test.each(["<", "<b ", "{{", "{%", "*|", "](", "***a**", "_", "`"])(
  "many %s cost little",
  (mark) => {
    const timed = (times: number) => {
      const text = mark.repeat(times);
      const start = performance.now();
      isBalanced(text);
      looseTags(text);
      withoutEmptyPairs([text]);
      return performance.now() - start;
    };
    timed(1000);
    expect(timed(40_000)).toBeLessThan(Math.max(timed(10_000), 5) * 12);
  },
);
