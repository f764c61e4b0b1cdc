import type { Format } from "../block.ts";
import { inMessageFolder } from "../message-folder.ts";
import { html } from "./html.ts";

const MAIL =
  /woocommerce_email|mailpoet|\[(?:subscriber|link:subscription_)|mso-|x-apple-disable-message|extends\s+Mailable/u;

/** PHP that holds messages: markup with PHP in it, or code with messages in its strings. */
export const php: Format = {
  extensions: [".php"],
  cut: html.cut,
  isMessage: (path, text) => inMessageFolder(path) || MAIL.test(text),
};
