import type { Notice } from "../../model/notice.ts";
import type { Span } from "../../model/span.ts";
import { isMailSeparator } from "../../text/mbox.ts";
import type { Contained, ContainedMessage, ContainerFile } from "../containers/container.ts";
import { lineAt } from "./header-fields.ts";
import { messageOfMail } from "./mail-message.ts";
import { readMails } from "./mail-tree.ts";

/** Reads stretches of a file as mails. */
export function containedMails(
  { text, kind, encoding }: ContainerFile,
  spans: readonly Span[],
  inMbox: boolean,
): Contained {
  const context = {
    text,
    kind,
    inMbox,
    reading: encoding === "windows-1252" ? ("bytes" as const) : ("utf-8" as const),
    newline: NEWLINE.exec(text)?.[0] ?? "\n",
  };
  const messages: ContainedMessage[] = [];
  const notices: Notice[] = [];
  for (const span of spans) {
    const read = readMails(text, withoutSeparator(text, span));
    const found = read.mails.map((mail) => messageOfMail(mail, context));
    const [first, ...others] = found;
    if (first !== undefined) messages.push({ ...first.message, start: span.start });
    messages.push(...others.map(({ message }) => message));
    notices.push(...read.notices, ...found.flatMap((one) => one.notices));
  }
  return { messages, comments: [], notices };
}

const NEWLINE = /\r\n|\n|\r/u;

/** Mails that were taken out of an mbox still have its line. */
function withoutSeparator(text: string, { start, end }: Span): Span {
  const line = lineAt(text, start, end);
  return { start: isMailSeparator(text.slice(start, line.end)) ? line.next : start, end };
}
