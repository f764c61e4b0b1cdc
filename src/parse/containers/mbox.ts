import type { Span } from "../../model/span.ts";
import { isMailSeparator } from "../../text/mbox.ts";
import { lineAt } from "../mail/header-fields.ts";
import { containedMails } from "../mail/read-mails.ts";
import type { Container } from "./container.ts";

/** Many mails in a row, each after a line that begins with `From `. */
export const mbox: Container = {
  read: (file) => containedMails(file, splitMailbox(file.text), true),
};

function splitMailbox(text: string): readonly Span[] {
  const starts: number[] = [0];
  let isBlank = true;
  for (let at = 0; at < text.length; ) {
    const { end, next } = lineAt(text, at, text.length);
    if (isBlank && at > 0 && isMailSeparator(text.slice(at, end))) starts.push(at);
    isBlank = end === at;
    at = next;
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}
