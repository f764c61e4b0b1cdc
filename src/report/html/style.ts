/** The look of the page: light and dark, on screen and on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f7f5f0; --card: #fffefb; --ink: #23211d; --dim: #625d54; --line: #e2ddd2;
  --error: #a8201a; --error-soft: #fbdcd7; --warning: #7a5200; --warning-soft: #ffeab5;
  --info: #1d5a93; --info-soft: #dcebfa; --good: #1c6637; --good-soft: #e4f3e6;
  --stranger: #1f7340; --acquaintance: #1a6f7b; --nosy: #945800; --stalker: #b8231b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #161513; --card: #201e1b; --ink: #ece8df; --dim: #aba497; --line: #3a3630;
    --error: #ffa69b; --error-soft: #57231e; --warning: #f6c860; --warning-soft: #4c3805;
    --info: #94c5f4; --info-soft: #1b3a57; --good: #8ed6a2; --good-soft: #1b3624;
    --stranger: #55bd7c; --acquaintance: #4fb6c4; --nosy: #f0a63a; --stalker: #ff7467;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1.5rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0 auto; max-width: 54rem; padding: 3rem 1.5rem 4rem;
  background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, p, ul, ol { margin: 0; }
ul, ol { padding: 0; list-style: none; }
a { color: inherit; text-underline-offset: 0.2em; }
a:focus-visible { outline: 3px solid var(--info); outline-offset: 3px; border-radius: 3px; }
code { font: 0.875em/1.4 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: 0.5rem 1rem; }
.top { margin-bottom: 2.5rem; }
.brand { color: var(--dim); font-weight: 600; letter-spacing: 0.02em; }
.top h1 { font-size: clamp(1.6rem, 4.5vw, 2.35rem); line-height: 1.2; letter-spacing: -0.02em; margin-top: 0.25rem; text-wrap: balance; }
.lead { color: var(--dim); margin-top: 0.75rem; max-width: 40rem; }
nav, article, .notices, .calm {
  background: var(--card); border: 1px solid var(--line); border-radius: 0.9rem;
  padding: 1.5rem; margin-bottom: 1.5rem;
}
nav { padding: 0.75rem 1.5rem; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; padding: 0.55rem 1rem 0.55rem 0; vertical-align: middle; }
tbody tr { border-top: 1px solid var(--line); }
thead th, .amount { white-space: nowrap; }
thead th { color: var(--dim); font-size: 0.85rem; font-weight: 500; }
tbody th { font-weight: 500; }
.amount { text-align: right; padding-right: 0; font-variant-numeric: tabular-nums; }
nav .meter .end { display: none; }
nav .meter svg { width: 7rem; }
.meter { display: flex; flex-wrap: wrap; align-items: center; gap: 0.2rem 0.6rem; font-size: 0.875rem; color: var(--dim); }
.meter svg { overflow: visible; height: auto; }
.meter .value { color: var(--tone); font-weight: 650; white-space: nowrap; }
.track { fill: var(--line); }
.fill, .dot { fill: var(--tone); }
.stranger { --tone: var(--stranger); }
.acquaintance { --tone: var(--acquaintance); }
.nosy { --tone: var(--nosy); }
.stalker { --tone: var(--stalker); }
article > header { display: grid; grid-template-columns: 1fr auto; gap: 0.35rem 1rem; align-items: baseline; }
article h2 { font-size: 1.15rem; line-height: 1.35; letter-spacing: -0.01em; }
.context { color: var(--dim); font-size: 0.875rem; }
article .meter { grid-column: 1 / -1; }
.prose {
  margin: 1.25rem 0 1.5rem; padding: 1rem 1.25rem; border-radius: 0.6rem;
  background: var(--page); font-size: 1.0625rem; line-height: 1.75;
}
.prose p + p { margin-top: 0.5rem; }
.prose .heading, .prose .subject, .prose .headline, .prose .push-title { font-weight: 650; }
.prose .footer { color: var(--dim); font-size: 0.9em; }
.prose .link, .prose .code { font: 0.875rem/1.7 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.prose .gap, .prose .field { color: var(--dim); font-size: 0.875rem; }
.role { color: var(--dim); font: 500 0.8rem/1 system-ui, sans-serif; margin-inline-end: 0.6rem; }
mark {
  background: var(--soft); color: inherit; border-bottom: 2px solid var(--tone);
  padding: 0.1em 0.15em; border-radius: 0.2em 0.2em 0 0;
  -webkit-box-decoration-break: clone; box-decoration-break: clone;
}
mark.warning { border-bottom-style: dashed; }
mark.info { border-bottom-style: dotted; }
.error { --tone: var(--error); --soft: var(--error-soft); }
.warning { --tone: var(--warning); --soft: var(--warning-soft); }
.info { --tone: var(--info); --soft: var(--info-soft); }
.ref { color: var(--tone); font: 650 0.7rem/1 system-ui, sans-serif; text-decoration: none; vertical-align: super; padding: 0 0.25em; }
.finding { padding-top: 1.25rem; margin-top: 1.25rem; border-top: 1px solid var(--line); }
.finding:first-child { padding-top: 0; margin-top: 0; border-top: 0; }
.finding:target { outline: 2px solid var(--tone); outline-offset: 0.6rem; border-radius: 0.3rem; }
.what { font-weight: 550; }
.number {
  display: inline-block; min-width: 1.5em; padding: 0 0.4em; margin-right: 0.25em; border-radius: 1em;
  background: var(--soft); color: var(--tone); font-size: 0.85rem; font-weight: 700;
  text-align: center; text-decoration: none;
}
.severity { color: var(--tone); font-weight: 700; margin-right: 0.25em; }
.place, .why, .reason { color: var(--dim); font-size: 0.9375rem; }
.place { margin-top: 0.15rem; }
.why { margin-top: 0.4rem; max-width: 42rem; }
.instead { margin-top: 0.9rem; padding: 0.8rem 1.1rem; border-radius: 0.6rem; background: var(--good-soft); }
.instead .label { color: var(--good); font-size: 0.85rem; font-weight: 650; }
.instead li { margin-top: 0.3rem; }
.copy { display: block; font-size: 1.0625rem; }
.instead li:first-child .copy { font-weight: 600; }
.notices h2, .calm h2 { font-size: 1.05rem; }
.notices li { margin-top: 0.5rem; padding-left: 0.75rem; border-left: 3px solid var(--tone); }
.calm ul { color: var(--dim); columns: 16rem; margin-top: 0.5rem; font-size: 0.9375rem; }
.more, body > footer { color: var(--dim); font-size: 0.875rem; }
@media (max-width: 40rem) {
  body { padding: 1.5rem 1rem 3rem; }
  nav, article, .notices, .calm { padding: 1.1rem; }
  article > header { grid-template-columns: 1fr; }
  nav .meter svg { display: none; }
}
@media print {
  :root {
    --page: #fff; --card: #fff; --ink: #000; --dim: #444; --line: #bbb;
    --error: #a8201a; --error-soft: #fbdcd7; --warning: #7a5200; --warning-soft: #ffeab5;
    --info: #1d5a93; --info-soft: #dcebfa; --good: #1c6637; --good-soft: #e4f3e6;
    --stranger: #1f7340; --acquaintance: #1a6f7b; --nosy: #945800; --stalker: #b8231b;
  }
  @page { margin: 18mm 16mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .skip { display: none; }
  nav, article, .notices, .calm { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: 1rem 0; margin: 0; }
  .prose { border: 1px solid var(--line); }
  .finding, tr, .prose p { break-inside: avoid; }
  article > header, h2, .label { break-after: avoid; }
  mark, .instead, .number, svg { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
