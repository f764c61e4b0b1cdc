import type { Notice } from "../model/notice.ts";
import type { Counts, FileResult, MessageResult } from "../model/result.ts";

/** Sums up results as they come. */
export interface Tally {
  readonly addFile: (file: FileResult, trouble: Trouble) => void;
  readonly addMessages: (messages: readonly MessageResult[]) => void;
  readonly addNotices: (notices: readonly Notice[]) => void;
  readonly counts: () => Counts;
}

interface Trouble {
  readonly hasFailed: boolean;
  /** Records of an archive. */
  readonly unread?: number;
}

/** The counts of a run that has read nothing. */
export const NO_COUNTS: Counts = {
  files: 0,
  messages: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
  failed: 0,
  unread: 0,
  noticed: 0,
  score: 0,
};

export function startTally(): Tally {
  const counts: { -readonly [name in keyof Counts]: Counts[name] } = { ...NO_COUNTS };
  const addMessages = (messages: readonly MessageResult[]) => {
    counts.messages += messages.length;
    for (const { severity } of messages.flatMap(({ findings }) => findings)) {
      counts[`${severity}s`]++;
    }
    for (const { score } of messages) counts.score = Math.max(counts.score, score.value);
  };
  const addNotices = (notices: readonly Notice[]) => {
    counts.noticed += notices.filter(isAboutSilence).length;
  };
  return {
    addMessages,
    addNotices,
    addFile: ({ messages, notices }, { hasFailed, unread = 0 }) => {
      counts.files++;
      if (hasFailed) counts.failed++;
      counts.unread += unread;
      addMessages(messages);
      addNotices(notices);
    },
    counts: () => ({ ...counts }),
  };
}

function isAboutSilence({ level, code }: Notice): boolean {
  return level === "warning" && SILENCE.test(code);
}

const SILENCE = /^(?:suppression|baseline)-/u;
