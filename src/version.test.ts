import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { VERSION } from "./version.ts";

test("the version is the package's", () => {
  const manifest = readFileSync(resolve(import.meta.dirname, "../package.json"), "utf8");
  expect(JSON.parse(manifest).version).toBe(VERSION);
});
