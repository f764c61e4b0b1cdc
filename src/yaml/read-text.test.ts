import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { createProject } from "../testing/project.ts";
import { readText } from "./read-text.ts";

const OPTIONS = { shown: "x.yaml", code: "E_CONFIG" } as const;

test("a file, also behind a link, and none", async () => {
  const project = createProject({ "a.yaml": "a: 1" });
  symlinkSync(project.path("a.yaml"), project.path("b.yaml"));
  expect(await readText(project.path("a.yaml"), OPTIONS)).toBe("a: 1");
  expect(await readText(project.path("b.yaml"), OPTIONS)).toBe("a: 1");
  expect(await readText(project.path("c.yaml"), OPTIONS)).toBeUndefined();
});

test.each([
  ["a folder", "x", "A file is wanted here, not a folder."],
  ["a large file", "large.yaml", "The file is too large for settings or rules."],
  ["bytes", "bytes.yaml", "The file is not UTF-8 text."],
])("%s is refused", async (_, name, message) => {
  const project = createProject({
    "x/y": "",
    "large.yaml": "x".repeat(4_000_001),
    "bytes.yaml": Uint8Array.of(0xff, 0xfe, 0xfd),
  });
  await expect(readText(project.path(name), OPTIONS)).rejects.toMatchObject({
    message,
    place: "x.yaml",
  });
});

test.skipIf(process.platform === "win32")("pipes and devices are not waited for", async () => {
  const project = createProject({});
  const pipe = project.path("pipe.yaml");
  execFileSync("sh", ["-c", 'mkfifo "$0"', pipe]);
  for (const path of [pipe, "/dev/zero"]) {
    await expect(readText(path, OPTIONS)).rejects.toMatchObject({
      message: "A file is wanted here, not a pipe or a device.",
    });
  }
});
