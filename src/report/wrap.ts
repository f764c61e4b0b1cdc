import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

/**
 * A line that needs nothing done where it fits: printable ASCII without blanks around it, and no
 * command.
 */
const PLAIN = /^(?!::)[!-~](?:[ -~]*[!-~])?$/u;

/** Breaks a text into lines that fit, each indented by `indent` columns. */
export function wrap(text: string, indent: number, width: number): string[] {
  const room = Math.max(20, width - indent);
  if (PLAIN.test(text) && text.length <= room) return [`${" ".repeat(indent)}${text}`];
  return wrapAnsi(text, room, { hard: true, trim: true })
    .split("\n")
    .map((line) => `${" ".repeat(indent)}${line.replace(COMMAND, ":\u2060:")}`);
}

/** In a CI log, a line that starts like this is a command, and copy may hold one. */
const COMMAND = /^::/u;

/** The same with a mark before the first line; the others stand under its text. */
export function hang(mark: string, text: string, indent: number, width: number): string[] {
  const [first = "", ...rest] = wrap(text, indent + stringWidth(mark) + 1, width);
  return [`${" ".repeat(indent)}${mark} ${first.trimStart()}`, ...rest];
}
