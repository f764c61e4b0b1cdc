import { describe, expect, test } from "vitest";
import { checkCodec, partsOf, withEdit } from "../../testing/codec-law.ts";

const QUOTE = /"/g;
const ODD = /[",;\t|\r\n]/u;

describe("what is written is read, before and after an edit", () => {
  test.each([",", ";", "\t"])("in quotes, with %j between cells", async (delimiter) => {
    const write = (subject: string) =>
      subject === ""
        ? undefined
        : `subject${delimiter}body\n"${subject.replace(QUOTE, '""')}"${delimiter}Hi there\n`;
    await checkCodec({ path: "a.csv", write });
  });

  test("without quotes where that goes", async () => {
    const write = (subject: string) =>
      subject === "" || (ODD.test(subject) && !subject.includes('"'))
        ? undefined
        : `id,subject,body\n1,${ODD.test(subject) ? `"${subject.replace(QUOTE, '""')}"` : subject},"Hi"\n`;
    await checkCodec({ path: "a.csv", write });
  });
});

test.each([
  ["a cell without quotes gets none that it does not need", "You left", "Hi", "Hi"],
  ["a comma needs them", "You left", "Hi, you", '"Hi, you"'],
  ["a quote needs them", "You left", 'Hi "you"', '"Hi ""you"""'],
  ["quotes stay", '"You left"', "Hi", '"Hi"'],
])("%s", async (_, cell, words, written) => {
  const [part] = await partsOf(`subject,body\n${cell},x`, "a.csv");
  const file = `subject,body\n${cell},x`;
  const all = { start: 0, end: part?.text.length ?? 0 };
  expect(part && withEdit(part, file, all, words)).toBe(`subject,body\n${written},x`);
});
