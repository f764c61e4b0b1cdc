import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describeForm } from "../testing/describe-form.ts";

const FORMS = join(import.meta.dirname, "../../fixtures/forms.txt");
const INDENT = "    ";

interface Group {
  readonly title: string;
  readonly rows: (readonly [form: string, expected: string])[];
}

function readGroups(): readonly Group[] {
  const groups: Group[] = [];
  let form = "";
  for (const line of readFileSync(FORMS, "utf8").split("\n")) {
    if (line.startsWith("## ")) {
      groups.push({ title: line.slice(3), rows: [] });
    } else if (line.startsWith(INDENT)) {
      groups.at(-1)?.rows.push([form, line.slice(INDENT.length)]);
    } else form = line;
  }
  return groups;
}

describe.each(readGroups())("$title", ({ rows }) => {
  test.each(rows)("%s", (form, expected) => {
    expect(describeForm(form.replaceAll("⏎", "\n"))).toBe(expected);
  });
});
