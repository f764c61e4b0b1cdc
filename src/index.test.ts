import { expect, test } from "vitest";
import { lintFiles, lintText } from "./index.ts";
import { createProject } from "./testing/project.ts";

const CREEPY = "We noticed you like rakes, perhaps you'll like our sale on brooms.";

test("a text gives its findings with places, reasons and rewrites", async () => {
  const { messages, score } = await lintText(CREEPY, { config: false });
  const [finding] = messages.flatMap(({ findings }) => findings);
  expect(finding?.rule).toBe("watching/noticed");
  expect(CREEPY.slice(finding?.span.start, finding?.span.end)).toBe("We noticed you like rakes");
  expect(finding?.suggestions.length).toBeGreaterThan(0);
  expect(score.value).toBeGreaterThan(40);
});

test("the file name decides the format, flags the channel", async () => {
  const html = "<p>Hi {{ first_name }}, the sale is on.</p>";
  const flags = { channel: "ad" } as const;
  const { messages } = await lintText(html, { config: false, filename: "a.html", flags });
  expect(messages[0]?.message.channel).toBe("ad");
  expect(messages.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toContain(
    "attribute/name",
  );
});

test("files are found as on the command line", async () => {
  const project = createProject({ "a.txt": CREEPY, "b.txt": "Brooms are 20% off." });
  const { files, counts } = await lintFiles({ cwd: project.root, paths: [], flags: {} });
  expect(files.map(({ path }) => path)).toEqual(["a.txt", "b.txt"]);
  expect(counts.errors).toBe(1);
});

test("the package exports it", async () => {
  const library = await import("creeplint");
  expect(Object.keys(library).sort()).toEqual(["CreeplintError", "lintFiles", "lintText"]);
});
