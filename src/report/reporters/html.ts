import { createHash } from "node:crypto";
import type { FileResult, RunResult } from "../../model/result.ts";
import { count } from "../../text/count.ts";
import { VERSION } from "../../version.ts";
import { headline } from "../headline.ts";
import { type Html, html, NOTHING } from "../html/html-text.ts";
import { type Entry, entriesOf, messageHtml, nameOf } from "../html/message.ts";
import { meterHtml } from "../html/meter.ts";
import { STYLE } from "../html/style.ts";
import { createLocator, fromRoot, type Locator } from "../place.ts";
import { noticesFor } from "../pretty-notice.ts";
import type { ReportContext, Reporter } from "../reporter.ts";

/** Browsers grow slow beyond. */
const MAX_MESSAGES = 500;
const MAX_NAMES = 200;

/** One page for people: no script, nothing loaded, and copy is only ever text. */
export const htmlPage: Reporter = (result, context) => {
  const locator = createLocator();
  const all = entriesOf(result.files, context);
  const entries = all.slice(0, MAX_MESSAGES);
  const left = all.length - entries.length;
  const title = headline(result, context);
  const more = html`<p class="more">${count(left, "less creepy message")} not shown. Lint fewer files to see them.</p>`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>creeplint: ${title}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<a class="skip" href="#messages">Skip to the messages</a>
<header class="top"><p class="brand">creeplint</p><h1>${title}</h1>${lead(result, all.length)}</header>
<main>
${overview(entries, context)}${notices(result, context, locator)}<section id="messages" aria-label="Messages">
${entries.map((entry) => messageHtml(entry, context, locator))}${left === 0 ? NOTHING : more}</section>
${calm(result, context)}</main>
<footer><p>Made by creeplint ${VERSION}. Keep the targeting, drop the telling.</p></footer>
</body>
</html>
`;
  return page.html;
};

/** The style is the only thing that the page may have, named by its hash. */
function policy(): string {
  const hash = createHash("sha256").update(STYLE).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function lead({ counts, files }: RunResult, creepy: number): Html {
  if (counts.messages === 0) return NOTHING;
  const silenced = files
    .flatMap(({ messages }) => messages)
    .reduce((sum, { suppressed }) => sum + suppressed.length, 0);
  const calm = counts.messages - creepy;
  const sentences = [
    `${count(counts.messages, "message")} read.`,
    ...(calm > 0 ? [`A stranger could have sent ${creepy === 0 ? "all of it" : calm}.`] : []),
    ...(creepy > 0 ? ["What follows says too much about the person who reads it."] : []),
    ...(silenced > 0 ? [`${count(silenced, "finding")} silenced on purpose.`] : []),
  ];
  return html`<p class="lead">${sentences.join(" ")}</p>`;
}

function overview(entries: readonly Entry[], context: ReportContext): Html {
  if (entries.length < 2) return NOTHING;
  const rows = entries.map((entry) => {
    const name = nameOf(entry, context);
    const { number, numbered, result } = entry;
    return html`<tr><th scope="row"><a href="#message-${number}">${name}</a></th><td>${meterHtml(result.score)}</td><td class="amount">${numbered.length}</td></tr>
`;
  });
  return html`<nav aria-label="Overview"><table><thead><tr><th scope="col">Message</th><th scope="col">How creepy</th><th scope="col" class="amount">Findings</th></tr></thead><tbody>
${rows}</tbody></table></nav>
`;
}

/** What could not be read, and suppressions that are off. */
function notices({ files }: RunResult, context: ReportContext, locator: Locator): Html {
  const items = files.flatMap((file) =>
    noticesFor(file, context).map((notice) => {
      const { line } = locator.ofNotice(file.text, notice);
      const place = `${fromRoot(file.path, context)}:${line}`;
      return html`<li class="${notice.level}"><code>${place}</code> ${notice.message} ${notice.hint ?? ""}</li>
`;
    }),
  );
  if (items.length === 0) return NOTHING;
  return html`<section class="notices" aria-labelledby="trouble"><h2 id="trouble">Trouble</h2><ul>
${items}</ul></section>
`;
}

/** The files without a finding, by name. */
function calm({ files }: RunResult, context: ReportContext): Html {
  const clean = files.filter((file) => isCalm(file, context));
  if (clean.length === 0) return NOTHING;
  const names = clean
    .slice(0, MAX_NAMES)
    .map((file) => html`<li>${fromRoot(file.path, context)}</li>`);
  const left = clean.length - names.length;
  const more = left === 0 ? NOTHING : html`<li>and ${left} more</li>`;
  return html`<section class="calm" aria-labelledby="calm"><h2 id="calm">A stranger could have sent these</h2><ul>${names}${more}</ul></section>
`;
}

function isCalm(file: FileResult, context: ReportContext): boolean {
  return file.messages.length > 0 && entriesOf([file], context).length === 0;
}
