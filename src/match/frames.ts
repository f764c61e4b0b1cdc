import type { Frame } from "../model/frame.ts";
import type { Match, ReadSegment } from "../model/match.ts";
import type { Message } from "../model/message.ts";
import type { FrameTest, Rule } from "../model/rule.ts";
import type { Sentence, Term } from "../model/sentence.ts";
import { toSource } from "../text/offset-map.ts";
import { exceptionsOf, sentenceExceptions } from "./exceptions.ts";

/**
 * Tests the frames of each sentence against the rule's `when`. A frame knows its own source, so a
 * told fact elsewhere in the sentence does not excuse it.
 */
export function matchFrames(read: ReadSegment, rule: Rule, message: Message): readonly Match[] {
  if (rule.when.length === 0) return [];
  const except = exceptionsOf(rule);
  return read.sentences.flatMap((sentence) => {
    const cues = sentenceExceptions(sentence, message).filter((name) => name !== "told");
    if (cues.some((name) => except.has(name))) return [];
    return sentence.frames
      .filter((frame) => rule.when.some((test) => fits(frame, test, { rule, sentence })))
      .map((frame) => ({
        rule,
        part: read.part,
        segment: read.segment,
        sentence,
        frame,
        fields: [],
        at: frame.span,
        span: toSource(read.segment.map, frame.span),
        source: frame.source,
        precise: frame.precise,
      }));
  });
}

function fits(
  frame: Frame,
  test: FrameTest,
  { rule, sentence }: { readonly rule: Rule; readonly sentence: Sentence },
): boolean {
  const except = exceptionsOf(rule);
  if (test.force === undefined && except.has(frame.force)) return false;
  if (test.source === undefined && except.has(frame.source)) return false;
  const terms = sentence.terms.filter(
    ({ span }) => span.start >= frame.span.start && span.end <= frame.span.end,
  );
  return Object.entries(test).every(([slot, values]) => {
    if (slot === "has") return values.some((word) => terms.some((term) => isWord(term, word)));
    if (slot === "lacks") return !values.some((word) => terms.some((term) => isWord(term, word)));
    return values.includes(String(frame[slot as keyof Frame]));
  });
}

function isWord({ normal, lemma, tags }: Term, word: string): boolean {
  return word.startsWith("@") ? tags.has(word) : normal === word || lemma === word;
}
