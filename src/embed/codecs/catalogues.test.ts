import { describe, expect, test } from "vitest";
import { isProse } from "../../parse/data/prose.ts";
import { checkCodec, hardText, partsOf, withEdit } from "../../testing/codec-law.ts";

// An entry that does not read like copy is none.
const texts = hardText.map((text) => `You left it ${text}`);
const law = { texts, holds: isProse };

const C_SPECIAL = /[\\"\n]/g;
const inC = (text: string) =>
  text.replace(C_SPECIAL, (unit) => (unit === "\n" ? "\\n" : `\\${unit}`));
/** In pieces of three characters, as gettext wraps lines. */
const inPieces = (text: string) =>
  Array.from(text.match(/[\s\S]{1,3}/g) ?? [], (piece) => `"${inC(piece)}"`).join("\n");
const XML_SPECIAL = /[&<>]/g;
const inXml = (text: string) => text.replace(XML_SPECIAL, (unit) => `&#${unit.charCodeAt(0)};`);
const PROPERTY_SPECIAL = /[\\\n]/g;
const inProperty = (text: string) =>
  text.replace(PROPERTY_SPECIAL, (unit) => (unit === "\n" ? "\\n" : "\\\\"));
const ANDROID = /[\\'"\n]/g;
const inAndroid = (text: string) =>
  inXml(text.replace(ANDROID, (unit) => (unit === "\n" ? "\\n" : `\\${unit}`)));

describe("what is written is read, before and after an edit", () => {
  test.each<[string, string, (text: string) => string | undefined]>([
    [
      "gettext",
      "a.po",
      (text) => `msgid "a"\nmsgstr "${inC(text)}"\n\nmsgid "b"\nmsgstr "Hi all there"\n`,
    ],
    ["gettext in pieces", "a.po", (text) => `msgid "a"\nmsgstr ""\n${inPieces(text)}\n`],
    [
      "strings of Apple",
      "a.strings",
      (text) => `/* c */\n"a" = "${inC(text)}";\n"b" = "Hi all there";\n`,
    ],
    ["properties", "a.properties", (text) => `# c\na.b = ${inProperty(text)}\nb: Hi all there\n`],
    [
      "properties with doubled apostrophes",
      "a.properties",
      (text) =>
        text.includes("'") && !text.includes("''")
          ? `a=${inProperty(text).replaceAll("'", "''")}\n`
          : undefined,
    ],
    [
      "XLIFF",
      "a.xlf",
      (text) =>
        `<xliff><trans-unit id="a"><source>x</source><target>${inXml(text)}</target></trans-unit></xliff>`,
    ],
    [
      "RESX",
      "a.resx",
      (text) => `<root><data name="a"><value>${inXml(text)}</value></data></root>`,
    ],
    [
      "resources of Android",
      "strings.xml",
      (text) =>
        text.includes("\t")
          ? undefined
          : `<resources><string name="a">${inAndroid(text)}</string></resources>`,
    ],
  ])("%s", async (_, path, write) => {
    // Two of them in a row make it a message format, where they are one.
    const isPlain = (text: string) => path !== "a.properties" || !text.includes("''");
    const holds = (text: string) => isProse(text) && isPlain(text);
    await checkCodec({ ...law, path, write, holds, always: path === "a.po" });
  });

  test("a section of XML", async () => {
    const write = (text: string) =>
      text.includes("]]>")
        ? undefined
        : `<root><data name="a"><value>\n <![CDATA[${text}]]>\n</value></data></root>`;
    await checkCodec({ ...law, path: "a.resx", write, always: false });
  });
});

test.each([
  [
    "a.po",
    'msgid "a"\nmsgstr ""\n"You left "\n"it"',
    "We’re “back”",
    'msgid "a"\nmsgstr ""\n"We’re “back”"',
  ],
  [
    "strings.xml",
    "<resources><string name='a'>You left it</string></resources>",
    "We're",
    "<resources><string name='a'>We\\'re</string></resources>",
  ],
  [
    "strings.xml",
    "<resources><string name='a'>You left it</string></resources>",
    "@x",
    "<resources><string name='a'>\\@x</string></resources>",
  ],
  [
    "strings.xml",
    "<resources><string name='a'>You <b>left</b> it</string></resources>",
    'We <b class="x">can\'t</b>',
    "<resources><string name='a'>We <b class=\"x\">can\\'t</b></string></resources>",
  ],
  [
    "a.resx",
    "<root><data name='a'><value>You left it</value></data></root>",
    "<b> & co",
    "<root><data name='a'><value>&lt;b&gt; &amp; co</value></data></root>",
  ],
  ["a.properties", "a = You left it", " hi\nall", "a = \\ hi\\nall"],
  ["a.properties", "a = You\\u2019ve left it", "é", "a = \\u00e9"],
  ["a.properties", "a = You left it \\\n   here", "Hi", "a = Hi"],
  ["a.properties", "a = You''ve left it", "it's", "a = it''s"],
])("%s: %j", async (path, file, words, written) => {
  const [part] = await partsOf(file, path);
  const all = { start: 0, end: part?.text.length ?? 0 };
  expect(part && withEdit(part, file, all, words)).toBe(written);
});

test("what stands for an inline code is not written in its place", async () => {
  const file =
    '<xliff><trans-unit id="a"><source>Hi <x id="NAME"/>, you left <g id="1">your</g> boots</source></trans-unit></xliff>';
  const [part] = await partsOf(file, "a.xliff");
  expect(part?.text).toBe("Hi {{ NAME }}, you left your boots");
  const span = (words: string) => {
    const start = part?.text.indexOf(words) ?? 0;
    return { start, end: start + words.length };
  };
  expect(part && withEdit(part, file, span("Hi {{ NAME }}"), "Hello")).toBeUndefined();
  expect(part && withEdit(part, file, span("left your"), "x")).toBeUndefined();
  expect(part && withEdit(part, file, span("you left "), "")).toContain(
    ', <g id="1">your</g> boots',
  );
});
