import type { Lexicon } from "../model/rule.ts";
import type { Segment } from "../model/segment.ts";
import type { Sentence } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import { frameReaders } from "./frames/index.ts";
import { indexWords, type WordIndex } from "./lexicon.ts";
import { loadTagger, type Tagger } from "./nlp.ts";
import { normalize } from "./normalize.ts";
import { readSentence } from "./reading.ts";
import { splitSentences } from "./split.ts";
import { buildTerms, classify, placeHoles } from "./terms.ts";

/** Reads segments into sentences with their frames. */
export type Analyzer = (segment: Segment) => readonly Sentence[];

const indexes = new WeakMap<Lexicon, WordIndex>();

/** An analyzer for a lexicon. Loads the tagger, so ask only when there is prose to read. */
export async function createAnalyzer(lexicon: Lexicon): Promise<Analyzer> {
  const tagger = await loadTagger();
  const index = indexes.get(lexicon) ?? indexWords(lexicon);
  indexes.set(lexicon, index);
  return (segment) => {
    if (segment.role === "link") return [];
    return splitSentences(segment.text).map((span) =>
      analyzeSentence(segment, span, { tagger, index }),
    );
  };
}

function analyzeSentence(
  segment: Segment,
  span: Span,
  { tagger, index }: { readonly tagger: Tagger; readonly index: WordIndex },
): Sentence {
  const text = segment.text.slice(span.start, span.end);
  const normalized = normalize(text, index.spellings);
  const built = buildTerms(tagger(normalized.text), normalized.map, {
    offset: span.start,
    infinitives: index.infinitives,
  });
  // Emoji and lone punctuation carry no word and would part phrases.
  const open = built.filter(({ normal }) => normal !== "");
  classify(open, index);
  const terms = placeHoles(open, segment.holes);
  const reading = readSentence(terms, segment);
  return {
    text,
    span,
    terms,
    clauses: reading.clauses.map((clause) => ({
      start: clause.start,
      end: clause.end,
      force: reading.force(clause),
    })),
    predicates: reading.predicates.map(({ verb, subject, tense, negated, passive, inverted }) => ({
      verb,
      subject,
      tense,
      negated,
      passive,
      inverted,
    })),
    frames: frameReaders.flatMap((read) => read(reading)),
  };
}
