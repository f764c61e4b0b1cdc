import { describe, expect, test } from "vitest";
import { Document, parseDocument, Scalar, visit } from "yaml";
import { checkCodec, partsOf, withEdit } from "../../testing/codec-law.ts";

/** A file whose value is written in a style, folded early; undefined where that does not go. */
function writerOf(type: Scalar.Type, eol = "\n") {
  return (subject: string) => {
    // Blanks alone are no copy.
    if (subject.trim() === "") return undefined;
    const document = new Document({ mail: { subject, body: "Hello there" } });
    visit(document, {
      Scalar: (key, node) => {
        if (key === "value" && node.value === subject) node.type = type;
      },
    });
    const file = document.toString({ lineWidth: 20, minContentWidth: 0 });
    const written = parseDocument(file).getIn(["mail", "subject"], true);
    const isSame = written instanceof Scalar && written.value === subject && written.type === type;
    return isSame ? file.replaceAll("\n", eol) : undefined;
  };
}

describe("what is written is read, before and after an edit", () => {
  test.each([
    ["plain", Scalar.PLAIN, true],
    ["single", Scalar.QUOTE_SINGLE, true],
    ["double", Scalar.QUOTE_DOUBLE, true],
    ["literal", Scalar.BLOCK_LITERAL, false],
    ["folded", Scalar.BLOCK_FOLDED, false],
  ] as const)("%s", async (_, type, always) => {
    await checkCodec({ path: "a.yaml", write: writerOf(type), always });
  });

  test("with Windows line ends", async () => {
    await checkCodec({
      path: "a.yaml",
      write: writerOf(Scalar.BLOCK_LITERAL, "\r\n"),
      always: false,
    });
  });

  test("in brackets", async () => {
    const write = (subject: string) => `[{subject: ${JSON.stringify(subject)}, body: "Hi"}]`;
    await checkCodec({ path: "a.yaml", write });
  });
});

test.each([
  ["a plain scalar stays plain", "subject: You left", "We have", "subject: We have"],
  ["one that would be a map is quoted", "subject: You left", "New: it", 'subject: "New: it"'],
  ["one that would be a comment is quoted", "subject: You left", "a #1", 'subject: "a #1"'],
  ["one that would be a number is quoted", "subject: You left", "12", 'subject: "12"'],
  ["one that would be nothing is quoted", "subject: You left", "", 'subject: ""'],
  ["a comma matters in brackets alone", "subject: You left", "a, b", "subject: a, b"],
  ["as here", "{subject: You left}", "a, b", '{subject: "a, b"}'],
  ["quotes stay", "subject: 'You left'", "it's", "subject: 'it''s'"],
  [
    "a block keeps its indentation",
    "subject: |\n   You left\n",
    "a\nb\n",
    "subject: |\n   a\n   b\n",
  ],
])("%s", async (_, file, words, written) => {
  const [part] = await partsOf(file, "a.yml");
  const all = { start: 0, end: part?.text.length ?? 0 };
  expect(part && withEdit(part, file, all, words)).toBe(written);
});

test.each([
  ["subject: {{ name }}, you left\nbody: Hi there", ["{{ name }}, you left", "Hi there"]],
  ["subject: *|FNAME|* hi\nbody: Hi there", ["*|FNAME|* hi", "Hi there"]],
  ["subject: %%Name%% hi\nbody: Hi there", ["%%Name%% hi", "Hi there"]],
  ["a: &x\n  subject: Hi\nb: *x\n", ["Hi"]],
  ["---\nsubject: A\n---\nsubject: B\n", ["A", "B"]],
  ["- subject: A # not copy\n  # nor this\n- {subject: B}", ["A", "B"]],
  ["subject: A\n\tbody: B\n", ["A", "B"]],
])("reads %j", async (file, texts) => {
  expect((await partsOf(file, "a.yml")).map(({ text }) => text)).toEqual(texts);
});
