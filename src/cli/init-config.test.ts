import { expect, test } from "vitest";
import { loadConfig } from "../config/load.ts";
import { createProject } from "../testing/project.ts";
import { configFor } from "./init-config.ts";

async function load(paths: readonly string[]) {
  const files = Object.fromEntries(paths.map((path) => [path, "Hello."]));
  const project = createProject({ ...files, "creeplint.yaml": configFor(paths) });
  return await loadConfig({ cwd: project.root });
}

test("an empty folder gets a config that loads", async () => {
  const config = await load([]);
  expect(config).toMatchObject({ channel: "email", kind: "marketing", overrides: [] });
});

test.each([
  [
    ["a.html", "b/c.liquid", "README.md"],
    ["*.html", "*.liquid"],
  ],
  [
    ["a.html", "ads/x.md", "sms/y.txt", "push.jsonl", "b/Readme.md", "robots.txt"],
    ["*.html", "*.jsonl", "*.md", "*.txt", "!Readme.md", "!robots.txt"],
  ],
  [["README.md"], []],
])("%j: all copy is read, notes beside it are not", async (paths, globs) => {
  const config = await load(paths);
  const ends = config.files.map(
    (glob) => (glob.startsWith("!") ? "!" : "") + glob.split("/").at(-1),
  );
  expect(ends).toEqual(globs);
});

test("a folder of notes only is read", async () => {
  expect((await load(["a.md"])).files).toHaveLength(1);
});

test.each([
  ["receipts/order_confirmation.html", "kind", "transactional"],
  ["emails/password-reset.html", "kind", "service"],
  ["year-in-review.html", "kind", "recap"],
  ["sms/sale.txt", "channel", "sms"],
  ["receipts/a.html", "kind", "transactional"],
  ["push/sale.txt", "channel", "push"],
  ["ads_spring.html", "channel", "ad"],
])("%s is an override: %s %s", async (path, key, value) => {
  const { overrides } = await load([path]);
  expect(overrides).toHaveLength(1);
  expect(overrides[0]).toMatchObject({ [key]: value });
});

test("names that only look alike are no override", async () => {
  expect((await load(["uploads/heads.html"])).overrides).toEqual([]);
});
