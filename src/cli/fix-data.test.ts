import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createProject } from "../testing/project.ts";
import { runMain } from "../testing/run-cli.ts";

const OLD = "We noticed you like rakes, perhaps you’ll like our “sale” on brooms.";
const NEW = "Perhaps you’ll like our “sale” on brooms.";
const ASCII = /[^ -~\r\n]/g;
const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A file with a text in it. */
const FILES: readonly (readonly [string, (text: string) => string])[] = [
  ["a.json", (text) => JSON.stringify({ subject: "Hi", html: `<p>\n${text}</p>` }, null, 2)],
  ["ascii.json", (text) => JSON.stringify({ body: text }).replace(ASCII, escapeUnit)],
  ["a.jsonc", (text) => `{ // here\n "body": "${text}", /* there */ }\r\n`],
  ["app_en.arb", (text) => `{"a": "${text}"}`],
  ["plain.yaml", (text) => `# c\nsubject: ${text} # c\nbody: Hi\n`],
  ["quoted.yml", (text) => `subject: '${text}'\nbody: "${text}"\n`],
  ["block.yaml", (text) => `a:\n  html: |\n    <p>\n    ${text}</p>\n\n  b: 1\n`],
  ["folded.yaml", (text) => `- body: >-\n    ${text}\n    Come in.\n`],
  ["ads.csv", (text) => `Headline 1,Description\nRakes,"${text}"\n`],
  ["ads.tsv", (text) => `Headline 1\tDescription\r\nRakes\t${text}\r\n`],
  ["a.po", (text) => `msgid "a"\nmsgstr "${text}"\n`],
  [
    "a.xlf",
    (text) =>
      `<xliff><trans-unit id="a"><source>x</source><target>${text}</target></trans-unit></xliff>`,
  ],
  ["strings.xml", (text) => `<resources>\n  <string name="a">${text}</string>\n</resources>\n`],
  ["a.resx", (text) => `<root><data name="a"><value>${text}</value></data></root>`],
  ["a.strings", (text) => `"a" = "${text}";\n`],
  ["messages.properties", (text) => `a = ${text}\n`],
];

test.each(FILES)("--fix rewrites the copy in %s and nothing else", async (name, write) => {
  const project = createProject({ [name]: write(OLD) });
  const { root: cwd } = project;
  const patch = await runMain([name, "--no-config", "--format", "diff"], { cwd });
  expect(patch.stdout).toContain(`+++ b/${name}`);
  const dry = await runMain([name, "--no-config", "--fix-dry-run", "--format", "json"], { cwd });
  expect(JSON.parse(dry.stdout)[0].output).toBe(write(NEW));
  expect(project.read(name)).toBe(write(OLD));
  const fixed = await runMain([name, "--no-config", "--fix"], { cwd });
  expect(fixed.stderr).toBe("Rewrote 1 file.\n");
  expect(project.read(name)).toBe(write(NEW));
});

test("a sheet in UTF-16 stays one", async () => {
  const sheet = (text: string) =>
    Buffer.from(`\ufeffHeadline\tText\r\nRakes\t${text}\r\n`, "utf16le");
  const project = createProject({ "ads.csv": sheet(OLD) });
  const { code } = await runMain(["ads.csv", "--no-config", "--fix"], { cwd: project.root });
  expect(code).toBe(0);
  expect(readFileSync(project.path("ads.csv"))).toEqual(sheet(NEW));
});

test("places are those of the file, and parse shows them", async () => {
  const text = `{\n  "subject": "Hi",\n  "html": "<p>\\u201cHi\\u201d</p>\\n<p>${OLD}</p>"\n}`;
  const { root: cwd } = createProject({ "a.json": text });
  const { stdout } = await runMain(["a.json", "--no-config", "--format", "compact"], { cwd });
  expect(stdout).toContain("a.json:3:38:");
  const parsed = await runMain(["parse", "a.json", "--no-config"], { cwd });
  expect(parsed.stdout).toContain("body 3:38");
  const json = await runMain(["parse", "a.json", "--no-config", "--format", "json"], { cwd });
  const [{ message }] = JSON.parse(json.stdout);
  expect(message.parts[1].text).toBe(`<p>“Hi”</p>\n<p>${OLD}</p>`);
  expect(message.parts[1].embedding).toMatchObject({ codec: "json-string" });
});

test("what code asks for by its text is not rewritten", async () => {
  const project = createProject({ "a.po": `msgid "${OLD}"\nmsgstr ""\n` });
  const { stderr } = await runMain(["a.po", "--no-config", "--fix-unsafe"], { cwd: project.root });
  expect(stderr).toBe("");
  expect(project.read("a.po")).toContain(OLD);
});

test("a file in which no copy is found is not praised", async () => {
  const { root: cwd } = createProject({ "a.json": '{"version": 3}' });
  const { code, stdout } = await runMain(["a.json", "--no-config"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toBe("Nothing to read: no copy was found in 1 file.\n");
});
