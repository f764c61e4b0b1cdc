import { CreeplintError } from "../errors.ts";
import type { Notice } from "../model/notice.ts";
import type { FileResult } from "../model/result.ts";

/** The result of a file that was not linted. */
export function noResult(path: string): FileResult {
  return {
    path,
    text: "",
    encoding: "utf-8",
    bom: false,
    messages: [],
    directives: [],
    notices: [],
    score: { value: 0, band: "stranger" },
  };
}

/** The result of a file that could not be linted, with the reason. */
export function failed(path: string, error: unknown): FileResult {
  return { ...noResult(path), notices: [failure(error)] };
}

/** What went wrong, as a notice. Anything but a CreeplintError is a bug. */
export function failure(error: unknown): Notice {
  if (error instanceof CreeplintError) {
    const { code, message, hint, stack } = error;
    return { level: "error", code, message, ...(hint && { hint }), ...(stack && { stack }) };
  }
  const reason = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  return {
    level: "error",
    code: "E_BUG",
    message: `creeplint failed on this file: ${reason}`,
    hint: "This is a bug. Please report it with the file, if you may share it.",
    ...(stack && { stack }),
  };
}
