import type { Counts, FileResult, MessageResult } from "../model/result.ts";

/** Sums up results as they come. */
export interface Tally {
  readonly addFile: (file: FileResult, hasFailed: boolean) => void;
  readonly addMessages: (messages: readonly MessageResult[]) => void;
  readonly counts: () => Counts;
}

export function startTally(): Tally {
  const counts = { files: 0, messages: 0, errors: 0, warnings: 0, infos: 0, failed: 0 };
  const addMessages = (messages: readonly MessageResult[]) => {
    counts.messages += messages.length;
    for (const { severity } of messages.flatMap(({ findings }) => findings)) {
      counts[`${severity}s`]++;
    }
  };
  return {
    addMessages,
    addFile: ({ messages }, hasFailed) => {
      counts.files++;
      if (hasFailed) counts.failed++;
      addMessages(messages);
    },
    counts: () => ({ ...counts }),
  };
}
