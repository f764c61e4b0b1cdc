import type { Suggestion } from "../../model/finding.ts";
import type { Part } from "../../model/message.ts";
import type { Ruleset } from "../../model/rule.ts";
import { sendInstead } from "../send-instead.ts";
import { type Html, html, NOTHING } from "./html-text.ts";
import type { Numbered } from "./prose.ts";

interface FindingPage {
  readonly part: Part | undefined;
  readonly ruleset: Ruleset;
  /** `line 12`, or nothing for what has no line of its own. */
  readonly where: string;
}

/** What is wrong with the words, why, and what to send in their place. */
export function findingHtml({ number, finding }: Numbered, page: FindingPage): Html {
  const { severity, rule: id, message, branch, suggestions } = finding;
  const rule = page.ruleset.rules.find((one) => one.id === id);
  const why = rule === undefined ? NOTHING : html`<p class="why">${rule.why}</p>`;
  const seen = branch.map((test) => html`<code>${test}</code> `);
  const only = seen.length === 0 ? NOTHING : html`<p class="why">Only seen if ${seen}</p>`;
  return html`<li id="f${number}" class="finding ${severity}">
<p class="what"><a class="number" href="#m${number}" aria-label="Back to the words of ${number}">${number}</a> <span class="severity">${severity}</span> <span dir="auto">${message}</span></p>
<p class="place"><code>${id}</code> ${page.where}</p>
${why}${only}${insteadHtml(page.part, suggestions, rule?.instead)}</li>
`;
}

function insteadHtml(
  part: Part | undefined,
  suggestions: readonly Suggestion[],
  advice: string | undefined,
): Html {
  if (suggestions.length === 0) {
    if (advice === undefined) return NOTHING;
    return html`<div class="instead"><p class="label">What to write instead</p><p>${advice}</p></div>
`;
  }
  const items = suggestions.map((suggestion) => {
    const { words, isCopy } = sendInstead(part, suggestion);
    if (!isCopy) return html`<li class="advice">${words}</li>`;
    return html`<li><span class="copy" dir="auto">${words}</span> <span class="reason">${suggestion.reason}</span></li>`;
  });
  return html`<div class="instead"><p class="label">Send instead</p><ul>${items}</ul></div>
`;
}
