import { expect, test } from "vitest";
import { parseText } from "../testing/parse-text.ts";

function directives(text: string, path = "a.html") {
  return parseText(text, { path }).messages.flatMap(({ parts }) =>
    parts.flatMap((part) => part.directives),
  );
}

test.each([
  ["<!-- creeplint-disable-line a/b -- why -->", "line", ["a/b"], "why"],
  [
    "<!-- creeplint-disable a/b, c/d e/f -- two -- words -->",
    "start",
    ["a/b", "c/d", "e/f"],
    "two -- words",
  ],
  ["<!-- creeplint-enable -->", "end", [], ""],
  ["<!-- creeplint-disable-file a/* -->", "file", ["a/*"], ""],
  ["{# creeplint-disable-next-line a/b -- why #}", "next-line", ["a/b"], "why"],
  ["{% comment %}creeplint-disable-line a/b -- why{% endcomment %}", "line", ["a/b"], "why"],
  ["{{! creeplint-disable-line a/b -- why }}", "line", ["a/b"], "why"],
  ["{{!-- creeplint-disable-line a/b -- why --}}", "line", ["a/b"], "why"],
  ["<%# creeplint-disable-line a/b -- why %>", "line", ["a/b"], "why"],
  ["<%-- creeplint-disable-line a/b -- why --%>", "line", ["a/b"], "why"],
  ["%%[ /* creeplint-disable-line a/b -- why */ ]%%", "line", ["a/b"], "why"],
  ["{{/* creeplint-disable-line a/b -- why */}}", "line", ["a/b"], "why"],
])("%s", (comment, scope, rules, reason) => {
  const start = "<p>You</p> ".length;
  expect(directives(`<p>You</p> ${comment} left`)).toEqual([
    { scope, rules, reason, span: { start, end: start + comment.length } },
  ]);
});

test("an expiry date is taken out of the reason", () => {
  expect(
    directives("<!-- creeplint-disable-line a/b -- approved until=2027-03-01 -->"),
  ).toMatchObject([{ reason: "approved", until: "2027-03-01", rules: ["a/b"] }]);
});

test("Markdown has them in HTML comments", () => {
  const text = "One\n\n<!-- creeplint-disable-line a/b -- why -->\nTwo <!-- creeplint-enable -->\n";
  expect(directives(text, "a.md").map(({ scope }) => scope)).toEqual(["line", "end"]);
});

test("words that only look like one are none", () => {
  expect(directives("<!-- creeplint-disabled --><p>creeplint-disable a/b</p>")).toEqual([]);
});
