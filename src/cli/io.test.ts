import { expect, test } from "vitest";
import { colourLevel } from "./io.ts";

const terminal = { isTTY: true, getColorDepth: () => 8 };
const pipe = { isTTY: false };

test.each([
  { name: "a pipe has no colour", env: {}, stream: pipe, level: 0 },
  { name: "a terminal has what it can", env: {}, stream: terminal, level: 2 },
  { name: "NO_COLOR takes it away", env: { NO_COLOR: "1" }, stream: terminal, level: 0 },
  { name: "an empty NO_COLOR does not", env: { NO_COLOR: "" }, stream: terminal, level: 2 },
  { name: "FORCE_COLOR gives it to a pipe", env: { FORCE_COLOR: "1" }, stream: pipe, level: 1 },
  { name: "FORCE_COLOR may be empty", env: { FORCE_COLOR: "" }, stream: pipe, level: 1 },
  { name: "FORCE_COLOR names a level", env: { FORCE_COLOR: "3" }, stream: pipe, level: 3 },
  { name: "FORCE_COLOR=0 takes it away", env: { FORCE_COLOR: "0" }, stream: terminal, level: 0 },
  {
    name: "FORCE_COLOR wins over NO_COLOR",
    env: { FORCE_COLOR: "1", NO_COLOR: "1" },
    stream: pipe,
    level: 1,
  },
])("$name", ({ env, stream, level }) => {
  expect(colourLevel(env, stream)).toBe(level);
});
