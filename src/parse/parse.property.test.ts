import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Segment } from "../model/segment.ts";
import { parseText } from "../testing/parse-text.ts";

const TAGS = [
  "{{ first_name }}",
  '{{ name | default: "a > b" }}',
  "{% if x > 3 %}",
  "{% else %}",
  "{% endif %}",
  "{# note #}",
  "{{#if viewed}}",
  "{{/if}}",
  "{{!-- {{x}} --}}",
  "{{{ html }}}",
  "{{custom.\u0024{last viewed}}}",
  "*|FNAME|*",
  "*|IF:X|*",
  "*|END:IF|*",
  "<%= x > 1 ? 'a' : 'b' %>",
  "%%[ SET @a = 1 ]%%",
  "%%FirstName%%",
  "%FIRSTNAME%",
  "[firstname,fallback=x]",
  "\u0024{city}",
  "{!Contact.Name}",
  "{Hi|Hello {you|there}}",
  "@if($x)",
  "@endif",
  '{{ x ? "a b" : "c d" }}',
  "<?php _e( 'We\\'re here' ) ?>",
];
const MARKUP = [
  "<p>",
  "</p>",
  "<b>",
  "</b>",
  "<br>",
  "<td>",
  '<a href="https://a.b/?c=1">',
  "</a>",
  "<!-- c -->",
  "<img alt='t'>",
  "<h1>",
  "</h1>",
];
const WORDS = [
  "You",
  "left",
  "the tent",
  "we noticed",
  "caf\u00e9",
  "\u{1f382}",
  "don\u2019t",
  "50% ",
  "x_y",
  ".",
  "?",
  ",",
];
const ENTITIES = ["&amp;", "&rsquo;", "&nbsp;", "&#8212;", "&zwnj;", "&notit;"];
const BREAKS = [" ", "\n", "\r\n", "\r", "\n\n", "\t", "- ", "> ", "# "];

const source = fc
  .array(fc.constantFrom(...TAGS, ...MARKUP, ...WORDS, ...ENTITIES, ...BREAKS), { maxLength: 60 })
  .map((pieces) => pieces.join(""));
const junk = fc.string({ unit: "binary", maxLength: 200 });
const path = fc.constantFrom("a.txt", "a.html", "a.md", "a.liquid", "a.tsx", "a.php");

