import { fileSchema, type JsonSchema } from "../yaml/check.ts";
import { configCheck } from "./config-check.ts";

/** The JSON Schema of config files, made from the check that reads them. */
export function configSchema(): JsonSchema {
  return fileSchema("creeplint config", configCheck("."));
}
