import { expect, test } from "vitest";
import type { Run } from "../model/offset-map.ts";
import type { Hole, Segment } from "../model/segment.ts";
import { rewrittenLine } from "./rewritten-line.ts";

/** A part of one paragraph; merge tags become the placeholder `item`, HTML tags vanish. */
function partOf(source: string) {
  const runs: Run[] = [];
  const holes: Hole[] = [];
  let text = "";
  for (const match of source.matchAll(/\{\{.*?\}\}|<[^<>]+>|[^{<]+/gu)) {
    const [piece] = match;
    if (piece.startsWith("<")) continue;
    const isTag = piece.startsWith("{{");
    const words = isTag ? "item" : piece;
    const at = { prose: text.length, length: words.length, source: match.index };
    runs.push({ ...at, sourceLength: piece.length, kind: isTag ? "whole" : "copy" });
    if (isTag) {
      holes.push({
        at: { start: text.length, end: text.length + 4 },
        span: { start: match.index, end: match.index + piece.length },
        language: "liquid",
        fields: [],
      });
    }
    text += words;
  }
  const segment: Segment = { role: "body", text, map: { runs }, holes, guards: [] };
  return { text: source, segments: [segment], directives: [] };
}

test.each([
  {
    name: "a few characters become the whole sentence",
    source: "Hello. We noticed you like rakes, perhaps you'd like brooms. Bye.",
    old: "We noticed you like rakes, p",
    words: "P",
    line: "Perhaps you'd like brooms. ",
  },
  {
    name: "markup is left out, merge tags are as written",
    source: '<p>You viewed the {{ a | default: "x. y" }} at <b>ten</b>.</p>',
    old: "You viewed",
    words: "See",
    line: 'See the {{ a | default: "x. y" }} at ten.',
  },
  {
    name: "an edit over markup",
    source: "<p>We <b>saw</b> you. Brooms are here.</p>",
    old: "We <b>saw</b> you.",
    words: "<b>Hello.</b>",
    line: "Hello. ",
  },
  {
    name: "a sentence that goes away leaves no line",
    source: "We saw you. Brooms are here.",
    old: "We saw you. ",
    words: "",
    line: undefined,
  },
])("$name", ({ source, old, words, line }) => {
  const start = source.indexOf(old);
  const edit = { span: { start, end: start + old.length }, text: words };
  expect(rewrittenLine(partOf(source), edit)).toBe(line);
});

test("an edit outside of prose has no line", () => {
  const edit = { span: { start: 0, end: 3 }, text: "" };
  expect(rewrittenLine(partOf("<p>Hello.</p>"), edit)).toBe(undefined);
});
