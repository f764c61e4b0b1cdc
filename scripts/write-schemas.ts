/** Writes schemas/ from the checks that read configs and rules. */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { configSchema } from "../src/config/schema.ts";
import { ruleSchema } from "../src/ruleset/schema.ts";

const FOLDER = resolve(import.meta.dirname, "../schemas");

const schemas = { "config.schema.json": configSchema(), "rule.schema.json": ruleSchema() };
for (const [name, schema] of Object.entries(schemas)) {
  await writeFile(resolve(FOLDER, name), `${JSON.stringify(schema, null, 2)}\n`);
}
