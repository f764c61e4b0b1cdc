import type { Directive } from "../model/directive.ts";
import type { Notice } from "../model/notice.ts";
import type { FileResult } from "../model/result.ts";
import { indexLines } from "../text/line-index.ts";

/** A suppression as it is listed. */
export interface Suppression {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly scope: Directive["scope"];
  readonly rules: readonly string[];
  readonly reason: string;
  readonly until?: string;
  /** What is wrong with it, in sentences. */
  readonly problems: readonly string[];
}

/** The suppressions of a file in the order of its lines. */
export function suppressionsIn(file: FileResult): readonly Suppression[] {
  const lines = indexLines(file.text);
  const placed = [
    ...file.directives.map((directive) => ({ directive, record: undefined })),
    ...file.messages.flatMap(({ message }) =>
      message.parts.flatMap(({ directives, field }) =>
        directives.map((directive) => ({
          directive,
          record: field === undefined ? undefined : message.line,
        })),
      ),
    ),
  ];
  // Messages of one file may share a part.
  const unique = new Map(
    placed.map((one) => [`${one.record} ${one.directive.span.start} ${one.directive.rules}`, one]),
  );
  return [...unique.values()]
    .filter(({ directive }) => directive.scope !== "end")
    .map(({ directive, record }) => {
      const { scope, rules, reason, until, span } = directive;
      const line = record ?? lines.position(span.start).line;
      const problems = file.notices
        .filter((notice) => isAbout(notice, directive, record))
        .map(({ message, hint = "" }) => `${message} ${hint}`.trim());
      return { path: file.path, line, scope, rules, reason, ...(until && { until }), problems };
    })
    .sort((a, b) => a.line - b.line);
}

/** A notice about a record has its line only. */
function isAbout(
  { code, span, line }: Notice,
  directive: Directive,
  record: number | undefined,
): boolean {
  if (!code.startsWith("suppression-")) return false;
  if (record !== undefined) return line === record;
  return span?.start === directive.span.start;
}
