import { describe, expect, test } from "vitest";
import type { ReadSegment } from "../model/match.ts";
import type { FieldTest } from "../model/rule.ts";
import { ruleOf } from "../testing/engine.ts";
import { parseText } from "../testing/parse-text.ts";
import { matchFields } from "./fields.ts";

/** What a test finds in a text, in the words of the source. */
function found(
  test: FieldTest,
  text: string,
  options: Parameters<typeof parseText>[1] = {},
): readonly string[] {
  const rule = ruleOf({ fields: [test] });
  return parseText(text, options).messages.flatMap(({ parts }) =>
    parts.flatMap((part, index) =>
      part.segments.flatMap((segment) => {
        const read: ReadSegment = { part: index, segment, sentences: [] };
        return matchFields(read, rule, { channel: "email" }).map(({ span }) =>
          part.text.slice(span.start, span.end),
        );
      }),
    ),
  );
}

const PROSE: FieldTest = { in: "prose" };
const LINK: FieldTest = { in: "link" };
const GUARD: FieldTest = { in: "guard" };

describe("merge fields in prose", () => {
  test.each<[string, FieldTest, string, readonly string[]]>([
    ["any", PROSE, "Hi {{ first_name }}", ["{{ first_name }}"]],
    ["not in a link", PROSE, "https://shop.example/?e={{ email }}", []],
    [
      "of a class",
      { ...PROSE, is: ["name"] },
      "{{ first_name }} {{ email }}",
      ["{{ first_name }}"],
    ],
    ["of another class", { ...PROSE, is: ["health"] }, "Hi {{ first_name }}", []],
    [
      "from a source",
      { ...PROSE, from: ["observed"] },
      "{{ last_viewed_product }} {{ first_name }}",
      ["{{ last_viewed_product }}"],
    ],
    [
      "sensitive",
      { ...PROSE, sensitive: true },
      "{{ diagnosis }} {{ first_name }}",
      ["{{ diagnosis }}"],
    ],
    [
      "not sensitive",
      { ...PROSE, sensitive: false },
      "{{ diagnosis }} {{ first_name }}",
      ["{{ first_name }}"],
    ],
    [
      "bare",
      { ...PROSE, bare: true },
      "{{ first_name }} {{ last_name | default: 'you' }}",
      ["{{ first_name }}"],
    ],
    [
      "bare, where defaults are kept with the audience",
      { ...PROSE, bare: true },
      "Hi *|FNAME|*",
      [],
    ],
    ["in a role", { ...PROSE, roles: ["body"] }, "Hi {{ first_name }}", ["{{ first_name }}"]],
    ["in another role", { ...PROSE, roles: ["subject"] }, "Hi {{ first_name }}", []],
  ])("%s", (_, test_, text, expected) => {
    expect(found(test_, text)).toEqual(expected);
  });
});

describe("merge fields in links", () => {
  test.each<[string, FieldTest, string, readonly string[]]>([
    ["any", LINK, "https://shop.example/?e={{ email }}", ["{{ email }}"]],
    ["not in prose", LINK, "Hi {{ email }}", []],
    [
      "of a class",
      { ...LINK, is: ["contact"] },
      "https://a.example/?e={{ email }}&t={{ token }}",
      ["{{ email }}"],
    ],
    ["over http", { ...LINK, scheme: "http" }, "http://a.example/?e={{ email }}", ["{{ email }}"]],
    ["not over https", { ...LINK, scheme: "http" }, "https://a.example/?e={{ email }}", []],
    ["a link without fields", LINK, "https://shop.example/", []],
  ])("%s", (_, test_, text, expected) => {
    expect(found(test_, text)).toEqual(expected);
  });

  test("of HTML", () => {
    const html = '<a href="https://shop.example/?e={{ email }}">Go</a>';
    expect(found(LINK, html, { path: "a.html" })).toEqual(["{{ email }}"]);
  });
});

describe("conditions", () => {
  test.each<[string, FieldTest, string, readonly string[]]>([
    ["any", GUARD, "{% if is_member %}Yes.{% endif %}", ["{% if is_member %}"]],
    [
      "of a class",
      { ...GUARD, is: ["cart"] },
      "{% if abandoned_cart %}Yes.{% endif %}",
      ["{% if abandoned_cart %}"],
    ],
    ["of another class", { ...GUARD, is: ["cart"] }, "{% if is_member %}Yes.{% endif %}", []],
    [
      "not the branch that everybody else sees",
      GUARD,
      "{% unless is_member %}Yes.{% endunless %}",
      [],
    ],
    ["without copy", GUARD, "{% if is_member %} — {% endif %}", []],
  ])("%s", (_, test_, text, expected) => {
    expect([...new Set(found(test_, text))]).toEqual(expected);
  });
});

test("the source of a match is its field's", () => {
  const rule = ruleOf({ fields: [PROSE] });
  const [segment] =
    parseText("You saw {{ last_viewed_product }}").messages[0]?.parts[0]?.segments ?? [];
  expect(
    segment && matchFields({ part: 0, segment, sentences: [] }, rule, { channel: "email" }),
  ).toMatchObject([{ source: "observed", fields: [{ is: "browse" }] }]);
});
