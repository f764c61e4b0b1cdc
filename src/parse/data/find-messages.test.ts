import { describe, expect, test } from "vitest";
import type { Channel } from "../../model/message.ts";
import { parseFile, parseText } from "../../testing/parse-text.ts";
import { openContainer } from "../choose-format.ts";

interface Options {
  readonly path?: string;
  readonly found?: boolean;
  readonly channel?: Channel;
}

async function read(data: unknown, { path = "a.json", ...options }: Options = {}) {
  const text = typeof data === "string" ? data : JSON.stringify(data);
  const container = await openContainer(path, undefined);
  const { messages } = parseText(text, { path, container, ...options });
  return messages.map(({ id, channel, parts }) =>
    [
      channel,
      ...(id === undefined ? [] : [id]),
      ...parts.flatMap(({ segments }) => segments.map((one) => `${one.role}: ${one.text}`)),
    ].join(" | "),
  );
}

describe("a file that is named", () => {
  test.each<[string, unknown, readonly string[]]>([
    ["one message", { subject: "Hi", html: "<p>You</p>" }, ["email | subject: Hi | body: You"]],
    [
      "a list of them",
      [
        { id: 7, message: "Hi" },
        { id: "b", text: "Ho" },
      ],
      ["email | 0 | body: Hi", "email | b | body: Ho"],
    ],
    [
      "messages by their ids",
      { a: { body: "Hi" }, b: { body: "Ho" } },
      ["email | a | body: Hi", "email | b | body: Ho"],
    ],
    [
      "texts by their ids",
      { a: "You left it", b: "Come back soon" },
      ["email | a | body: You left it", "email | b | body: Come back soon"],
    ],
    [
      "an ad",
      { headline1: "A b", "Headline 2": "C d", description: "E f" },
      ["ad | headline: A b | headline: C d | description: E f"],
    ],
    [
      "two channels of one thing",
      { subject: "A", push_title: "B", pushBody: "C" },
      ["email | subject: A", "push | push-title: B | body: C"],
    ],
    [
      "a channel that a key above says",
      { push: { win: { title: "A", body: "B" } } },
      ["push | push.win | push-title: A | body: B"],
    ],
    ["a channel that the message says", { channel: "sms", message: "A b" }, ["sms | body: A b"]],
    [
      "no names, looks and addresses",
      { subject: "A", href: "You left", style: "You left", id: "x y" },
      ["email | x y | subject: A"],
    ],
    ["lists of texts", { headlines: ["A", "B"] }, ["ad | headline: A | headline: B"]],
    [
      "one language of several",
      { headings: { en: "A b", de: "C d" }, contents: { "en-US": "E f" } },
      ["email | heading: A b | body: E f"],
    ],
    [
      "maps that hold a text",
      { subject: "A", content: [{ type: "text/html", value: "<p>B" }] },
      ["email | subject: A | body: B"],
    ],
    [
      "notifications within others",
      { message: { notification: { title: "A", body: "B" }, token: "You left" } },
      ["push | message.notification | push-title: A | body: B"],
    ],
    ["nothing", { version: 3, files: ["a b", "c"] }, []],
  ])("%s", async (_, data, messages) => {
    expect(await read(data)).toEqual(messages);
  });

  test("has the channel that the config says, if that is not the usual one", async () => {
    expect(await read({ headline: "A b" }, { channel: "web" })).toEqual(["web | headline: A b"]);
  });
});

describe("a file that turns up in a folder", () => {
  test.each<[string, unknown, string, readonly string[]]>([
    [
      "a message is read",
      { subject: "A", body: "B" },
      "x/a.json",
      ["email | subject: A | body: B"],
    ],
    [
      "keys of any data are not",
      { title: "A b", description: "C d", message: "E f" },
      "x/a.json",
      [],
    ],
    ["unless where mail lies", { title: "A b" }, "emails/a.json", ["email | subject: A b"]],
    [
      "or under a key that says so",
      { email: { title: "A b" } },
      "x/a.json",
      ["email | email | subject: A b"],
    ],
    ["sentences are not", { a: "You left it", b: "Come back soon" }, "x/a.json", []],
    [
      "unless in a catalogue",
      { a: "You left it" },
      "locales/en.json",
      ["email | a | body: You left it"],
    ],
    ["which is in English", { a: "You left it" }, "locales/de.json", []],
    ["settings are not", { $schema: "x", title: "A", body: "B c" }, "emails/a.json", []],
    [
      "unless they say so",
      { $schema: "x", creeplint: {}, title: "A" },
      "emails/a.json",
      ["email | subject: A"],
    ],
    [
      "nor what describes an interface",
      { openapi: "3", info: { title: "A", description: "You left" } },
      "x/a.yaml",
      [],
    ],
    [
      "settings in YAML are not",
      "jobs:\n  a:\n    - name: You left\n      text: A b\n",
      "ci.yml",
      [],
    ],
    ["properties that set things up are not", "text = You left it", "app.properties", []],
    [
      "those of a catalogue are",
      "text = You left it",
      "messages.properties",
      ["email | text | body: You left it"],
    ],
    ["sheets without a known column are not", "a,You left it,c\n", "x/data.csv", []],
    ["nor those with a column of any data", "text,label\nYou left it,c\n", "x/data.csv", []],
    [
      "sheets of ads are",
      "Headline,x\nYou left it,c\n",
      "x/data.csv",
      ["ad | headline: You left it"],
    ],
  ])("%s", async (_, data, path, messages) => {
    expect(await read(data, { path, found: true })).toEqual(messages);
  });
});

describe("what is wrong in a file", () => {
  test.each([
    ["a.json", '{"subject": "Hi", oops here, "body": "You"}', "1:19"],
    ["a.json", '{"subject": "Hi', "1:13"],
    ["a.json", '[{"subject": "Hi"}', "1:18"],
    ["a.yaml", 'subject: Hi\nbody: "You\n', "2:7"],
    ["a.yaml", "subject: Hi\nbody: ]x\n", "2:7"],
    ["a.po", 'msgid "a"\nmsgstr "Hi you"\noops\n', "3:1"],
    ["a.resx", "<root><data name='a'><value>Hi you</value></root>", "1:7"],
  ])("is said: %s %j", async (path, text, place) => {
    const { notices } = await parseFile(text, path);
    const before = text.slice(0, notices[0]?.span?.start).split("\n");
    expect(notices.map(({ code, level }) => `${level} ${code}`)).toEqual(["warning invalid-data"]);
    expect(`${before.length}:${(before.at(-1)?.length ?? 0) + 1}`).toBe(place);
  });
});
