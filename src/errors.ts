/** What went wrong, as a stable code. */
export type ErrorCode =
  | "E_USAGE"
  | "E_CONFIG"
  | "E_RULE"
  | "E_PATH"
  | "E_READ"
  | "E_SIZE"
  | "E_GIT"
  | "E_BASELINE"
  | "E_WRITE";

interface Details {
  readonly hint?: string;
  /** `file` or `file:line:column`, 1-based. */
  readonly place?: string;
  readonly cause?: unknown;
}

/** Trouble that the user can mend: shown as one line with its place and a hint, exit code 2. */
export class CreeplintError extends Error {
  override readonly name = "CreeplintError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly place: string | undefined;

  constructor(code: ErrorCode, message: string, { hint, place, cause }: Details = {}) {
    super(message, { cause });
    this.code = code;
    this.hint = hint;
    this.place = place;
  }
}
