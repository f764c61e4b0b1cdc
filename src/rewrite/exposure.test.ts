import { describe, expect, test } from "vitest";
import { lintText } from "../testing/engine.ts";
import { applyEdits } from "../text/edit.ts";

const DOLLAR = "$";
const OURS = /^(?:exposure|targeting)\//u;

/** The text with the first suggestion of every finding of these families in place. */
async function mended(text: string): Promise<string> {
  const path = text.startsWith("<") ? "a.html" : "a.txt";
  const { messages } = await lintText(text, { path });
  const edits = messages
    .flatMap(({ findings }) => findings)
    .filter(({ rule }) => OURS.test(rule))
    .flatMap(({ suggestions }) => suggestions[0]?.edit ?? []);
  const distinct = new Map(edits.map((edit) => [`${edit.span.start}-${edit.span.end}`, edit]));
  return applyEdits(text, [...distinct.values()]);
}

describe("defaults", () => {
  test.each([
    ["Hi {{ first_name }}!", 'Hi {{ first_name | default: "there" }}!'],
    ["Dear {{ first_name }}!", 'Dear {{ first_name | default: "friend" }}!'],
    ["{{ first_name }}, hello.", '{{ first_name | default: "Hello" }}, hello.'],
    [
      "{% set a = 1 %}Hi {{ first_name }}!",
      '{% set a = 1 %}Hi {{ first_name | default("there") }}!',
    ],
    [
      "Hi {{ person.first_name }}! {{ event|lookup:'Size' }}",
      "Hi {{ person.first_name|default:\"there\" }}! {{ event|lookup:'Size' }}",
    ],
    ["Hi {{lead.First Name}}!", "Hi {{lead.First Name:default=there}}!"],
    [
      "Hi {{user.name}}! {{#if a}}Yes.{{/if}}",
      "Hi {{#if user.name}}{{user.name}}{{else}}there{{/if}}! {{#if a}}Yes.{{/if}}",
    ],
    ["Hi {{ .FirstName }}!", 'Hi {{ or .FirstName "there" }}!'],
    ["Hi %%FirstName%%!", 'Hi %%=IIF(EMPTY(FirstName),"there",FirstName)=%%!'],
    ["Hi %%=v(@firstName)=%%!", 'Hi %%=IIF(EMPTY(@firstName),"there",@firstName)=%%!'],
    ["Hi <%= @user.first_name %>!", 'Hi <%= @user.first_name.presence || "there" %>!'],
    ["Hi <?= $user->first_name ?>!", "Hi <?= $user->first_name ?: 'there' ?>!"],
    [
      `<#if a>Yes.</#if> Hi ${DOLLAR}{user.firstName}!`,
      `<#if a>Yes.</#if> Hi ${DOLLAR}{user.firstName!"there"}!`,
    ],
    ["Hi {contactfield=firstname}!", "Hi {contactfield=firstname|there}!"],
    ["Hi {$user.first_name}!", "Hi {$user.first_name|default:'there'}!"],
    ["Hi [subscriber:firstname]!", "Hi [subscriber:firstname | default:there]!"],
    ["Hi [firstname]!", "Hi [firstname,fallback=there]!"],
    // No language is certain, or it has no defaults.
    [`Hi ${DOLLAR}{user.firstName}!`, `Hi ${DOLLAR}{user.firstName}!`],
    ["Hi %FIRSTNAME%!", "Hi %FIRSTNAME%!"],
  ])("%s", async (text, expected) => {
    expect(await mended(text)).toBe(expected);
    expect(await mended(expected)).toBe(expected);
  });
});

describe("links", () => {
  test.each([
    ["https://a.example/u?e={{ email | md5 }}&b=1", "https://a.example/u?b=1"],
    ['<a href="https://a.example/u?e=*|EMAIL|*">Go</a>', '<a href="https://a.example/u">Go</a>'],
    [
      '<a href="https://a.example/u?t=%%token%%&e=%%emailaddr%%#x">Go</a>',
      '<a href="https://a.example/u?t=%%token%%#x">Go</a>',
    ],
    [
      '<a href="https://a.example/u?e=<%= @user.email %>&amp;b=1">Go</a>',
      '<a href="https://a.example/u?b=1">Go</a>',
    ],
    [
      '<img src="https://a.example/o.gif?e=<?= md5($email) ?>" alt="">',
      '<img src="https://a.example/o.gif" alt="">',
    ],
    [
      '<a href="https://a.example/u?email=jane@example.com&b=1">Go</a>',
      '<a href="https://a.example/u?b=1">Go</a>',
    ],
    [
      '<a href="https://a.example/u?e=amFuZUBleGFtcGxlLmNvbQ==&b=1">Go</a>',
      '<a href="https://a.example/u?b=1">Go</a>',
    ],
    [
      '<a href="mailto:off@a.example?subject=Off&body={{ email }}">Go</a>',
      '<a href="mailto:off@a.example?subject=Off">Go</a>',
    ],
    [
      '<a href="http://a.example/u?t={{ token }}">Go</a>',
      '<a href="https://a.example/u?t={{ token }}">Go</a>',
    ],
    ['<a href="https://a.example/u/{{ email }}">Go</a>', '<a href="https://a.example/u">Go</a>'],
  ])("%s", async (text, expected) => {
    expect(await mended(text)).toBe(expected);
  });
});

describe("conditions", () => {
  test.each([
    ["{% if is_pregnant %}Socks are in.{% endif %}", "Socks are in."],
    ["{% if is_pregnant %}Socks are in.{% else %}Hats are in.{% endif %}", "Hats are in."],
    ["{{#if is_pregnant}}Socks are in.{{else}}Hats are in.{{/if}}", "Hats are in."],
    ["*|IF:PREGNANT|*Socks are in.*|ELSE:|*Hats are in.*|END:IF|*", "Hats are in."],
    ["%%[IF @pregnant == 1 THEN]%%Socks are in.%%[ENDIF]%%", "Socks are in."],
    ["<#if user.pregnant>Socks are in.<#else>Hats are in.</#if>", "Hats are in."],
    ["<% if @user.pregnant? %>Socks are in.<% else %>Hats are in.<% end %>", "Hats are in."],
    ["<?php if ($user->pregnant): ?>Socks are in.<?php endif; ?>", "Socks are in."],
    ["{{ if .Pregnant }}Socks are in.{{ else }}Hats are in.{{ end }}", "Hats are in."],
    ["{if $user.pregnant}Socks are in.{/if}", "Socks are in."],
    ['{{ is_pregnant ? "Socks are in now." : "Hats are in now." }}', "Hats are in now."],
    ['{{ "Socks are in now." if is_pregnant else "Hats are in now." }}', "Hats are in now."],
  ])("%s", async (text, expected) => {
    expect(await mended(text)).toBe(expected);
  });
});
