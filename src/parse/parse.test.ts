import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Segment } from "../model/segment.ts";
import { parseText } from "../testing/parse-text.ts";
import { toSource } from "../text/offset-map.ts";
import { supportedExtensions } from "./choose-format.ts";
import { formats } from "./formats/index.ts";
import { languages } from "./languages/index.ts";

function segmentsOf(text: string, path = "a.txt"): readonly Segment[] {
  return parseText(text, { path }).messages.flatMap(({ parts }) =>
    parts.flatMap((part) => part.segments),
  );
}

function prose(text: string, path?: string): readonly string[] {
  return segmentsOf(text, path)
    .filter(({ role }) => role !== "link")
    .map((segment) => segment.text);
}

describe("a record", () => {
  const line = (record: object) => parseText(JSON.stringify(record), { format: "record", line: 7 });

  test("is a message whose parts are its fields", () => {
    const { messages, notices } = line({
      id: 12,
      channel: "push",
      kind: "service",
      title: "Hi {{ first_name }}",
      html: "<p>You &amp; me</p>",
      text: "Plain",
      other: "not copy",
    });
    expect(notices).toEqual([]);
    expect(messages).toMatchObject([{ id: "12", line: 7, channel: "push", kind: "service" }]);
    expect(
      messages[0]?.parts.map(({ field, segments }) => [
        field,
        segments.map(({ role, text }) => `${role}: ${text}`),
      ]),
    ).toEqual([
      ["title", ["push-title: Hi Alex"]],
      ["text", ["body: Plain"]],
      ["html", ["body: You & me"]],
    ]);
  });

  test("is HTML where its value looks like it", () => {
    const segments = line({ text: "<p>You<p>left" }).messages[0]?.parts[0]?.segments ?? [];
    expect(segments.map(({ text }) => text)).toEqual(["You", "left"]);
  });

  test.each([
    ["{oops", "The record is not valid JSON"],
    ["[1]", "The record is not a JSON object."],
    ["null", "The record is not a JSON object."],
    ['{"x":1}', "The record has no field with copy. Looked for: subject, preheader,"],
    ['{"text":"a","kind":"spam"}', 'The record\'s kind is "spam", expected one of: marketing,'],
    ['{"text":7}', "The record has no field with copy."],
  ])("%s is told about", (text, message) => {
    const { notices } = parseText(text, { format: "record" });
    expect(notices).toHaveLength(1);
    expect(notices[0]?.code).toBe("E_RECORD");
    expect(notices[0]?.message).toContain(message);
  });

  test("does not read inherited keys", () => {
    const { messages } = parseText('{"__proto__":{"text":"a"},"text":"b"}', { format: "record" });
    expect(messages[0]?.parts.map(({ text }) => text)).toEqual(["b"]);
  });
});

describe("front matter", () => {
  test("sets channel and kind", () => {
    const text = "---\ncreeplint: { channel: ad, kind: service }\n---\nYou left\n";
    expect(parseText(text, { path: "a.md" }).messages[0]).toMatchObject({
      channel: "ad",
      kind: "service",
    });
  });

  test.each(["a.md", "a.html", "a.txt"])("gives %s its subject", (path) => {
    const text =
      "---\nsubject: 'It''s {{ x }}'\npreheader: >-\n  We saw\n  you\n---\n<p>Body</p>\n";
    expect(segmentsOf(text, path).map((one) => `${one.role}: ${one.text}`)).toEqual([
      "subject: It's item",
      "preheader: We saw you",
      "body: Body",
    ]);
  });

  test.each([
    ["subject: You left # a comment", "You left"],
    ["subject: You: left", "You: left"],
    ["subject: We saw\n  you", "We saw you"],
    ['subject: "A \\u00e9 \\"b\\" \\n c"', 'A \u00e9 "b" c'],
    ["subject: |\n  You\n  left\nlayout: [x", "You left"],
    ["subject: A {{ b | default: 'c: d' }}\ntags:\n  - x\n- y", "A item"],
  ])("%j is read", (yaml, expected) => {
    expect(prose(`---\n${yaml}\n---\n`)).toEqual([expected]);
  });

  test("sets channel and kind on lines of their own", () => {
    const text = '---\ncreeplint:\n  channel: "ad"\n  kind: recap\n---\nYou left\n';
    expect(parseText(text).messages[0]).toMatchObject({ channel: "ad", kind: "recap" });
  });

  test("is not every paragraph between two rules", () => {
    expect(prose("---\nYou left\n---\nIt waits\n")).toEqual(["You left", "It waits"]);
  });
});

