import { createLocator } from "../place.ts";
import { prettyFile } from "../pretty-file.ts";
import type { Reporter } from "../reporter.ts";
import { summary } from "../summary.ts";

/** For people: the words in place, why they are creepy, what to send instead, how bad it is. */
export const pretty: Reporter = (result, context) => {
  const locator = createLocator();
  const blocks = result.files
    .map((file) => prettyFile(file, context, locator))
    .filter((lines) => lines.length > 0);
  const closing = summary(result, context);
  return [...blocks, closing].map((lines) => `${lines.join("\n")}\n`).join("\n");
};
