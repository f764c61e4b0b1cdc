import { diagnosticsOf } from "../rdjson-diagnostic.ts";
import type { Reporter } from "../reporter.ts";

/** One object in reviewdog's format. */
export const rdjson: Reporter = (result, context) => {
  const source = { name: "creeplint" };
  return `${JSON.stringify({ source, diagnostics: diagnosticsOf(result, context) })}\n`;
};
