import { expect, test } from "vitest";
import { checkCodec, partsOf, withEdit } from "../../testing/codec-law.ts";

test("what is written is read, before and after an edit", async () => {
  const write = (subject: string) => JSON.stringify({ subject, body: "Hi\n" });
  await checkCodec({ path: "a.json", write });
});

test("so it is where everything but ASCII is escaped", async () => {
  const write = (subject: string) =>
    JSON.stringify({ subject }).replace(
      /[^ -~]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  await checkCodec({ path: "a.json", write });
});

test.each([
  ["a value that escapes all but ASCII goes on so", "don\\u2019t", "é’", "\\u00e9\\u2019"],
  ["a value that does not is left so", "don’t", "é’", "é’"],
  ["quotes and line breaks are escaped", "abc", '"\n', '\\"\\n'],
])("%s", async (_, raw, words, written) => {
  const file = `{"subject": "${raw}"}`;
  const [part] = await partsOf(file, "a.json");
  const all = { start: 0, end: part?.text.length ?? 0 };
  expect(part && withEdit(part, file, all, words)).toBe(`{"subject": "${written}"}`);
});

test("an edit that cuts a pair of escapes in two keeps its other half", async () => {
  const file = '{"subject": "a\\ud83d\\udc40b"}';
  const [part] = await partsOf(file, "a.json");
  expect(part?.text).toBe("a👀b");
  expect(part && withEdit(part, file, { start: 0, end: 1 }, "x")).toBe(
    '{"subject": "x\\ud83d\\udc40b"}',
  );
});
