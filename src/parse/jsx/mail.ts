import { inMessageFolder } from "../message-folder.ts";

const LIBRARY =
  /\bfrom\s*["'](?:@?react-email(?:\/|["'])|@?jsx-email(?:\/|["'])|(?:@faire\/)?mjml-react|react-html-email|@?preact-email|@zootools\/email)|\brequire\(["']@?react-email/u;
const DOCUMENT = /<(?:Html|Mjml|Email)[\s>]/u;
const INTERACTIVE = /["']use client["']|\buse(?:State|Effect|Ref|Reducer|Router|Query)\(/u;

/**
 * Whether a component is a message, not a part of an application: it uses a library for mail or
 * renders a whole document, or it stands in a folder of messages and does nothing that no mail can.
 */
export function isMailComponent(path: string, text: string): boolean {
  if (LIBRARY.test(text)) return true;
  if (INTERACTIVE.test(text)) return false;
  return DOCUMENT.test(text) || inMessageFolder(path);
}
