import { expect, test } from "vitest";
import { CreeplintError } from "../errors.ts";
import { VERSION } from "../version.ts";
import { describeFailure } from "./failure.ts";

const trouble = new CreeplintError("E_CONFIG", 'Unknown key "ruels".', {
  place: "creeplint.yaml:3:1",
  hint: 'Did you mean "rules"?',
});

test("trouble is one line: place, what, how to mend it", () => {
  expect(describeFailure(trouble, { debug: false })).toBe(
    'creeplint.yaml:3:1: Unknown key "ruels". Did you mean "rules"?\n',
  );
});

test("a bug is one line that says how to report it", () => {
  expect(describeFailure(new Error("oh\u001b[2J no"), { debug: false })).toBe(
    `creeplint ${VERSION} has a bug: oh␛[2J no. Please report it with the copy that caused it and the output of the same command with --debug.\n`,
  );
});

test("the stack and its cause come with --debug only", () => {
  const error = new Error("outer", { cause: new Error("inner") });
  expect(describeFailure(error, { debug: true })).toMatch(
    /\n {4}at .*\nCaused by Error: inner\n/su,
  );
});
