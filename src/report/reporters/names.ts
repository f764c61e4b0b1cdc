/** Every `--format`, for shells that must not load the reporters yet. A test compares the two. */
export const reporterNames = [
  "pretty",
  "compact",
  "agent",
  "json",
  "jsonl",
  "diff",
  "sarif",
  "github",
  "gitlab",
  "junit",
  "checkstyle",
  "rdjson",
  "rdjsonl",
  "markdown",
  "html",
] as const;

export type ReporterName = (typeof reporterNames)[number];
