/** A range of 1-based lines, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A file that differs, as it is now. */
export interface DiffEntry {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  /** Six octal digits, such as `100644`. */
  readonly mode: string;
  /** The name of the new blob; zeros where it is not in the repository. */
  readonly blob: string;
  /** The lines that are new or changed. Undefined: any of them may be. */
  readonly lines: readonly LineRange[] | undefined;
}

const HUNK = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/u;
const SECTION = "diff --git ";
const ENTRY = /^:\d+ (\d+) \S+ (\S+) ([A-Z])/u;

/** Reads `git diff --raw -z -p -U0`: first all entries, then their patches in the same order. */
export function parseDiff(output: Buffer): readonly DiffEntry[] {
  const { entries, rest } = readEntries(output);
  const sections = readSections(output.subarray(rest).toString("latin1"));
  const isSound = sections.length === entries.length;
  return entries.map((entry, index) => ({
    ...entry,
    lines: isSound ? sections[index] : undefined,
  }));
}

type Entry = Omit<DiffEntry, "lines">;

function readEntries(output: Buffer): {
  readonly entries: readonly Entry[];
  readonly rest: number;
} {
  const entries: Entry[] = [];
  let at = 0;
  const next = () => {
    const found = output.indexOf(0, at);
    const end = found === -1 ? output.length : found;
    const piece = output.subarray(at, end).toString("utf8");
    at = end + 1;
    return piece;
  };
  while (output[at] === COLON) {
    const [, mode = "", blob = "", status] = ENTRY.exec(next()) ?? [];
    const path = next();
    // A rename names the old path first.
    entries.push({ mode, blob, path: status === "R" ? next() : path });
  }
  return { entries, rest: at };
}

const COLON = 0x3a;

function readSections(patch: string): readonly (readonly LineRange[])[] {
  const sections: LineRange[][] = [];
  for (const line of patch.split("\n")) {
    if (line.startsWith(SECTION) || line.startsWith(`\0${SECTION}`)) sections.push([]);
    const [, start, count = "1"] = HUNK.exec(line) ?? [];
    if (start === undefined || count === "0") continue;
    const first = Number(start);
    sections.at(-1)?.push({ first, last: first + Number(count) - 1 });
  }
  return sections;
}
