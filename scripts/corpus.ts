import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Ruleset } from "../src/model/rule.ts";

/** A labelled case; `flag` is null where either verdict is right. */
export interface Case {
  readonly file: string;
  readonly id: string;
  readonly text: string;
  readonly channel: string;
  readonly kind: string;
  readonly flag: boolean | null;
  /** Acceptable rules, the best first. */
  readonly rules: readonly string[];
  /** The creepy words, exactly as in the text. */
  readonly span: string;
  readonly keep: readonly string[];
  readonly leak: readonly string[];
  readonly ruling: number;
}

/** Reads a corpus file: JSON Lines, or the phrase table (class, label, severity, text, note). */
export function readCases(path: string): readonly Case[] {
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const file = basename(path);
  if (file.endsWith(".tsv")) return lines.slice(1).map((line, at) => phraseCase(line, file, at));
  return lines.map((line) => ({ ...(JSON.parse(line) as Omit<Case, "file">), file }));
}

/** Phrases carry no rules, so they teach that something is creepy, not what to call it. */
function phraseCase(line: string, file: string, at: number): Case {
  const [group = "", label, , text = ""] = line.split("\t");
  return {
    file,
    id: `phrase-${at}`,
    text,
    channel: group.startsWith("A") ? "ad" : "email",
    kind: "marketing",
    flag: label === "clean" ? false : label === "flag" || null,
    rules: [],
    span: text,
    keep: [],
    leak: [],
    ruling: 0,
  };
}

/** The `file` of cases that are examples of rules; they define what the rule means. */
export const RULE_FILES = "rules";

/** The examples inside rule files, as cases. */
export function readRuleExamples({ rules }: Ruleset): readonly Case[] {
  const blank = { file: RULE_FILES, span: "", keep: [], leak: [], ruling: 0 };
  return rules.flatMap(({ id, flags, allows }) => [
    ...flags.map((each, at) => ({ ...blank, ...each, id: `${id}+${at}`, flag: true, rules: [id] })),
    ...allows.map((each, at) => ({ ...blank, ...each, id: `${id}-${at}`, flag: false, rules: [] })),
  ]);
}
