import { diagnosticsOf } from "../rdjson-diagnostic.ts";
import type { Reporter } from "../reporter.ts";

/** The same, one diagnostic a line. */
export const rdjsonl: Reporter = (result, context) =>
  diagnosticsOf(result, context)
    .map((diagnostic) => `${JSON.stringify({ source: { name: "creeplint" }, ...diagnostic })}\n`)
    .join("");
