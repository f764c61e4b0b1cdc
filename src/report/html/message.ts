import type { FileResult, MessageResult } from "../../model/result.ts";
import { isRecord } from "../output.ts";
import { fromRoot, type Locator } from "../place.ts";
import type { ReportContext } from "../reporter.ts";
import { shownToPeople } from "../shown.ts";
import { findingHtml } from "./finding.ts";
import { type Html, html, NOTHING } from "./html-text.ts";
import { meterHtml } from "./meter.ts";
import { markedProse, type Numbered } from "./prose.ts";

/** A message with the numbers of its findings. */
export interface Entry {
  readonly file: FileResult;
  readonly result: MessageResult;
  readonly numbered: readonly Numbered[];
  /** Of the page's messages, from 1. */
  readonly number: number;
}

/** The messages that have something to show, the creepiest first, all findings numbered. */
export function entriesOf(files: readonly FileResult[], context: ReportContext): Entry[] {
  let findings = 0;
  return files
    .flatMap((file) => file.messages.map((result) => ({ file, result })))
    .map((one) => ({ ...one, shown: shownToPeople(one.result.findings, context) }))
    .filter(({ shown }) => shown.length > 0)
    .toSorted((a, b) => b.result.score.value - a.result.score.value)
    .map(({ file, result, shown }, index) => ({
      file,
      result,
      number: index + 1,
      numbered: shown.map((finding) => ({ number: ++findings, finding })),
    }));
}

/** How a message is called: its file, and its line and id where the file holds many. */
export function nameOf({ file, result: { message } }: Entry, context: ReportContext): string {
  const path = fromRoot(file.path, context);
  const isOne = file.messages.length === 1 && !isRecord(message);
  const id = message.id === undefined ? "" : `, ${message.id}`;
  return isOne ? path : `${path}, line ${message.line}${id}`;
}

/** A message: its place on the meter, its words, what is wrong with them. */
export function messageHtml(entry: Entry, context: ReportContext, locator: Locator): Html {
  const { result, numbered, number } = entry;
  const { message, score } = result;
  const prose = message.parts.map((part, index) => {
    const own = numbered.filter(({ finding }) => finding.part === index);
    if (own.length === 0) return NOTHING;
    const field = part.field === undefined ? NOTHING : html`<p class="field">${part.field}</p>`;
    return html`${field}${markedProse(part, own)}`;
  });
  const findings = numbered.map((one) => {
    const line = locator.ofFinding(message, one.finding).line;
    const where = isRecord(message) ? "" : `line ${line}`;
    return findingHtml(one, {
      part: message.parts[one.finding.part],
      ruleset: context.ruleset,
      where,
    });
  });
  return html`<article id="message-${number}" aria-labelledby="name-${number}">
<header><h2 id="name-${number}">${nameOf(entry, context)}</h2><p class="context">${message.channel}, ${message.kind}</p>
${meterHtml(score)}</header>
<div class="prose">${prose}</div>
<ol class="findings">
${findings}</ol>
</article>
`;
}
