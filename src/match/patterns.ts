import type { Source } from "../model/field.ts";
import type { Match, ReadSegment } from "../model/match.ts";
import type { Message } from "../model/message.ts";
import type { Rule } from "../model/rule.ts";
import type { Sentence } from "../model/sentence.ts";
import { keysOf, matchPattern, mayMatch } from "../text/match-pattern.ts";
import { toSource } from "../text/offset-map.ts";
import { compilePattern, type Pattern } from "../text/pattern.ts";
import { exceptionsOf, sentenceExceptions } from "./exceptions.ts";

const compiled = new WeakMap<Rule, readonly Pattern[]>();

/** Finds the rule's token patterns in each sentence. */
export function matchPatterns(read: ReadSegment, rule: Rule, message: Message): readonly Match[] {
  if (rule.patterns.length === 0) return [];
  const except = exceptionsOf(rule);
  return read.sentences.flatMap((sentence) => {
    if (sentenceExceptions(sentence, message).some((name) => except.has(name))) return [];
    const keys = keysOfSentence(sentence);
    return patternsOf(rule)
      .filter((pattern) => mayMatch(pattern, keys))
      .flatMap((pattern) => matchPattern(pattern, sentence.terms))
      .filter((range) => !except.has(forceAt(sentence, range)))
      .map((range) => toMatch(read, { rule, sentence, range }));
  });
}

const known = new WeakMap<Sentence, ReadonlySet<string>>();

function keysOfSentence(sentence: Sentence): ReadonlySet<string> {
  const before = known.get(sentence);
  if (before !== undefined) return before;
  const keys = keysOf(sentence.terms);
  known.set(sentence, keys);
  return keys;
}

/** The compiled patterns of a rule; unreadable ones were refused when the rules were checked. */
function patternsOf(rule: Rule): readonly Pattern[] {
  const before = compiled.get(rule);
  if (before !== undefined) return before;
  const patterns = rule.patterns.map(compilePattern).filter((pattern) => "states" in pattern);
  compiled.set(rule, patterns);
  return patterns;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The force of the clause that holds the middle of the match. */
function forceAt({ clauses }: Sentence, { start, end }: Range): string {
  const middle = Math.floor((start + end - 1) / 2);
  return clauses.find((clause) => middle < clause.end)?.force ?? "statement";
}

function toMatch(
  read: ReadSegment,
  {
    rule,
    sentence,
    range,
  }: { readonly rule: Rule; readonly sentence: Sentence; readonly range: Range },
): Match {
  const { terms, frames } = sentence;
  const at = {
    start: terms[range.start]?.span.start ?? 0,
    end: terms[range.end - 1]?.span.end ?? 0,
  };
  const source: Source =
    frames.find(({ span }) => span.start < at.end && at.start < span.end)?.source ?? "observed";
  return {
    rule,
    part: read.part,
    segment: read.segment,
    sentence,
    fields: [],
    at,
    span: toSource(read.segment.map, at),
    source,
    precise: terms.slice(range.start, range.end).some(({ tags }) => tags.has("@precise")),
  };
}
