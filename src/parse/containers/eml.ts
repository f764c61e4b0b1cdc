import { containedMails } from "../mail/read-mails.ts";
import type { Container } from "./container.ts";

/** A mail as it was sent. */
export const eml: Container = {
  read: (file) => containedMails(file, [{ start: 0, end: file.text.length }], false),
};
