import { readFileSync } from "node:fs";
import type { Ruleset } from "../model/rule.ts";
import { openJudgement } from "./judgement-table.ts";

/**
 * The rules that come with creeplint, from the files that `npm run compile` writes beside this
 * one. Both are read, not imported: JSON is parsed faster than the same as code.
 */
export function readBuiltin(): Ruleset {
  const rules = readFileSync(new URL("./compiled.json", import.meta.url), "utf8");
  const judgement = readFileSync(new URL("./judgement.bin", import.meta.url));
  // Written by scripts/compile-rules.ts.
  const compiled = JSON.parse(rules) as Omit<Ruleset, "judgement">;
  return { ...compiled, judgement: openJudgement(judgement) };
}
