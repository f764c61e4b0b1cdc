import type { Edit } from "../model/finding.ts";

/** Applies edits; of edits that overlap, the one that starts first wins. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let out = "";
  let at = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < at) continue;
    out += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return out + text.slice(at);
}
