import { expect, test } from "vitest";
import { describeForm } from "../testing/describe-form.ts";

/** What real templates hold, in forms that parsers of one language or of markup trip over. */
const SNIPPETS: readonly (readonly [what: string, source: string, expected: string])[] = [
  [
    "a string with markup, in it two more languages",
    '<span>{{{t "You get this because you are a <strong>%%{status}%% subscriber</strong> to {site}." site=site.title}}}</span> %%{status_text}%%',
    "Item item {product site.title} {content status_text} / You get this because you are a plan subscriber to item. {account status} {unknown site}",
  ],
  [
    "tags in tags, with blanks in names",
    "{% assign name = {{\u0024{first_name}}} | split: ' ' %}{% connected_content https://x.example/?u={{\u0024{user_id}}} :save r %}In {{custom_attribute.\u0024{zip code}}}",
    "In Springfield {place custom_attribute.zip code}",
  ],
  [
    "a name and code between the same marks",
    "%%[Nome Completo]%%%%[ SET @x = [Nome Completo] ]%%%%[ IF @a < 3 THEN ]%% left%%[ ENDIF ]%%",
    "Alex left {name Nome Completo} <@a < 3: unknown> / Alex {name Nome Completo} <!@a < 3: unknown>",
  ],
  [
    "a quote that is never closed",
    '<img src="top_left.jpg border="0" width="27" alt="A tent" /><p>You left</p>',
    "alt: A tent / link: top_left.jpg border= / You left",
  ],
  [
    "a quote too many",
    '<img alt="{{name}}" border="0"" /><p>You left</p>',
    "alt: Alex {name name} / You left",
  ],
  [
    "an opening mark as references, and a closing mark alone",
    "<p>\\&#123;&#123; something }} will turn into {{ something }}</p>",
    "\\{{ something }} will turn into item {unknown something}",
  ],
  [
    "a template in a template",
    '{% raw %}{% capture body %} {{ customer.name | default: "Someone" }} left it {% endcapture %}{% endraw %}',
    "Alex left it {name customer.name ?? Someone}",
  ],
  [
    "tags in a comment that are run",
    "<!--{{content_blocks.\u0024{template-randomiser-email}}}\n--><p>You left</p>",
    "You left",
  ],
  [
    "all prose in a tag, values in the prose",
    '<%= "It looks like you left your #{@name} cart, which means that it waits" %>',
    "It looks like you left your Alex cart, which means that it waits {name name}",
  ],
  [
    "PHP strings with line ends, markup and shortcodes",
    "<?php $a = [ 'text' => __('<p>Hi [subscriber:firstname | default:there],</p>\n<p>It\\'s been a while, you left</p>', 'x') ];\n$b = '<strong>' . __(\"Wait a bit!\", 'x') . '</strong>';",
    "Hi Alex, {name firstname ?? there} / It's been a while, you left / Wait a bit!",
  ],
  [
    "a long comment with tags that mean nothing",
    "<!-- Dokumentacja: {% if x %} wstaw {{ imi\u0119 }} tutaj -->\n<p>{{ event|lookup:'Product Name'|default:'' }}{% if a > b %} waits{% endif %}</p>",
    "Item waits {product event.Product Name ?? } <a > b: unknown> / Item {product event.Product Name ?? } <!a > b: unknown>",
  ],
  [
    "an argument that is an object",
    '{{#cif \'{ "property": "x",\n "value": "y" }\'}}You left{{/cif}}',
    'You left <\'{ "property": "x",\n "value": "y" }\': >',
  ],
  [
    "halves of a table",
    "{% if a %}<table>{% endif %}<tr><td>You left</td></tr>{% if a %}</table>{% endif %}",
    "You left",
  ],
  [
    "conditions in tags of markup",
    '<a *|IF:X|* href="https://a.example" *|END:IF|*>You left</a>',
    "link: https://a.example <X: unknown> / You left",
  ],
  [
    "tags of nobody, and what only looks like one",
    "{%RAND%} <%asm_group_unsubscribe_raw_url%> %EM% %C3%A9 [[ Is this true? ]] {CLOUDCOMPLEX}",
    "Item link item %C3%A9 [[ Is this true? ]] {CLOUDCOMPLEX} {unknown RAND} {token asm_group_unsubscribe_raw_url} {unknown EM}",
  ],
  [
    "what only Outlook is shown",
    "<!--[if mso]><td>{{#if a}}You left {{ product }}{{/if}}</td><![endif]-->",
    "You left item {product product} <a: unknown>",
  ],
];

test.each(SNIPPETS)("%s", (_, source, expected) => {
  expect(describeForm(source, source.startsWith("<?php") ? "a.php" : "a.html")).toBe(expected);
});
