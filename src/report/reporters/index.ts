import type { Reporter } from "../reporter.ts";
import { agent } from "./agent.ts";
import { checkstyle } from "./checkstyle.ts";
import { compact } from "./compact.ts";
import { diff } from "./diff.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { htmlPage } from "./html.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import type { ReporterName } from "./names.ts";
import { pretty } from "./pretty.ts";
import { rdjson } from "./rdjson.ts";
import { rdjsonl } from "./rdjsonl.ts";
import { sarif } from "./sarif.ts";

/** Every `--format`. */
export const reporters = {
  pretty,
  compact,
  json,
  jsonl,
  diff,
  agent,
  checkstyle,
  github,
  gitlab,
  html: htmlPage,
  junit,
  markdown,
  rdjson,
  rdjsonl,
  sarif,
} as const satisfies Record<ReporterName, Reporter>;
