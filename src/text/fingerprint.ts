import { createHash } from "node:crypto";

/** What a finding is known by, whatever moves around it. */
export interface Identity {
  readonly rule: string;
  readonly sentence: string;
}

const BLANKS = /\s+/gu;
const LENGTH = 32;

/**
 * Names findings by rule, path and sentence, so that the name outlives edits elsewhere in the
 * file. The same sentence again in one file has a number behind its name, in the order of calls.
 */
export function createFingerprints(): (path: string, finding: Identity) => string {
  const seen = new Map<string, number>();
  return (path, finding) => {
    const name = fingerprint(path, finding);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}:${count}`;
  };
}

function fingerprint(path: string, { rule, sentence }: Identity): string {
  const words = sentence.replace(BLANKS, " ").trim();
  return createHash("sha256").update(`${rule}\0${path}\0${words}`).digest("hex").slice(0, LENGTH);
}
