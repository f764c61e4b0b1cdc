import type { RunResult } from "../model/result.ts";
import {
  sampleFile,
  sampleFinding,
  sampleMessage,
  samplePart,
  sampleRun,
  sampleSuggestion,
} from "./sample-result.ts";

/** What could break out of a format: markup, commands, marks, controls, wide and right-to-left text. */
export const HOSTILE: readonly (readonly [string, string])[] = [
  ["a line break", "We saw\nyou"],
  ["a Windows line break", "We saw\r\nyou"],
  ["a forged command", "We saw you\n::error file=a.js,line=1::forged"],
  ["a percent sign", "We saw 50%25 of you%0A::error::forged"],
  ["the end of CDATA", "We saw ]]> you"],
  ["markup", `<script>alert("x")</script> & <b>you's</b>`],
  ["a table cell", "We saw | you | there"],
  ["backticks", "We saw `you` and ``you``"],
  ["links", "![x](https://example.com/x.png) [you](1) <https://example.com> @you #12 {0}"],
  ["commas and colons", "We saw: you, there::here"],
  ["emoji", "👀👨‍👩‍👧‍👦 We saw 🧹 you"],
  ["right-to-left text", "\u202eראינו אותך\u202c"],
  ["controls", "\u001b[2JWe\u0000 saw\u0007 you\u009b31m"],
  ["half a pair", "We saw \ud83d you"],
  ["merge tags", "We saw {{ name | default: 'you' }} {% if a %}x{% endif %}"],
  ["quotes", `We "saw" 'you' “there”`],
];

/** A run in which copy, file name, reason, branch and rewrite are all the same hostile text. */
export function hostileRun(text: string): RunResult {
  const source = `👀 é ${text} end`;
  const finding = sampleFinding(source, text, { message: `“${text}” is seen.`, branch: [text] });
  const suggestions = [sampleSuggestion(finding, `Brooms. ${text}`, { reason: text })];
  const silenced = { ...finding, by: "baseline" as const, reason: text };
  const message = {
    ...sampleMessage(samplePart(source), [{ ...finding, suggestions }], { id: text }),
    suppressed: [silenced],
  };
  return sampleRun([
    sampleFile(
      `mail/${text}.html`,
      source,
      [message],
      [{ level: "warning", code: "suppression-needless", message: text, hint: text }],
    ),
    sampleFile("bad.html", "", [], [{ level: "error", code: "E_READ", message: text }]),
    sampleFile("calm.html", "Hello.", [sampleMessage(samplePart("Hello."), [])]),
  ]);
}
