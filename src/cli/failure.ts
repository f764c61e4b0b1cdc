import { CreeplintError } from "../errors.ts";
import { visible, visibleLine } from "../report/visible.ts";
import { VERSION } from "../version.ts";

/** What went wrong, in one line: how to mend it, or how to report it where it is our bug. */
export function describeFailure(error: unknown, { debug }: { readonly debug: boolean }): string {
  const line = error instanceof CreeplintError ? describeTrouble(error) : describeBug(error);
  const stack = debug && error instanceof Error ? `${visibleStack(error)}\n` : "";
  return `${line}\n${stack}`;
}

function describeTrouble({ message, place, hint }: CreeplintError): string {
  const pieces = [place === undefined ? "creeplint:" : `${place}:`, message, hint ?? ""];
  return visibleLine(pieces.filter((piece) => piece !== "").join(" "));
}

function describeBug(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return visibleLine(
    `creeplint ${VERSION} has a bug: ${message}. Please report it with the copy that caused it and the output of the same command with --debug.`,
  );
}

function visibleStack(error: Error): string {
  const cause = error.cause instanceof Error ? `\nCaused by ${error.cause.stack ?? ""}` : "";
  return `${error.stack ?? ""}${cause}`.split("\n").map(visible).join("\n");
}
