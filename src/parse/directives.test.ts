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
  ["<?php /* creeplint-disable-line a/* -- why */ ?>", "line", ["a/*"], "why"],
  ["<?php # creeplint-disable-line a/b -- Ann's why ?>", "line", ["a/b"], "Ann's why"],
  ["<?php // creeplint-disable-line a/b -- why ?>", "line", ["a/b"], "why"],
  ["{{-- creeplint-disable-line a/b -- why --}}", "line", ["a/b"], "why"],
  ["<#-- creeplint-disable-line a/b -- why -->", "line", ["a/b"], "why"],
  ["{* creeplint-disable-line a/b -- why *}", "line", ["a/b"], "why"],
  ["#* creeplint-disable-line a/b -- why *#", "line", ["a/b"], "why"],
  ["{% # creeplint-disable-line a/b -- Ann's why %}", "line", ["a/b"], "Ann's why"],
  ["{%- # creeplint-disable-line a/b -- why -%}", "line", ["a/b"], "why"],
])("%s", (comment, scope, rules, reason) => {
  const start = "<p>You</p> ".length;
  expect(directives(`<p>You</p> ${comment} left`)).toEqual([
    { scope, rules, reason, span: { start, end: start + comment.length } },
  ]);
});

test.each([
  ["a.tsx", "<p>{/* creeplint-disable-line a/b -- why */}You left</p>"],
  ["a.tsx", "// creeplint-disable-line a/b -- why\nexport const X = () => <p>You left</p>;"],
  ["a.php", "<?php f();\n// creeplint-disable-line a/b -- why\n$a = ['text' => 'You left'];"],
])("%s has them among code: %s", (path, text) => {
  expect(directives(text, path)).toMatchObject([{ scope: "line", rules: ["a/b"], reason: "why" }]);
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

test.each([
  [
    "a.md",
    "[//]: # (creeplint-disable-line a/b -- why (so))\n\nYou left",
    ["You left"],
    "why (so)",
  ],
  ["a.md", '[//]: # "creeplint-disable-line a/b -- why"\nYou left', ["You left"], "why"],
  ["a.md", "One\n[//]: # (creeplint-disable-line a/b -- why)\nYou left", ["One You left"], "why"],
  ["a.md", "> [comment]: <> (creeplint-disable-line a/b -- why)\n> You left", ["You left"], "why"],
  ["a.txt", "<!-- creeplint-disable-line a/b -- why -->\nYou left", ["You left"], "why"],
  ["a.txt", "You <!-- creeplint-disable-line a/b -- why --> left", ["You left"], "why"],
  ["a.txt", "# creeplint-disable-line a/b -- why (so)\r\nYou left", ["You left"], "why (so)"],
  ["a.txt", "You\n  // creeplint-disable-line a/b -- why\nleft", ["You left"], "why"],
  ["a.sms", "Subject: Hi\n#creeplint-disable-line a/b -- why\nYou left", ["Hi", "You left"], "why"],
])("%s: %j is no copy", (path, text, copy, reason) => {
  const [part] = parseText(text, { path }).messages.flatMap(({ parts }) => parts);
  expect(part?.segments.map((segment) => segment.text)).toEqual(copy);
  expect(part?.directives).toMatchObject([{ scope: "line", rules: ["a/b"], reason }]);
});

test.each([
  "You <!-- we saw --> left",
  "# 1 creeplint-disable-line a/b",
  "a // creeplint-disable a/b -- b",
])("plain text keeps %j as copy", (text) => {
  const [part] = parseText(text).messages.flatMap(({ parts }) => parts);
  expect(part?.segments.map((segment) => segment.text)).toEqual([text]);
  expect(part?.directives).toEqual([]);
});

test.each([
  ["a.html", "<!-- creeplint-disable-next-lin a/b -- why -->", "disable-next-line"],
  ["a.html", "{# creeplint-disabel a/b -- why #}", "disable"],
  ["a.html", "<!-- Creeplint-Disable-Line a/b -- why -->", "disable-line"],
  ["a.html", "<?php # creeplint-enabel ?>", "enable"],
  ["a.md", "[//]: # (creeplint-disable-files a/b -- why)", "disable-file"],
  ["a.txt", "# creeplint-disable-lien a/b -- why", "disable-line"],
])("%s: %s warns", (path, text, meant) => {
  const { notices } = parseText(`${text}\nHello`, { path });
  expect(notices).toMatchObject([
    {
      level: "warning",
      code: "suppression-misspelt",
      hint: `Did you mean "creeplint-${meant}"?`,
      span: { start: 0, end: text.length },
    },
  ]);
});

test("a word that is near none warns where a rule follows", () => {
  const noticesOf = (text: string) => parseText(text, { path: "a.html" }).notices;
  expect(noticesOf("<!-- creeplint-off a/b -- why -->")).toHaveLength(1);
  expect(noticesOf("<!-- see creeplint-rules and its README -->")).toEqual([]);
});

test("PHP with code behind its comment is code", () => {
  const text = "<p><?php # Hi\nif ( $x ) : ?>You left<?php endif; ?></p>";
  const [part] = parseText(text, { path: "a.php" }).messages.flatMap(({ parts }) => parts);
  expect(part?.directives).toEqual([]);
});

test.each([
  ["<!-- creeplint-".repeat(20_000)],
  ["# creeplint-a\n".repeat(20_000)],
  [`<?php ${"/* * ".repeat(20_000)} ?>`],
  [`<?php ${"#\n".repeat(20_000)}x ?>`],
  [`<?php ${"# // ".repeat(200)}\nx ?>`],
  [`<!-- creeplint-a -->${" ".repeat(100_000)}x`],
])("long input takes no long time", (text) => {
  const start = performance.now();
  parseText(text);
  expect(performance.now() - start).toBeLessThan(2000);
});
