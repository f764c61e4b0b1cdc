import type { Reporter } from "../reporter.ts";
import { compact } from "./compact.ts";
import { diff } from "./diff.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import type { ReporterName } from "./names.ts";
import { pretty } from "./pretty.ts";

/** Every `--format`. */
export const reporters = {
  pretty,
  compact,
  json,
  jsonl,
  diff,
} as const satisfies Record<ReporterName, Reporter>;
