import type { Score } from "../../model/result.ts";
import { type Html, html } from "./html-text.ts";

const LENGTH = 200;
const MIDDLE = 7;

/** A message between stranger and stalker; it reads without colour and aloud, too. */
export function meterHtml({ value, band }: Score): Html {
  const at = 7 + (Math.min(Math.max(value, 0), 100) / 100) * (LENGTH - 14);
  const words = `${Math.round(value)} of 100, ${band}`;
  return html`<div class="meter ${band}" role="meter" aria-label="From stranger to stalker" aria-valuemin="0" aria-valuemax="100" aria-valuenow="${Math.round(value)}" aria-valuetext="${words}">
<span class="end">stranger</span>
<svg viewBox="0 0 ${LENGTH} 14" width="${LENGTH}" height="14" aria-hidden="true"><rect class="track" x="0" y="5" width="${LENGTH}" height="4" rx="2"/><rect class="fill" x="0" y="5" width="${at}" height="4" rx="2"/><circle class="dot" cx="${at}" cy="${MIDDLE}" r="6"/></svg>
<span class="end">stalker</span>
<span class="value">${words}</span>
</div>`;
}
