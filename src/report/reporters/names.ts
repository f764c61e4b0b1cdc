/** Every `--format`, for shells that must not load the reporters yet. A test compares the two. */
export const reporterNames = ["pretty", "compact", "json", "jsonl", "diff"] as const;

export type ReporterName = (typeof reporterNames)[number];
