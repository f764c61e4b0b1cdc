import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readAnnotated } from "../testing/annotated.ts";
import { lintText } from "../testing/engine.ts";

const ROOT = join(import.meta.dirname, "../../fixtures/exposure/templates");
const OURS = /^(?:exposure|targeting)\//u;

// `^^^ error exposure/pii-in-link` is a finding on the words above it. A template names them all.
test.each(readdirSync(ROOT))("%s", async (file) => {
  const { text, expected } = readAnnotated(readFileSync(join(ROOT, file), "utf8"));
  const { messages } = await lintText(text, { path: file });
  const found = messages
    .flatMap(({ findings }) => findings)
    .flatMap(({ span, severity, rule, related }) => {
      const ours = [rule, ...related].find((id) => OURS.test(id));
      return ours === undefined ? [] : [`${span.start}-${span.end} ${severity} ${ours}`];
    });
  expect(found).toEqual(expected.map(({ span, note }) => `${span.start}-${span.end} ${note}`));
});