const SYNTAX = /\{\{|\}\}|\{[%#!]|[%#]\}|\*\||\|\*|<%|%>|%%|\$\{|<\/?[a-z]+[ >]/u;

function segmentsOf(text: string, file: string): readonly Segment[] {
  return parseText(text, { path: file }).messages.flatMap(({ parts }) =>
    parts.flatMap((part) => part.segments),
  );
}

describe("for any mixture of tags, markup, entities and line endings", () => {
  test("every run stands for the source that it names", () => {
    fc.assert(
      fc.property(source, path, (text, file) => {
        for (const { text: prose, map } of segmentsOf(text, file)) {
          let at = 0;
          for (const run of map.runs) {
            expect(run.prose).toBe(at);
            at += run.length;
            const end = run.source + run.sourceLength;
            expect(run.source >= 0 && end <= text.length && run.sourceLength >= 0).toBe(true);
            if (run.kind === "copy") {
              expect(prose.slice(run.prose, at)).toBe(text.slice(run.source, end));
            }
          }
          expect(at).toBe(prose.length);
        }
      }),
    );
  });

  test("holes stand at their placeholders and name their tags", () => {
    fc.assert(
      fc.property(source, path, (text, file) => {
        for (const { text: prose, holes, map } of segmentsOf(text, file)) {
          for (const { at, span } of holes) {
            expect(prose.slice(at.start, at.end)).toMatch(/^[\p{L}\d]+$/u);
            const run = map.runs.find((one) => one.prose === at.start);
            expect(run).toMatchObject({ kind: "whole", source: span.start });
            expect(text.slice(span.start, span.end)).toMatch(/^[{*<%[$#].*[}*>%\]]$/su);
          }
        }
      }),
    );
  });

  test("no template syntax is read as prose", () => {
    fc.assert(
      fc.property(source, (text) => {
        for (const segment of segmentsOf(`<p>${text}`, "a.html")) {
          expect(segment.text).not.toMatch(SYNTAX);
        }
      }),
    );
  });

  test("blanks are single and never at the ends", () => {
    fc.assert(
      fc.property(source, path, (text, file) => {
        for (const segment of segmentsOf(text, file)) {
          expect(segment.text).not.toMatch(/^\s|\s$|\s\s|[\r\n\t\u00a0]/u);
        }
      }),
    );
  });
});

test("nothing makes it throw", () => {
  fc.assert(
    fc.property(fc.oneof(source, junk), path, (text, file) => {
      parseText(text, { path: file });
      parseText(text, { format: "record" });
      parseText(JSON.stringify({ text, html: text }), { format: "record" });
    }),
  );
});

const COUNT = 25_000;
const NASTY: readonly (readonly [string, string])[] = [
  ["openers", "{{".repeat(COUNT)],
  ["openers with quotes", '{{ "'.repeat(COUNT)],
  ["quotes and braces", '{{"}}"'.repeat(COUNT)],
  ["escaped quotes", `{{ ${'\\"'.repeat(COUNT)} }}`],
  ["nested braces", `${"{{ { ".repeat(COUNT)}}}`],
  ["blocks of openers", `${"{{".repeat(5000)}}}`.repeat(10)],
  ["angles", "<".repeat(4 * COUNT)],
  ["open tags", "<div>x".repeat(COUNT)],
  ["stray ends", `${"<a>".repeat(COUNT)}${"</b>".repeat(COUNT)}`],
  ["vectors", "<svg>".repeat(COUNT)],
  ["comments", "<!--".repeat(COUNT)],
  ["Mailchimp", "*|".repeat(COUNT)],
  ["code blocks", "%%[".repeat(COUNT)],
  ["per cent", "%".repeat(COUNT)],
  ["raw comments", "{% comment %}".repeat(COUNT)],
  ["conditions", "{% if x %}y".repeat(COUNT)],
  ["ends", "y{% endif %}".repeat(COUNT)],
  ["holes", "{{ x }}".repeat(COUNT)],
  ["else after else", "{{#if a}}{{else}}".repeat(COUNT)],
  ["aliases", "{% assign a = b %}{{ a }}".repeat(COUNT / 5)],
  ["branches", `${"{% if x %}a{% else %}b{% endif %} ".repeat(COUNT / 5)}`],
  ["brackets", "[".repeat(COUNT)],
  ["links", "[a](".repeat(COUNT)],
  ["images", "![".repeat(COUNT)],
  ["backticks", Array.from({ length: 300 }, (_, index) => "`".repeat(index + 1)).join(" ")],
  ["emphasis", "*a _b ".repeat(COUNT)],
  ["quotes", `${"> ".repeat(COUNT)}\n`.repeat(2)],
  ["tables", "|a".repeat(COUNT)],
  ["front matter", `---\n${"a: b\n".repeat(2000)}`],
  ["entities", "&a".repeat(COUNT)],
  ["blanks", " ".repeat(4 * COUNT)],
  ["spintax", "{a|b}".repeat(COUNT)],
  ["nested spintax", `${"{a|".repeat(COUNT / 5)}${"}".repeat(COUNT / 5)}`],
  ["Blade", "@if((".repeat(COUNT)],
  ["variables", "$a.b".repeat(COUNT)],
  ["PHP strings", `<?php ${"'a b' => ".repeat(COUNT / 2)}`],
  ["PHP comments", `<?php ${"/* ".repeat(COUNT)}`],
  ["heredocs", `<?php ${"<<<A\n".repeat(COUNT)}`],
  ["ternaries", `{{ ${"a ? ".repeat(COUNT / 5)} }}`],
  ["sums", `{{ ${"'a b' ~ ".repeat(COUNT / 12)} x }}`],
  ["URLs", "https://".repeat(COUNT)],
];

describe.each(["a.html", "a.md", "a.txt", "a.tsx", "a.php"])("%s stays quick on", (file) => {
  test.each(NASTY)("%s", (_, text) => {
    const start = performance.now();
    parseText(text, { path: file });
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
