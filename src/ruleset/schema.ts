import { fileSchema, type JsonSchema } from "../yaml/check.ts";
import { ruleCheck } from "./rule-check.ts";

/** The JSON Schema of rule files, made from the check that reads them. */
export function ruleSchema(): JsonSchema {
  const open = { evidence: undefined, policy: undefined, classes: undefined };
  return fileSchema(
    "creeplint rule",
    ruleCheck({ ...open, minExamples: 1, compilesPatterns: true }),
  );
}