describe("conditions", () => {
  test("more ways than eight are read piece by piece", () => {
    const branch = "{% if a %}left{% else %}right{% endif %}";
    const texts = prose(`Go ${Array.from({ length: 4 }, () => branch).join(" or ")} now`);
    expect(texts).toEqual([
      "Go",
      "left",
      "right",
      "or",
      "left",
      "right",
      "or",
      "left",
      "right",
      "or",
      "left",
      "right",
      "now",
    ]);
  });

  test("that hold blocks guard them and join nothing", () => {
    const segments = segmentsOf(
      "<p>One {% if a %}</p><p>two</p><p>{% else %}three</p>{% endif %}<p>four</p>",
      "a.html",
    );
    expect(
      segments.map(({ text, guards }) => [
        text,
        guards.map((guard) => `${guard.negated} ${guard.test}`),
      ]),
    ).toEqual([
      ["One", []],
      ["two", ["false a"]],
      ["three", ["true a"]],
      ["four", []],
    ]);
  });

  test("nest, the outermost first", () => {
    const text = "{% if a %}\n\nA\n\n{% unless b %}\n\nB\n\n{% endunless %}{% endif %}";
    expect(segmentsOf(text).map(({ guards }) => guards.map((guard) => guard.test))).toEqual([
      ["a"],
      ["a", "b"],
    ]);
  });

  test("reach over their branch only", () => {
    const text = "You {% if x %}viewed{% endif %} it";
    const [taken, other] = segmentsOf(text);
    const guard = taken?.guards[0];
    expect(text.slice(guard?.reach.start, guard?.reach.end)).toBe("viewed");
    expect(other?.guards[0]).toMatchObject({ negated: true, reach: { start: 20, end: 20 } });
  });

  test("in comments count only where nothing else is there", () => {
    const text =
      "<!-- use {% if x %} --><p>You</p><!-- {% if y %} --><p>left</p><!--{% endif %}-->";
    expect(segmentsOf(text, "a.html").map(({ guards }) => guards.map((one) => one.test))).toEqual([
      [],
      ["y"],
    ]);
  });
});

describe("placeholders", () => {
  test.each([
    ["{{first_name}}{{last_name}}", "Alex Alex"],
    ["{{first_name}}'s", "Alex's"],
    ["my {{product}}s", "my items"],
    ["the {{product}}is", "the item is"],
    ["pre{{product}}", "pre item"],
    ["\u0024{{price}} off", "$7 off"],
    ["save {{amount}}%", "save 7%"],
    ["{{count}}-day", "Seven-day"],
    ["Hi. {{product}} waits", "Hi. Item waits"],
    ["in {{city}} on {{order_date}}", "in Springfield on Monday"],
    ["Hi {{ x | default: 'there' }}", "Hi item"],
    ["for {{ company.name }}", "for Acme"],
  ])("%s reads %s", (text, expected) => {
    expect(prose(text)).toEqual([expected]);
  });
});

test.each([
  ["You &rsquo;ve\u00a0 left", "a.html", "You ’ve left"],
  ["no&shy;ti\u200bced", "a.html", "noticed"],
  ["one\r\ntwo\rthree", "a.txt", "one two three"],
  ["&notit; &rsquo &amp we", "a.html", "¬it; &rsquo & we"],
  ["<{{tag}}>Hello</{{tag}}>", "a.html", "Hello"],
  ['<td {% if x > 3 %}class="a"{% endif %}>Hello', "a.html", "Hello"],
  ["%%[ IF @a<b AND @c > 3 THEN ]%%Hi", "a.html", "Hi"],
  ["Hi {{ name , you left", "a.txt", "Hi name , you left"],
  ["I <3 you", "a.html", "I <3 you"],
])("%j in %s reads %j", (text, path, expected) => {
  expect(prose(text, path)).toEqual([expected]);
});

test("an unclosed tag is told about", () => {
  expect(parseText("Hi {{ name, you left").notices).toEqual([
    {
      level: "warning",
      code: "unclosed-tag",
      message: 'Nothing closes this "{{".',
      hint: "Close the tag; the text after it was read as prose.",
      span: { start: 3, end: 5 },
    },
  ]);
});

test.each(["<style>a{{b:c}</style>", "<!-- {{ x -->", "<script>{{ a</script>"])(
  "nobody minds an unclosed tag in %s",
  (text) => {
    expect(parseText(`<p>Hi</p>${text}`, { path: "a.html" }).notices).toEqual([]);
  },
);

test("a phrase over markup and line ends maps to all of it", () => {
  const text = "<p>We <b>no&shy;ti</b>ced\n  you</p>";
  const [segment] = segmentsOf(text, "a.html");
  const at = segment?.text.indexOf("noticed you") ?? -1;
  const span = toSource(segment?.map ?? { runs: [] }, {
    start: at,
    end: at + "noticed you".length,
  });
  expect(text.slice(span.start, span.end)).toBe("no&shy;ti</b>ced\n  you");
});

test.each(["", " \n", "\0\u0001\ufffd", "{{ x }}"])("%j still parses", (text) => {
  expect(parseText(text).messages).toHaveLength(1);
});

test("the usual file extensions are supported", () => {
  expect(supportedExtensions).toEqual(
    expect.arrayContaining([".html", ".md", ".txt", ".liquid", ".hbs", ".mjml", ".njk", ".j2"]),
  );
});

test.each([
  ["formats", formats],
  ["languages", languages],
])("every file of %s is in its registry", (folder, registry) => {
  const names = readdirSync(join(import.meta.dirname, folder))
    .filter((file) => !file.includes(".test.") && file !== "index.ts")
    .map((file) => file.replace(".ts", ""));
  expect(Object.keys(registry).sort()).toEqual(names.sort());
});

test.each(Object.keys(languages))("%s has a fixture", (name) => {
  const fixtures = readdirSync(join(import.meta.dirname, "../../fixtures/templates"));
  expect(fixtures.map((file) => file.replace(/\.\w+$/u, ""))).toContain(name);
});
