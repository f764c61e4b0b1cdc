const MAX_LINE = 300;
const SEPARATOR = /^From .{0,280}\d:\d\d/u;

/** Whether a line begins a mail of an mbox, such as `From a@b.example Thu Jan  1 00:00:00 2026`. */
export function isMailSeparator(line: string): boolean {
  return line.startsWith("From ") && SEPARATOR.test(line.slice(0, MAX_LINE));
}
