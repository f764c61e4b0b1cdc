import { parse as parseProgram } from "@babel/parser";
import { expect, test } from "vitest";
import { lintText } from "../testing/engine.ts";
import { applyEdits } from "../text/edit.ts";
import { writerAt } from "./literals.ts";

const NOTICED = "We noticed you like rakes. ";
const OFFER = "Don't miss our sale on brooms.";
const ESCAPED = "Don\\'t miss our sale on brooms.";

async function rewritten(text: string, path: string): Promise<readonly string[]> {
  const { messages } = await lintText(text, { path });
  return messages
    .flatMap(({ findings }) => findings)
    .flatMap(({ suggestions }) => suggestions.map(({ edit }) => applyEdits(text, [edit])));
}

test.each([
  ["a.tsx", `<Text>${NOTICED}${OFFER}</Text>`, `<Text>${OFFER}</Text>`],
  [
    "a.tsx",
    `<p>{'Hi ' + x + ', we noticed you like rakes. ${ESCAPED}'}</p>`,
    `<p>{'Hi ' + x + ', d`,
  ],
  ["a.tsx", `<p>{\`${NOTICED}${OFFER}\`}</p>`, `<p>{\`${OFFER}\`}</p>`],
  ["a.tsx", `export const subject = "${NOTICED}${OFFER}";`, `export const subject = "${OFFER}";`],
  ["a.html", `<p>{{ "${NOTICED}${OFFER}" }}</p>`, `<p>{{ "${OFFER}" }}</p>`],
  ["a.html", `<p><%= '${NOTICED}${ESCAPED}' %></p>`, `<p><%= '${ESCAPED}' %></p>`],
  ["a.html", `<p><?php _e( '${NOTICED}${ESCAPED}' ) ?></p>`, `<p><?php _e( '${ESCAPED}' ) ?></p>`],
  [
    "a.html",
    `%%[ SET @s = "${NOTICED}Our ""big"" sale is on." ]%%`,
    '%%[ SET @s = "Our ""big"" sale',
  ],
  ["a.html", `{% set s = "<p>${NOTICED}${OFFER}</p>" %}`, `{% set s = "<p>${OFFER}</p>" %}`],
])("in %s %s becomes %s", async (path, text, expected) => {
  const [first] = await rewritten(text, path);
  expect(first?.startsWith(expected)).toBe(true);
});

const CREEPY = "Congratulations on your pregnancy!";
const AFTER = " Get 10% off diapers.";

test.each([
  ["{% if pregnant %}", "{% endif %}"],
  ["{% if pregnant %} ", " {% endif %}"],
  ["{{#if pregnant}}", "{{/if}}"],
  ["*|IF:PREGNANT|*", "*|END:IF|*"],
  ["%%[ IF @pregnant THEN ]%%", "%%[ ENDIF ]%%"],
  ["%IF $PREGNANT%", "%/IF%"],
  ["[if:pregnant=1]", "[endif]"],
  ["{if $pregnant}", "{/if}"],
  ["<% if pregnant %>", "<% end %>"],
  ["<?php if ( $pregnant ) : ?>", "<?php endif; ?>"],
  ["#if($lead.pregnant) ", " #end"],
  ["<#if pregnant>", "</#if>"],
  ["@if($pregnant) ", " @endif"],
  ['{{IF "(pregnant IS_TRUE)"}}', "{{ENDIF}}"],
])("%s … %s stays whole", async (open, close) => {
  const lines = await rewritten(`${open}${CREEPY}${close}${AFTER}`, "a.html");
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    const both = [open.trim(), close.trim()].map((tag) => line.split(tag).length - 1);
    expect(both[0]).toBe(both[1]);
  }
});

test.each([
  `<Text>{user.isPregnant && <b>${CREEPY}</b>}${AFTER}</Text>`,
  `<Text>You {a ? "viewed the tent" : 'may love the tent'}. It's 10% off today.</Text>`,
  `<Text>We noticed {"you left"} the Alta tent behind.{" "}\nGet 10% off tents.</Text>`,
  `<Text>You{' '}\nviewed <b>the Alta tent</b>. <Link href="https://a.b">Get 10% off</Link>.</Text>`,
  `<Card title='You haven&#39;t bought a hose for two years, time for a new one!' />`,
  `<Text>{"We noticed you left \\"it\\". " + offer + " is 10% off."}</Text>`,
])("whatever is made of %s is a program", async (text) => {
  for (const line of await rewritten(text, "a.tsx")) {
    expect(() => parseProgram(line, { plugins: ["jsx"] })).not.toThrow();
  }
});

test.each([
  ["double", `say "a" \\ it's`, `say \\"a\\" \\\\ it's`],
  ["single", "it's", "it\\'s"],
  ["template", "a `b` \u0024{c} $5", "a \\`b\\` \\\u0024{c} $5"],
  ["bare-single", "it's", "it’s"],
  ["bare-double", 'a "b"', "a ”b”"],
  ["doubled-single", "it's", "it''s"],
  ["doubled-double", 'a "b"', 'a ""b""'],
  ["attribute-double", 'a "b" &amp;', "a &quot;b&quot; &amp;amp;"],
  ["attribute-single", "it's", "it&#39;s"],
  ["markup", "{a} < b & c &lt;", "&#123;a&#125; &lt; b & c &amp;lt;"],
] as const)("%s writes %s as %s", (quoting, words, expected) => {
  const literals = [{ span: { start: 0, end: 9 }, quoting }];
  const segment = {
    role: "body",
    text: "",
    map: { runs: [] },
    holes: [],
    guards: [],
    literals,
  } as const;
  expect(writerAt(segment, { start: 2, end: 5 })?.(words)).toBe(expected);
});

test("another branch that is a text of its own is not lost", async () => {
  const other = "Hello there, friends of the garden.";
  const text = `{% if a %}We noticed you like rakes.{% else %}${other}{% endif %} Get 10% off rakes.`;
  for (const line of await rewritten(text, "a.html")) expect(line).toContain("{% endif %}");
});
