const MAX_LINE = 300;
const SEPARATOR = /^From .{0,280}\d:\d\d/u;

/** Whether a line begins a mail of an mbox, such as `From a@b.example Thu Jan  1 00:00:00 2026`. */
export function isMailSeparator(line: string): boolean {
  return line.startsWith("From ") && SEPARATOR.test(line.slice(0, MAX_LINE));
}

const MAIL = /\.(?:eml|mbox|mbx)$/iu;
const MAILBOX = /\.(?:mbox|mbx)$/iu;

/** Whether a file of this name holds mails as they were sent. */
export function isMailPath(path: string): boolean {
  return MAIL.test(path);
}

/** Whether a file of this name holds many of them. */
export function isMailboxPath(path: string): boolean {
  return MAILBOX.test(path);
}
